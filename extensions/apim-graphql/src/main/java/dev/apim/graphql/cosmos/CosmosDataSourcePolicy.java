package dev.apim.graphql.cosmos;

import dev.apim.Position;
import dev.apim.graphql.Elements;
import dev.apim.graphql.IdentityToken;
import dev.apim.policy.CompileContext;
import dev.apim.policy.Expression;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Section;
import dev.apim.policy.Statements;
import dev.apim.policy.Value;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Answers a field with items of a container of Cosmos DB (Azure: cosmosdb-data-source). */
public final class CosmosDataSourcePolicy implements PolicyType {
    /** What a token is for that opens any account, where the account is known only when it is asked. */
    private static final String ANY_ACCOUNT = "https://cosmos.azure.com";

    /** The policy. */
    public CosmosDataSourcePolicy() {}

    @Override
    public PolicySpec spec() {
        return CosmosSpec.of();
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        Position start = element.position();
        List<PolicyElement> operations = element.children().stream()
                .filter(child -> child.name().endsWith("-request"))
                .toList();
        if (operations.size() != 1) {
            context.error(
                    start,
                    "<cosmosdb-data-source> takes exactly one of <query-request>, <read-request>, <delete-request> and"
                            + " <write-request>, found " + operations.size());
        }
        PolicyElement request = operations.isEmpty() ? Elements.of("read-request", start) : operations.get(0);
        PolicyElement connection = element.child("connection-info").orElseThrow();
        PolicyElement response = element.child("response").orElseGet(() -> Elements.of("response", start));
        PolicyElement forward = Elements.of("backend", start, Elements.of("forward-request", start));
        PolicyElement body =
                Elements.of("set", start, request.children("set-body").toArray(PolicyElement[]::new));
        Value account = connection.child("connection-string").orElseThrow().text();
        return new CosmosDataSource(
                new CosmosDataSource.Container(
                        context.value(account, String.class),
                        text(connection, "database-name", context),
                        text(connection, "container-name", context),
                        account.isExpression()),
                operation(request, context),
                new CosmosDataSource.Steps(
                        identity(connection, account, context),
                        context.statements(body, Section.INBOUND),
                        context.statements(forward, Section.BACKEND),
                        context.statements(
                                Elements.of("read", start, Elements.of("http-response", start)), Section.OUTBOUND),
                        context.statements(response, Section.OUTBOUND)),
                context.services().time());
    }

    private static Expression<String> text(PolicyElement parent, String child, CompileContext context) {
        return context.text(parent.child(child).orElseThrow(), String.class);
    }

    /** The policy that gets a token for the gateway's identity, where that is asked for. */
    private static @Nullable Statements identity(PolicyElement connection, Value account, CompileContext context) {
        PolicyElement text = connection.child("connection-string").orElseThrow();
        boolean managed = text.attribute("use-managed-identity")
                .map(value -> value.text().equalsIgnoreCase("true"))
                .orElse(false);
        CosmosAccount known = account.isExpression() || account.text().contains("{{") ? null : parse(account, context);
        if (!managed) {
            if (known != null && known.key() == null) {
                context.error(
                        account.position(),
                        "the connection string has no AccountKey; add it, or set use-managed-identity=\"true\"");
            }
            return null;
        }
        String resource = known == null
                ? ANY_ACCOUNT
                : known.endpoint().scheme() + "://" + known.endpoint().host();
        return IdentityToken.statements(resource, CosmosDataSource.TOKEN, text, context);
    }

    private static @Nullable CosmosAccount parse(Value account, CompileContext context) {
        try {
            return CosmosAccount.parse(account.text());
        } catch (IllegalArgumentException e) {
            context.error(account.position(), String.valueOf(e.getMessage()));
            return null;
        }
    }

    private static CosmosOperation operation(PolicyElement request, CompileContext context) {
        PartitionKey partition = PartitionKey.in(request, context);
        CosmosText id = CosmosText.in(request, "id", context);
        return switch (request.name()) {
            case "query-request" -> query(request, partition, context);
            case "delete-request" ->
                new CosmosOperation.Delete(needed(id, request, context), partition, conditions(request, context));
            case "write-request" -> write(request, id, partition, context);
            default -> new CosmosOperation.Read(needed(id, request, context), partition);
        };
    }

    private static CosmosOperation query(
            PolicyElement request, @Nullable PartitionKey partition, CompileContext context) {
        List<CosmosOperation.Parameter> parameters = request.children("parameters").stream()
                .flatMap(list -> list.children("parameter").stream())
                .map(parameter -> new CosmosOperation.Parameter(
                        parameter.attribute("name").map(Value::text).orElse(""), CosmosText.of(parameter, context)))
                .toList();
        PolicyElement paging = request.child("paging").orElse(null);
        return new CosmosOperation.Query(
                CosmosText.in(request, "sql-statement", context),
                parameters,
                partition,
                paging == null ? null : CosmosText.in(paging, "max-item-count", context),
                paging == null ? null : CosmosText.in(paging, "continuation-token", context),
                literal(request, "enable-low-precision-order-by")
                        .map("true"::equalsIgnoreCase)
                        .orElse(false));
    }

    private static CosmosOperation write(
            PolicyElement request, @Nullable CosmosText id, @Nullable PartitionKey partition, CompileContext context) {
        String type = literal(request, "type").orElse("upsert").toLowerCase(Locale.ROOT);
        if (type.equals("replace") && id == null) {
            context.error(request.position(), "<write-request> of type replace needs an <id>; add it");
        }
        return new CosmosOperation.Write(
                type,
                id,
                partition,
                conditions(request, context),
                literal(request, "indexing-directive").orElse(null));
    }

    private static CosmosOperation.Conditions conditions(PolicyElement request, CompileContext context) {
        PolicyElement etag = request.child("etag").orElse(null);
        return new CosmosOperation.Conditions(
                etag == null ? null : CosmosText.of(etag, context),
                etag == null || !literal(etag, "type").orElse("match").equalsIgnoreCase("no-match"),
                literal(request, "consistency-level").orElse(null),
                literal(request, "pre-trigger").orElse(null),
                literal(request, "post-trigger").orElse(null));
    }

    private static java.util.Optional<String> literal(PolicyElement element, String attribute) {
        return element.attribute(attribute).map(Value::text);
    }

    private static CosmosText needed(@Nullable CosmosText id, PolicyElement request, CompileContext context) {
        if (id == null) {
            context.error(request.position(), "<" + request.name() + "> needs an <id>, found none");
        }
        return Objects.requireNonNullElseGet(id, () -> CosmosText.of(Elements.of("id", request.position()), context));
    }
}
