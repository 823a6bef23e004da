package dev.apim.core.snapshot;

import dev.apim.ConfigurationException;
import dev.apim.Issue;
import dev.apim.core.compile.CompileEnvironment;
import dev.apim.core.compile.DocumentCompiler;
import dev.apim.core.compile.ResolverCompiler;
import dev.apim.core.document.NamedValues;
import dev.apim.core.document.PolicyDocumentReader;
import dev.apim.core.document.ReaderOptions;
import dev.apim.core.pipeline.PolicyCode;
import dev.apim.core.pipeline.Redactor;
import dev.apim.core.resource.ApiEntry;
import dev.apim.core.resource.Configuration;
import dev.apim.core.resource.PolicyDocumentEntry;
import dev.apim.core.resource.ProductEntry;
import dev.apim.core.resource.WorkspaceEntry;
import dev.apim.core.routing.ApiRevision;
import dev.apim.core.routing.RouteApi;
import dev.apim.core.routing.RouteOperation;
import dev.apim.core.routing.Router;
import dev.apim.core.routing.UrlTemplate;
import dev.apim.core.snapshot.ApiNode.OperationNode;
import dev.apim.core.snapshot.FragmentShelf.Fragment;
import dev.apim.core.subscription.ProductIndex;
import dev.apim.core.subscription.SubscriptionGate;
import dev.apim.core.subscription.SubscriptionIndex;
import dev.apim.http.Url;
import dev.apim.kind.ApiKind;
import dev.apim.model.NamedValue;
import dev.apim.model.Operation;
import dev.apim.model.VersionSet;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.Scope;
import dev.apim.policy.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes snapshots. The next one shares with the last whatever did not change; a configuration with an error makes none, and the last
 * stays as it is. Not thread-safe: one change at a time.
 */
public final class SnapshotCompiler {
    private static final String DEFAULT_POLICY =
            "<policies><inbound /><backend><forward-request /></backend><outbound /></policies>";

    private final SnapshotSettings settings;
    private final ApiKinds kinds = ApiKinds.atHand();
    private @Nullable Snapshot last;
    private long revisions;

    /** With these settings. */
    public SnapshotCompiler(SnapshotSettings settings) {
        this.settings = settings;
    }

    /**
     * Compiles a configuration.
     *
     * @throws ConfigurationException with every issue, when one of them is an error
     */
    public Snapshot compile(Configuration configuration) {
        Set<Issue> issues = new LinkedHashSet<>();
        Snapshot next = new Work(configuration, last, issues).snapshot();
        if (issues.stream().anyMatch(Issue::isError)) {
            throw new ConfigurationException(List.copyOf(issues));
        }
        last = next;
        revisions++;
        return next;
    }

    /** One compilation. */
    private final class Work {
        private final Configuration now;
        private final Snapshot.@Nullable Parts old;
        private final @Nullable Configuration before;
        private final Set<Issue> issues;
        private final FragmentShelf shelf = new FragmentShelf();
        private final DocumentShop shop;
        private final Redactor redactor;
        private NameChanges changes;

        Work(Configuration now, @Nullable Snapshot last, Set<Issue> issues) {
            this.now = now;
            this.old = last == null ? null : last.parts;
            this.before = last == null ? null : last.configuration();
            this.issues = issues;
            this.redactor = redactor(now);
            this.changes =
                    before == null ? new NameChanges(Set.of(), Set.of(), Set.of()) : NameChanges.between(before, now);
            this.shop = new DocumentShop(now, shelf, this::compiler, this::report);
        }

        private DocumentCompiler compiler(CompileEnvironment.Surroundings surroundings) {
            return new DocumentCompiler(settings.environment(surroundings));
        }

        Snapshot snapshot() {
            fragments();
            CompiledDocument global = now.policy()
                    .map(entry -> document(entry, Scope.GLOBAL, null, old == null ? null : old.global()))
                    .orElse(null);
            Map<String, CompiledDocument> workspaces = new HashMap<>();
            now.workspaces().forEach((key, entry) -> workspace(key, entry, workspaces));
            Map<String, CompiledDocument> products = new HashMap<>();
            now.products().forEach((key, entry) -> product(key, entry, products));
            Map<String, ApiNode> apis = new LinkedHashMap<>();
            List<ApiNode> fresh = new ArrayList<>();
            now.apis().forEach((key, entry) -> apis.put(key, api(key, entry, fresh)));
            unusedFragments();
            new BackendNeeds(now, settings.services().backendClient()).report(this::report);
            Router<ApiNode, OperationNode> router = router(apis, fresh);
            new LookupsWithoutStore(global, workspaces.values(), products.values()).report(apis.values(), issues);
            Programs programs = new Programs(products, workspaces, chain(global));
            List<Issue> warnings = issues.stream().filter(i -> !i.isError()).toList();
            Snapshot.Parts parts =
                    new Snapshot.Parts(apis, router, gate(), programs, shelf, products, workspaces, global, warnings);
            return new Snapshot(Long.toString(revisions + 1), settings.deployment(), now, redactor, parts);
        }

        private void fragments() {
            Set<String> touched = new HashSet<>();
            now.fragments().forEach((key, entry) -> {
                String name = NameChanges.folded(key);
                String workspace = workspaceOf(key);
                Fragment known = old == null ? null : old.fragments().fragments.get(name);
                boolean stale = known == null
                        || changes.fragments().contains(name)
                        || changes.touch(new CompiledDocument(
                                entry,
                                workspace,
                                new PolicyCode(Map.of()),
                                known.references(),
                                known.uses(),
                                List.of()));
                Fragment fragment = known == null || stale ? shop.fragment(entry, workspace) : known.copy();
                if (stale) {
                    touched.add(name);
                }
                fragment.issues.forEach(this::report);
                shelf.fragments.put(name, fragment);
            });
            if (old != null) {
                changes = changes.withFragments(touched);
            }
        }

        private static @Nullable String workspaceOf(String key) {
            return key.startsWith("workspaces/") ? key.split("/", 3)[1] : null;
        }

        /** A fragment nobody includes is compiled for one section all the same, so that its errors are known. */
        private void unusedFragments() {
            now.fragments().forEach((key, entry) -> {
                Fragment fragment = shelf.fragments.get(NameChanges.folded(key));
                if (fragment != null && fragment.codes.isEmpty()) {
                    PolicyElement root = fragment.parsed.map(p -> p.root()).orElse(null);
                    if (root != null) {
                        compiler(shop).fragment(root, Scope.API, Section.INBOUND, issue -> {
                            if (issue.isError()) {
                                report(issue);
                            }
                        });
                    }
                }
            });
        }

        private @Nullable CompiledDocument document(
                PolicyDocumentEntry entry, Scope scope, @Nullable String workspace, @Nullable CompiledDocument known) {
            return document(entry, shop.ofScope(scope), workspace, known);
        }

        private @Nullable CompiledDocument document(
                PolicyDocumentEntry entry,
                DocumentShop.Way way,
                @Nullable String workspace,
                @Nullable CompiledDocument known) {
            if (known != null && known.entry().equals(entry) && !changes.touch(known)) {
                known.warnings().forEach(this::report);
                return known;
            }
            return shop.compile(entry, way, workspace);
        }

        private void workspace(String key, WorkspaceEntry entry, Map<String, CompiledDocument> into) {
            if (entry.policy() != null) {
                CompiledDocument known = old == null ? null : old.workspaces().get(key);
                CompiledDocument compiled = document(entry.policy(), Scope.WORKSPACE, key, known);
                if (compiled != null) {
                    into.put(key, compiled);
                }
            }
        }

        private void product(String key, ProductEntry entry, Map<String, CompiledDocument> into) {
            if (entry.policy() != null) {
                CompiledDocument known = old == null ? null : old.products().get(key);
                CompiledDocument compiled =
                        document(entry.policy(), Scope.PRODUCT, entry.product().workspaceId(), known);
                if (compiled != null) {
                    into.put(key, compiled);
                }
            }
        }

        private ApiNode api(String key, ApiEntry entry, List<ApiNode> fresh) {
            ApiNode known = old == null ? null : old.apis().get(key);
            if (known != null && known.entry == entry && isUntouched(known)) {
                known.documents().forEach(document -> document.warnings().forEach(this::report));
                if (known.made != null) {
                    known.made.issues().forEach(this::report);
                }
                return known;
            }
            CompiledDocument document = entry.policy() == null
                    ? null
                    : document(entry.policy(), Scope.API, entry.workspaceId(), known == null ? null : known.document);
            Map<String, OperationNode> operations = new LinkedHashMap<>();
            for (Operation operation : kinds.operations(entry)) {
                operations.put(operation.id(), operation(entry, operation, known));
            }
            Map<String, CompiledDocument> resolvers = resolvers(entry, known);
            ApiNode node =
                    new ApiNode(entry, document, operations, resolvers, serviceUrl(entry), made(entry, resolvers));
            fresh.add(node);
            return node;
        }

        private Map<String, CompiledDocument> resolvers(ApiEntry entry, @Nullable ApiNode known) {
            Map<String, CompiledDocument> documents = new LinkedHashMap<>();
            kinds.of(entry.api()).ifPresent(kind -> {
                ResolverCompiler compiler = new ResolverCompiler(settings.environment(shop), kind);
                entry.resolverPolicies().forEach((id, policy) -> {
                    CompiledDocument before = known == null ? null : known.resolvers.get(id);
                    CompiledDocument document = document(policy, compiler::document, entry.workspaceId(), before);
                    if (document != null) {
                        documents.put(id, document);
                    }
                });
            });
            return documents;
        }

        private ApiKinds.@Nullable Made made(ApiEntry entry, Map<String, CompiledDocument> resolvers) {
            ApiKind kind = kinds.of(entry.api()).orElse(null);
            if (kind == null) {
                ApiKinds.missing(entry, position(entry, "/type")).ifPresent(this::report);
                return null;
            }
            ApiKinds.Made made = new ApiKinds.Context(now, entry, resolvers, settings.services()).compile(kind);
            made.issues().forEach(this::report);
            return made;
        }

        private dev.apim.Position position(ApiEntry entry, String property) {
            return now.resource(entry.path())
                    .map(resource -> resource.origin().at(property))
                    .orElse(dev.apim.Position.startOf(entry.path().value()));
        }

        private boolean isUntouched(ApiNode known) {
            for (CompiledDocument document : changes.isEmpty() ? List.<CompiledDocument>of() : known.documents()) {
                if (changes.touch(document)) {
                    return false;
                }
            }
            return true;
        }

        private OperationNode operation(ApiEntry entry, Operation operation, @Nullable ApiNode known) {
            PolicyDocumentEntry policy = entry.operationPolicies().get(operation.id());
            OperationNode before = known == null ? null : known.operations.get(operation.id());
            if (policy == null) {
                return before != null && before.document == null && before.operation == operation
                        ? before
                        : new OperationNode(operation, null);
            }
            CompiledDocument document =
                    document(policy, Scope.OPERATION, entry.workspaceId(), before == null ? null : before.document);
            return new OperationNode(operation, document);
        }

        private @Nullable Url serviceUrl(ApiEntry entry) {
            String text = entry.api().serviceUrl();
            if (text.isEmpty()) {
                return null;
            }
            try {
                return Url.parse(text);
            } catch (IllegalArgumentException e) {
                report(Issue.error(
                        position(entry, "/serviceUrl"),
                        "serviceUrl of API '" + entry.api().id() + "': " + e.getMessage()));
                return null;
            }
        }

        private Router<ApiNode, OperationNode> router(Map<String, ApiNode> apis, List<ApiNode> fresh) {
            List<RouteApi<ApiNode, OperationNode>> routes = new ArrayList<>();
            boolean versionSetsChanged = before != null && !before.versionSets().equals(now.versionSets());
            for (ApiNode node : old == null || versionSetsChanged ? List.copyOf(apis.values()) : fresh) {
                routes.add(route(node));
            }
            if (old == null) {
                return Router.of(routes);
            }
            Set<ApiRevision> removed = new HashSet<>();
            old.apis().forEach((key, node) -> {
                if (!apis.containsKey(key)) {
                    removed.add(ApiRevision.of(node.api()));
                }
            });
            return routes.isEmpty() && removed.isEmpty()
                    ? old.router()
                    : old.router().with(routes, removed);
        }

        private RouteApi<ApiNode, OperationNode> route(ApiNode node) {
            List<RouteOperation<OperationNode>> operations = new ArrayList<>();
            for (OperationNode operation : node.operations.values()) {
                try {
                    operations.add(new RouteOperation<>(
                            operation.operation.id(),
                            operation.operation.method(),
                            UrlTemplate.parse(operation.operation.urlTemplate()),
                            operation));
                } catch (IllegalArgumentException e) {
                    report(Issue.error(
                            dev.apim.Position.startOf(node.entry.path().value()),
                            "operation '" + operation.operation.id() + "': " + e.getMessage()));
                }
            }
            String set = node.api().versionSetId();
            VersionSet versionSet =
                    set == null ? null : now.versionSets().get(Configuration.key(node.entry.workspaceId(), set));
            return new RouteApi<>(node.api(), versionSet, operations, node);
        }

        private SubscriptionGate gate() {
            if (old != null
                    && before != null
                    && before.subscriptions() == now.subscriptions()
                    && before.products() == now.products()
                    && before.users() == now.users()) {
                return old.gate();
            }
            return new SubscriptionGate(
                    SubscriptionIndex.of(now.subscriptions().values()),
                    ProductIndex.of(now.products().values().stream()
                            .map(ProductEntry::product)
                            .toList()),
                    now.users(),
                    settings.ignoreInvalidKeys());
        }

        private List<PolicyCode> chain(@Nullable CompiledDocument global) {
            if (global == null) {
                return List.of(defaultPolicy());
            }
            boolean silent = global.code().section(Section.BACKEND).isEmpty();
            return silent ? List.of(global.code(), defaultPolicy()) : List.of(global.code());
        }

        private PolicyCode defaultPolicy() {
            PolicyElement root = PolicyDocumentReader.read(
                            "the default policy",
                            DEFAULT_POLICY,
                            ReaderOptions.of(NamedValues.of(List.of())),
                            this::report)
                    .orElseThrow()
                    .root();
            return compiler(shop).document(root, Scope.GLOBAL, this::report);
        }

        /** What is found in a value that came from a secret named value is shown by its name. */
        private void report(Issue issue) {
            issues.add(new Issue(issue.severity(), issue.position(), redactor.text(issue.message()), issue.excerpt()));
        }
    }

    private static Redactor redactor(Configuration configuration) {
        Map<String, String> secrets = new HashMap<>();
        for (NamedValue value : configuration.namedValues().values()) {
            if (value.secret()) {
                secrets.put(value.value(), "{{" + value.displayName() + "}}");
            }
        }
        return new Redactor(secrets);
    }
}
