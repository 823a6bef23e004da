package dev.apim.graphql.sql;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.core.json.Json;
import dev.apim.graphql.IdentityToken;
import dev.apim.graphql.ParameterValue;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.ResponseMessage;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec.Content;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicyFailure;
import dev.apim.policy.PolicyServices;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Section;
import dev.apim.policy.Statements;
import dev.apim.policy.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The query of a {@link SqlDataSourcePolicy}, which makes this element of its parts: nobody writes it. */
public final class SqlRequestPolicy implements PolicyType {
    static final String NAME = "sql-data-source-query";

    private static final String TOKEN = "sql-data-source-token";

    /** What tokens for Azure SQL are asked for. */
    private static final String RESOURCE = "https://database.windows.net/";

    private final SqlPools pools;

    /** Over these connections. */
    public SqlRequestPolicy(SqlPools pools) {
        this.pools = pools;
    }

    @Override
    public PolicySpec spec() {
        return PolicySpec.of(NAME, "The query of a sql-data-source.")
                .sections(Section.BACKEND)
                .content(Content.POLICIES, Type.STRING);
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        PolicyElement connection = element.child("connection-info")
                .flatMap(c -> c.child("connection-string"))
                .orElseThrow();
        PolicyElement request = element.child("request").orElseThrow();
        Value text = connection.text();
        Expression<Boolean> identity = flag(connection, "use-managed-identity", context);
        if (!text.isExpression() && !text.text().contains("{{")) {
            try {
                ConnectionText.parse(text.text(), false);
            } catch (IllegalArgumentException e) {
                context.error(text.position(), String.valueOf(e.getMessage()));
            }
        }
        List<Parameter> parameters = request.children("parameters").stream()
                .flatMap(list -> list.children("parameter").stream())
                .map(parameter -> parameter(parameter, context))
                .toList();
        boolean managed = connection.attribute("use-managed-identity").isPresent();
        return new SqlRequest(
                context.text(connection, String.class),
                identity,
                managed ? IdentityToken.statements(RESOURCE, TOKEN, connection, context) : null,
                context.text(request.child("sql-statement").orElseThrow(), String.class),
                parameters,
                flag(request, "single-result", context),
                pools,
                context.services());
    }

    private static Expression<Boolean> flag(PolicyElement element, String attribute, CompileContext context) {
        return context.value(
                element.attribute(attribute).orElse(Value.literal("false", element.position())), Boolean.class);
    }

    private static Parameter parameter(PolicyElement element, CompileContext context) {
        String name = element.attribute("name").map(Value::text).orElse("").strip();
        return new Parameter(
                name.startsWith("@") ? name.substring(1) : name,
                element.attribute("sql-type").map(Value::text).orElse(null),
                context.text(element, Object.class));
    }

    /**
     * A parameter.
     *
     * @param name without its at sign
     * @param type in Transact-SQL, if it is given
     * @param value what is bound
     */
    record Parameter(String name, @Nullable String type, Expression<Object> value) {}

    private record SqlRequest(
            Expression<String> connection,
            Expression<Boolean> managedIdentity,
            @Nullable Statements token,
            Expression<String> statement,
            List<Parameter> parameters,
            Expression<Boolean> single,
            SqlPools pools,
            PolicyServices services)
            implements Policy {
        @Override
        public Outcome apply(Exchange exchange) {
            if (token == null || !Boolean.TRUE.equals(managedIdentity.evaluate(exchange))) {
                return ask(exchange, null);
            }
            return token.run(
                    exchange,
                    (own, done, failure) -> done instanceof Outcome.Fail
                            ? done
                            : ask(own, String.valueOf(own.variables().remove(TOKEN))));
        }

        private Outcome ask(Exchange exchange, @Nullable String identity) {
            String where = Objects.requireNonNullElse(connection.evaluate(exchange), "");
            String text = Objects.requireNonNullElse(statement.evaluate(exchange), "");
            boolean one = Boolean.TRUE.equals(single.evaluate(exchange));
            List<SqlQuery.Binding> bindings = new ArrayList<>();
            for (Parameter parameter : parameters) {
                JsonNode value = ParameterValue.of(parameter.value().evaluate(exchange));
                bindings.add(new SqlQuery.Binding(parameter.name(), parameter.type(), value));
            }
            ConnectionText target;
            try {
                target = ConnectionText.parse(where, identity != null);
            } catch (IllegalArgumentException e) {
                return failure(e);
            }
            SqlQuery query = new SqlQuery(text, bindings, target.takesBatches(), one);
            return Outcome.suspend(
                    pools.of(where, identity != null, services).run(query, identity),
                    (own, rows, failure) -> rows == null ? failure(failure) : answered(own, rows),
                    query);
        }

        private static Outcome answered(Exchange exchange, JsonNode rows) {
            Headers headers = Headers.of("Content-Type", "application/json");
            exchange.respondWith(new ResponseMessage(200, "", headers, Body.of(Json.write(rows))));
            return Outcome.next();
        }

        private static Outcome failure(@Nullable Throwable cause) {
            boolean known = cause instanceof SqlFailure || cause instanceof IllegalArgumentException;
            return Outcome.fail(PolicyFailure.internal(
                    "SqlRequestFailed",
                    "sql-data-source: " + (known && cause != null ? cause.getMessage() : "the request failed")));
        }

        /** Neither the connection string nor the statement, which may hold secrets. */
        @Override
        public String toString() {
            return "sql-data-source parameters=" + parameters.size();
        }
    }
}
