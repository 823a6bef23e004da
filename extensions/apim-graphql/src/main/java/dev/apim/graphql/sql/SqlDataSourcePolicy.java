package dev.apim.graphql.sql;

import dev.apim.Position;
import dev.apim.graphql.Elements;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.ElementSpec.Content;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Section;
import dev.apim.policy.Statements;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Answers a field with rows of a relational database (Azure: sql-data-source). */
public final class SqlDataSourcePolicy implements PolicyType {
    private static final Set<String> PREPARING = Set.of("include-fragment", "set-body");

    /** The policy. */
    public SqlDataSourcePolicy() {}

    @Override
    public PolicySpec spec() {
        return PolicySpec.of("sql-data-source", "Answers a field of a GraphQL API with rows of a database.")
                .sections(Section.BACKEND)
                .children(
                        ElementSpec.of("connection-info", "Where the database is.")
                                .occurs(1, 1)
                                .children(connectionString(), fragment(), certificate()),
                        fragment(),
                        ElementSpec.of("request", "What is asked.")
                                .occurs(1, 1)
                                .attributes(AttributeSpec.of(
                                                "single-result", Type.BOOLEAN, "Whether one row at most is expected.")
                                        .orExpression()
                                        .or("false"))
                                .children(fragment(), body(), statement(), parameters()),
                        ElementSpec.of("response", "What becomes of the rows.")
                                .occurs(0, 1)
                                .content(Content.POLICIES, Type.STRING));
    }

    private static ElementSpec connectionString() {
        return ElementSpec.of("connection-string", "Of Azure SQL, or a JDBC URL.")
                .occurs(1, 1)
                .attributes(AttributeSpec.of(
                                "use-managed-identity", Type.BOOLEAN, "Whether the gateway's identity is used.")
                        .orExpression()
                        .or("false"))
                .content(Content.EXPRESSION, Type.STRING);
    }

    private static ElementSpec fragment() {
        return ElementSpec.of("include-fragment", "Runs a policy fragment first.")
                .attributes(AttributeSpec.of("fragment-id", Type.STRING, "Name of the fragment.")
                        .mandatory());
    }

    private static ElementSpec certificate() {
        return ElementSpec.of("authentication-certificate", "Not used: drivers have settings of their own.")
                .occurs(0, 1)
                .attributes(
                        AttributeSpec.of("thumbprint", Type.STRING, "Not used.").orExpression(),
                        AttributeSpec.of("certificate-id", Type.STRING, "Not used.")
                                .orExpression(),
                        AttributeSpec.of("body", Type.ANY, "Not used.").orExpression(),
                        AttributeSpec.of("password", Type.STRING, "Not used.").orExpression());
    }

    private static ElementSpec body() {
        return ElementSpec.of("set-body", "Sets the body that expressions of the request read.")
                .occurs(0, 1)
                .attributes(
                        AttributeSpec.of("template", Type.STRING, "How the text is rendered."),
                        AttributeSpec.of("xsi-nil", Type.STRING, "How a template sees xsi:nil elements."),
                        AttributeSpec.of("parse-date", Type.STRING, "Whether a template sees dates."))
                .content(Content.RAW, Type.ANY);
    }

    private static ElementSpec statement() {
        return ElementSpec.of("sql-statement", "One statement or several.")
                .occurs(1, 1)
                .content(Content.EXPRESSION, Type.STRING);
    }

    private static ElementSpec parameters() {
        return ElementSpec.of("parameters", "What is bound to the names in the statement.")
                .occurs(0, 1)
                .children(ElementSpec.of("parameter", "One of them.")
                        .attributes(
                                AttributeSpec.of("name", Type.STRING, "Its name, with an at sign.")
                                        .mandatory(),
                                AttributeSpec.of("sql-type", Type.STRING, "Its type in Transact-SQL."))
                        .content(Content.EXPRESSION, Type.ANY));
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        Position start = element.position();
        PolicyElement connection = element.child("connection-info").orElseThrow();
        PolicyElement request = element.child("request").orElseThrow();
        connection
                .child("authentication-certificate")
                .ifPresent(
                        certificate -> context.warning(
                                certificate.position(),
                                "a client certificate is a matter of the JDBC driver's own settings; this element does nothing"));
        List<PolicyElement> first = new ArrayList<>(connection.children("include-fragment"));
        first.addAll(element.children("include-fragment"));
        request.children().stream()
                .filter(child -> PREPARING.contains(child.name()))
                .forEach(first::add);
        PolicyElement response = element.child("response").orElseGet(() -> Elements.of("response", start));
        PolicyElement query = Elements.of(SqlRequestPolicy.NAME, start, connection, request);
        return new SqlDataSource(
                context.statements(Elements.of("request", start, first.toArray(PolicyElement[]::new)), Section.INBOUND),
                context.statements(Elements.of(element.name(), start, query), Section.BACKEND),
                context.statements(response, Section.OUTBOUND));
    }

    /** What comes first, the query, and what becomes of its rows. */
    private record SqlDataSource(Statements first, Statements query, Statements response) implements Policy {
        @Override
        public Outcome apply(dev.apim.policy.Exchange exchange) {
            return first.run(
                    exchange,
                    (own, done, failure) -> done != Outcome.next()
                            ? ended(done)
                            : query.run(
                                    own,
                                    (same, asked, f) -> asked != Outcome.next()
                                            ? ended(asked)
                                            : response.run(same, (last, shaped, none) -> ended(shaped))));
        }

        /** A response made on the way is the answer. */
        private static Outcome ended(@org.jspecify.annotations.Nullable Outcome outcome) {
            return outcome instanceof Outcome.Fail ? outcome : Outcome.next();
        }

        @Override
        public String toString() {
            return "sql-data-source";
        }
    }
}
