package dev.apim.core.snapshot;

import dev.apim.Issue;
import dev.apim.Position;
import dev.apim.core.pipeline.CodeStatements;
import dev.apim.core.resource.ApiEntry;
import dev.apim.core.resource.Configuration;
import dev.apim.kind.ApiContext;
import dev.apim.kind.ApiKind;
import dev.apim.kind.CompiledApi;
import dev.apim.model.Api;
import dev.apim.model.Operation;
import dev.apim.model.Resolver;
import dev.apim.model.Schema;
import dev.apim.policy.PolicyServices;
import dev.apim.policy.Section;
import dev.apim.policy.Statements;
import dev.apim.resource.ResourcePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The kinds of API at hand, by type. Immutable and thread-safe. */
public final class ApiKinds {
    private static final String GRAPHQL = "graphql";

    private final Map<String, ApiKind> kinds = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private ApiKinds(Iterable<ApiKind> found) {
        found.forEach(kind -> kinds.put(kind.type(), kind));
    }

    /** Those of the jars on the class path. */
    public static ApiKinds atHand() {
        return new ApiKinds(
                ServiceLoader.load(ApiKind.class, Thread.currentThread().getContextClassLoader()));
    }

    /** All of them. */
    public List<ApiKind> all() {
        return List.copyOf(kinds.values());
    }

    Optional<ApiKind> of(Api api) {
        return Optional.ofNullable(kinds.get(api.type()));
    }

    /** The operations requests find: those configured, else those every API of the kind has. */
    List<Operation> operations(ApiEntry entry) {
        return entry.operations().isEmpty()
                ? of(entry.api()).map(ApiKind::operations).orElse(List.of())
                : entry.operations();
    }

    /**
     * What a kind made of an API.
     *
     * @param api to answer its requests
     * @param issues that came up
     */
    record Made(CompiledApi api, List<Issue> issues) {}

    /** Why a request for the API finds nothing, where its kind is known and not at hand. */
    static Optional<Issue> missing(ApiEntry entry, Position at) {
        return entry.api().type().equals(GRAPHQL) && entry.operations().isEmpty()
                ? Optional.of(Issue.warning(
                        at,
                        "API '" + entry.api().id()
                                + "' is of type graphql, which is not at hand: add dev.apim:apim-graphql to the class path;"
                                + " until then its requests find no operation"))
                : Optional.empty();
    }

    /** What a kind sees of one API. */
    static final class Context implements ApiContext {
        private final Configuration configuration;
        private final ApiEntry entry;
        private final Map<String, CompiledDocument> documents;
        private final PolicyServices services;
        private final List<Issue> issues = new ArrayList<>();

        Context(
                Configuration configuration,
                ApiEntry entry,
                Map<String, CompiledDocument> documents,
                PolicyServices services) {
            this.configuration = configuration;
            this.entry = entry;
            this.documents = documents;
            this.services = services;
        }

        Made compile(ApiKind kind) {
            CompiledApi compiled = kind.compile(this);
            return new Made(compiled, List.copyOf(issues));
        }

        @Override
        public void report(Issue issue) {
            issues.add(issue);
        }

        @Override
        public Api api() {
            return entry.api();
        }

        @Override
        public List<Schema> schemas() {
            return entry.schemas();
        }

        @Override
        public Position position(Schema schema) {
            return at(entry.path().child("schemas", schema.id()));
        }

        @Override
        public List<Resolver> resolvers() {
            return entry.resolvers();
        }

        @Override
        public Position position(Resolver resolver) {
            return at(entry.path().child("resolvers", resolver.id()));
        }

        private Position at(ResourcePath path) {
            return configuration
                    .resource(path)
                    .map(resource -> resource.origin().at(""))
                    .orElse(Position.startOf(path.value()));
        }

        @Override
        public Optional<Statements> document(Resolver resolver) {
            return Optional.ofNullable(documents.get(resolver.id()))
                    .flatMap(document -> document.code().section(Section.BACKEND))
                    .map(CodeStatements::new);
        }

        @Override
        public PolicyServices services() {
            return services;
        }
    }
}
