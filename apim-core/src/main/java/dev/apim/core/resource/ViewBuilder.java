package dev.apim.core.resource;

import dev.apim.IssueSink;
import dev.apim.model.Api;
import dev.apim.model.GlobalSchema;
import dev.apim.model.Group;
import dev.apim.model.Operation;
import dev.apim.model.Product;
import dev.apim.model.Resolver;
import dev.apim.model.Schema;
import dev.apim.model.Subscription;
import dev.apim.model.Tag;
import dev.apim.model.User;
import dev.apim.model.VersionSet;
import dev.apim.model.Workspace;
import dev.apim.resource.ResourcePath;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes the maps of the next configuration, those that nothing touched taken over as they are. */
final class ViewBuilder {
    private static final List<Group> BUILT_IN = List.of(
            new Group("administrators", "Administrators", "", "system", null, List.of()),
            new Group("developers", "Developers", "", "system", null, List.of()),
            new Group("guests", "Guests", "", "system", null, List.of()));

    private final Views before;
    private final Shelves shelves;
    private final Change change;
    private final SecretViews secrets;

    ViewBuilder(Views before, Shelves shelves, Change change, ItemReader reader, IssueSink issues) {
        this.before = before;
        this.shelves = shelves;
        this.change = change;
        this.secrets = new SecretViews(before, shelves, change, reader, issues);
    }

    Views build() {
        Map<String, VersionSet> versionSets =
                unlessSame("apiVersionSets", before.versionSets(), () -> byKey("apiVersionSets", VersionSet.class));
        secrets.build();
        return new Views(
                apis(versionSets),
                versionSets,
                unlessSame("products", before.products(), this::products),
                before.groups().isEmpty() || change.touches("groups") ? groups() : before.groups(),
                unlessSame("users", before.users(), () -> byKey("users", User.class)),
                unlessSame("subscriptions", before.subscriptions(), () -> byKey("subscriptions", Subscription.class)),
                secrets.namedValues(),
                secrets.backends(),
                secrets.loggers(),
                secrets.certificates(),
                unlessSame(
                        "policyFragments",
                        before.fragments(),
                        () -> byKey("policyFragments", PolicyDocumentEntry.class)),
                unlessSame("tags", before.tags(), () -> byKey("tags", Tag.class)),
                unlessSame("schemas", before.schemas(), () -> byKey("schemas", GlobalSchema.class)),
                workspaces(),
                policy(null));
    }

    static <T> SortedMap<String, T> map() {
        return new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    }

    private <T> Map<String, T> unlessSame(String type, Map<String, T> old, Supplier<Map<String, T>> build) {
        return change.touches(type) ? Collections.unmodifiableMap(build.get()) : old;
    }

    private <T> Map<String, T> byKey(String type, Class<T> record) {
        Map<String, T> found = map();
        for (Bundle bundle : shelves.of(type)) {
            bundle.value(record)
                    .ifPresent(value -> found.put(
                            Configuration.key(
                                    bundle.workspaceId(), bundle.path().name()),
                            value));
        }
        return found;
    }

    private Map<String, ApiEntry> apis(Map<String, VersionSet> versionSets) {
        boolean all = change.touches("apiVersionSets");
        if (!all && !change.touches("apis")) {
            return before.apis();
        }
        SortedMap<String, ApiEntry> next = map();
        next.putAll(before.apis());
        if (all) {
            shelves.of("apis").forEach(bundle -> put(next, bundle, versionSets));
        }
        for (ResourcePath path : change.touched()) {
            if (Shelves.typeOf(path).equals("apis")) {
                shelves.bundle(path)
                        .ifPresentOrElse(bundle -> put(next, bundle, versionSets), () -> next.remove(path.value()));
            }
        }
        // Sorted, so that the next change copies it in one pass.
        return Collections.unmodifiableSortedMap(next);
    }

    private void put(Map<String, ApiEntry> entries, Bundle bundle, Map<String, VersionSet> versionSets) {
        Api api = bundle.value(Api.class).orElseThrow();
        ApiEntry old = entries.get(bundle.path().value());
        ApiEntry entry = entry(bundle, withoutVersion(api, versionSets));
        entries.put(bundle.path().value(), entry.equals(old) ? old : entry);
    }

    private static ApiEntry entry(Bundle bundle, Api api) {
        return new ApiEntry(
                bundle.path(),
                api,
                bundle.values("apis/operations", Operation.class).toList(),
                bundle.values("apis/schemas", Schema.class).toList(),
                bundle.values("apis/policies", PolicyDocumentEntry.class)
                        .findFirst()
                        .orElse(null),
                policiesByOwner(bundle, "apis/operations/policies"),
                bundle.values("apis/resolvers", Resolver.class).toList(),
                policiesByOwner(bundle, "apis/resolvers/policies"),
                bundle.workspaceId());
    }

    private static Map<String, PolicyDocumentEntry> policiesByOwner(Bundle bundle, String type) {
        Map<String, PolicyDocumentEntry> policies = map();
        bundle.values(type, PolicyDocumentEntry.class)
                .forEach(policy -> policies.put(policy.path().parent().name(), policy));
        return Collections.unmodifiableMap(policies);
    }

    /** Some write the version into the path as well; requests must not need it twice. */
    private static Api withoutVersion(Api api, Map<String, VersionSet> versionSets) {
        VersionSet set = api.versionSetId() == null
                ? null
                : versionSets.get(Configuration.key(api.workspaceId(), api.versionSetId()));
        String path = "/" + api.path();
        String suffix = "/" + api.version();
        boolean twice = set != null
                && set.scheme() == VersionSet.Scheme.SEGMENT
                && !api.version().isEmpty()
                && path.regionMatches(true, path.length() - suffix.length(), suffix, 0, suffix.length());
        if (!twice) {
            return api;
        }
        String shorter = path.substring(Math.min(1, path.length() - suffix.length()), path.length() - suffix.length());
        return new Api(
                api.id(),
                api.displayName(),
                api.description(),
                shorter,
                api.protocols(),
                api.serviceUrl(),
                api.type(),
                api.revision(),
                api.isCurrent(),
                api.isOnline(),
                api.version(),
                api.versionSetId(),
                api.subscriptionRequired(),
                api.subscriptionKeyParameterNames(),
                api.workspaceId());
    }

    private Map<String, ProductEntry> products() {
        Map<String, ProductEntry> found = map();
        for (Bundle bundle : shelves.of("products")) {
            bundle.value(Product.class).ifPresent(product -> {
                PolicyDocumentEntry policy = bundle.values("products/policies", PolicyDocumentEntry.class)
                        .findFirst()
                        .orElse(null);
                ProductEntry entry = new ProductEntry(bundle.path(), linked(product, bundle), policy);
                String key = Configuration.key(bundle.workspaceId(), product.id());
                ProductEntry old = before.products().get(key);
                found.put(key, entry.equals(old) ? old : entry);
            });
        }
        return found;
    }

    private static Product linked(Product product, Bundle bundle) {
        return new Product(
                product.id(),
                product.displayName(),
                product.description(),
                product.subscriptionRequired(),
                product.approvalRequired(),
                product.subscriptionsLimit(),
                product.state(),
                targets(bundle, "products/apis", "products/apiLinks"),
                targets(bundle, "products/groups", "products/groupLinks"),
                product.workspaceId());
    }

    private static List<String> targets(Bundle bundle, String association, String link) {
        return bundle.items().values().stream()
                .filter(item -> item.type().name().equals(association)
                        || item.type().name().equals(link))
                .map(item -> item.links().get(0).targets().get(0).name())
                .distinct()
                .toList();
    }

    private Map<String, Group> groups() {
        Map<String, Group> found = map();
        BUILT_IN.forEach(group -> found.put(group.id(), group));
        for (Bundle bundle : shelves.of("groups")) {
            bundle.value(Group.class)
                    .ifPresent(group -> found.put(
                            Configuration.key(bundle.workspaceId(), group.id()),
                            new Group(
                                    group.id(),
                                    group.displayName(),
                                    group.description(),
                                    group.type(),
                                    group.externalId(),
                                    bundle.items("groups/users")
                                            .map(item -> item.path().name())
                                            .toList())));
        }
        return Collections.unmodifiableMap(found);
    }

    private Map<String, WorkspaceEntry> workspaces() {
        if (!change.touchesWorkspaces()) {
            return before.workspaces();
        }
        Map<String, WorkspaceEntry> found = map();
        shelves.all()
                .map(Bundle::workspaceId)
                .filter(Objects::nonNull)
                .forEach(id -> found.putIfAbsent(
                        id, new WorkspaceEntry(ResourceTypes.scope(id), new Workspace(id, id, ""), policy(id))));
        for (Bundle bundle : shelves.of("workspaces")) {
            bundle.value(Workspace.class)
                    .ifPresent(w -> found.put(w.id(), new WorkspaceEntry(bundle.path(), w, policy(w.id()))));
        }
        return Collections.unmodifiableMap(found);
    }

    private @Nullable PolicyDocumentEntry policy(@Nullable String workspaceId) {
        Optional<Bundle> bundle =
                shelves.bundle(ResourceTypes.scope(workspaceId).child("policies", "policy"));
        return bundle.flatMap(b -> b.value(PolicyDocumentEntry.class)).orElse(null);
    }
}
