package dev.apim.graphql;

import dev.apim.Position;
import dev.apim.graphql.sql.SqlPools;
import dev.apim.http.Url;
import dev.apim.kind.ApiContext;
import dev.apim.kind.ApiKind;
import dev.apim.kind.CompiledApi;
import dev.apim.model.Operation;
import dev.apim.model.OperationRequest;
import dev.apim.model.Resolver;
import dev.apim.model.Schema;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Statements;
import graphql.schema.DataFetcher;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * GraphQL APIs (Azure: {@code type: graphql}). One with a service URL is passed through to it; one without is synthetic: its operations
 * are executed here against its schema, and its resolvers answer the fields. One that has both is executed here where a request asks
 * for a field with a resolver, and the service answers the others.
 */
public final class GraphQlKind implements ApiKind {
    private static final String SCHEMA = "application/vnd.ms-azure-apim.graphql.schema";
    private static final List<Operation> OPERATIONS = List.of(operation("POST"), operation("GET"));

    private final SqlPools pools = new SqlPools();

    @Override
    public String type() {
        return "graphql";
    }

    @Override
    public List<Operation> operations() {
        return OPERATIONS;
    }

    private static Operation operation(String method) {
        return new Operation(
                "graphql-" + method.toLowerCase(java.util.Locale.ROOT),
                "GraphQL over " + method,
                "",
                method,
                "/",
                List.of(),
                new OperationRequest("", List.of(), List.of(), List.of()),
                List.of());
    }

    @Override
    public List<PolicyType> resolverPolicies() {
        return ResolverPolicies.types(pools);
    }

    @Override
    public CompiledApi compile(ApiContext context) {
        boolean withoutServer = context.api().serviceUrl().isEmpty();
        Optional<Schema> written = context.schemas().stream()
                .filter(schema -> schema.contentType().equalsIgnoreCase(SCHEMA))
                .findFirst();
        if (written.isEmpty()) {
            if (withoutServer) {
                context.warning(
                        Position.startOf("/apis/" + context.api().id()),
                        "API '" + context.api().id() + "' is a GraphQL API with neither a service URL nor a schema, so"
                                + " that the gateway cannot answer it: add specification.graphql, or schemas/graphql");
            }
            return new GraphQlApi(context, null, false, null);
        }
        Position start = context.position(written.get());
        SchemaReader reader = new SchemaReader(context);
        return reader.parse(written.get().document(), start)
                .flatMap(types -> api(types, reader, start, context))
                .orElseGet(() -> new GraphQlApi(context, null, false, null));
    }

    private static Optional<GraphQlApi> api(
            TypeDefinitionRegistry types, SchemaReader reader, Position start, ApiContext context) {
        boolean withoutServer = context.api().serviceUrl().isEmpty();
        Map<String, DataFetcher<?>> fetchers = fetchers(types, context);
        boolean executed = withoutServer || !fetchers.isEmpty();
        Fallback fallback = withoutServer || !executed ? null : fallback(fetchers.keySet(), context);
        if (fallback != null) {
            Roots.of(types).forEach(field -> fetchers.putIfAbsent(field, new FallbackFetcher()));
        }
        return reader.schema(types, fetchers, start).map(schema -> new GraphQlApi(context, schema, executed, fallback));
    }

    private static Fallback fallback(Set<String> resolved, ApiContext context) {
        return new Fallback(
                Url.parse(context.api().serviceUrl()),
                context.services().backendClient(),
                context.services().time(),
                Set.copyOf(resolved));
    }

    private static Map<String, DataFetcher<?>> fetchers(TypeDefinitionRegistry types, ApiContext context) {
        Map<String, DataFetcher<?>> fetchers = new HashMap<>();
        for (Resolver resolver : context.resolvers()) {
            String path = resolver.type() + "/" + resolver.field();
            if (!Roots.fields(types, resolver.type()).contains(resolver.field())) {
                context.warning(
                        context.position(resolver),
                        "the schema has no field '" + path + "', so that resolver '" + resolver.id()
                                + "' is never asked: correct its path");
                continue;
            }
            Optional<Statements> document = context.document(resolver);
            if (document.isEmpty()) {
                context.warning(
                        context.position(resolver),
                        "resolver '" + resolver.id() + "' has no policy document, so that '" + path
                                + "' is read from its parent: add policy.xml");
            } else if (fetchers.put(path, new ResolverFetcher(document.get())) != null) {
                context.warning(
                        context.position(resolver),
                        "a second resolver for '" + path + "': '" + resolver.id() + "' is used, remove the other");
            }
        }
        return fetchers;
    }
}
