package dev.apim.core.resource;

import dev.apim.IssueSink;
import dev.apim.model.Api;
import dev.apim.model.Backend;
import dev.apim.model.Operation;
import dev.apim.model.User;
import dev.apim.model.VersionSet;
import dev.apim.resource.ResourcePath;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Holds the resources against one another: what is referred to is there, what must be unique is. */
final class Consistency {
    private static final Set<String> BUILT_IN =
            Set.of("/groups/administrators", "/groups/developers", "/groups/guests", "/users/1");

    private final Shelves shelves;
    private final Views views;
    private final IssueSink issues;

    Consistency(Shelves shelves, Views views, IssueSink issues) {
        this.shelves = shelves;
        this.views = views;
        this.issues = issues;
    }

    void check(Change change, Views before) {
        if (change.removes()) {
            shelves.all().forEach(bundle -> links(bundle, change.broken()));
        } else {
            change.touched().stream()
                    .map(shelves::bundle)
                    .flatMap(Optional::stream)
                    .sorted((a, b) -> a.path().compareTo(b.path()))
                    .forEach(bundle -> links(bundle, change.broken()));
        }
        change.touched().stream().map(shelves::bundle).flatMap(Optional::stream).forEach(this::operations);
        if (routesChanged(change, before)) {
            routes(change.broken());
        }
        if (change.touches("users")) {
            emails();
        }
        if (change.touches("backends")) {
            shelves.of("backends").forEach(this::pool);
        }
        if (views.backends() != before.backends()) {
            urls();
        }
    }

    private void links(Bundle bundle, Set<ResourcePath> broken) {
        for (Item item : bundle.items().values()) {
            for (Link link : item.links()) {
                if (link.targets().stream().noneMatch(target -> exists(target) || broken.contains(target))) {
                    report(item, link);
                }
            }
        }
    }

    private void report(Item item, Link link) {
        ResourcePath target = link.targets().get(0);
        String what = link.pointer().isEmpty()
                ? item.path().toString()
                : link.pointer().substring(1);
        String message = what + " refers to '" + link.text() + "', but there is no " + target;
        if (link.fatal()) {
            issues.error(item.at(link.pointer()), message + ": add it or correct the reference");
        } else {
            issues.warning(item.at(link.pointer()), message + ": taken as if it were not written");
        }
    }

    private boolean exists(ResourcePath target) {
        return BUILT_IN.contains(target.value().toLowerCase(Locale.ROOT))
                || shelves.item(target).isPresent();
    }

    private void operations(Bundle bundle) {
        Map<String, Item> shapes = new HashMap<>();
        bundle.items("apis/operations").forEach(item -> {
            Operation operation = (Operation) item.value();
            Item other = shapes.putIfAbsent(UrlTemplateCheck.shape(operation.method(), operation.urlTemplate()), item);
            if (other != null) {
                issues.error(
                        item.at("/urlTemplate"),
                        operation.method() + " " + operation.urlTemplate() + " matches the same requests as operation '"
                                + other.path().name() + "' of this API: change or remove one");
            }
        });
    }

    private boolean routesChanged(Change change, Views before) {
        return views.versionSets() != before.versionSets()
                || change.touched().stream()
                        .filter(path -> Shelves.typeOf(path).equals("apis"))
                        .anyMatch(path -> !sameApi(
                                views.apis().get(path.value()), before.apis().get(path.value())));
    }

    private static boolean sameApi(
            @org.jspecify.annotations.Nullable ApiEntry a, @org.jspecify.annotations.Nullable ApiEntry b) {
        return a != null && b != null && a.api().equals(b.api());
    }

    private void routes(Set<ResourcePath> broken) {
        Map<String, ApiEntry> routes = new HashMap<>();
        for (ApiEntry entry : views.apis().values()) {
            if (!entry.api().isCurrent()) {
                revision(entry, broken);
                continue;
            }
            ApiEntry other = routes.putIfAbsent(route(entry.api()), entry);
            if (other != null) {
                issues.error(
                        shelves.item(entry.path()).orElseThrow().at("/path"),
                        "path '" + entry.api().path() + "'" + version(entry.api()) + " is also that of " + other.path()
                                + ": give each API a path or version of its own");
            }
        }
    }

    private void revision(ApiEntry entry, Set<ResourcePath> broken) {
        ResourcePath current = ResourceTypes.scope(entry.workspaceId())
                .child("apis", entry.api().id());
        ApiEntry base = views.apis().get(current.value());
        Item item = shelves.item(entry.path()).orElseThrow();
        if (base == null && !broken.contains(current)) {
            issues.error(
                    item.at(""), "there is no current revision " + current + " beside " + entry.path() + ": add it");
        } else if (base != null && base.api().revision().equals(entry.api().revision())) {
            issues.error(
                    item.at("/apiRevision"),
                    "revision " + entry.api().revision() + " is also that of " + current
                            + ", the current one: give each its own");
        }
    }

    private String route(Api api) {
        VersionSet set = api.versionSetId() == null
                ? null
                : views.versionSets().get(Configuration.key(api.workspaceId(), api.versionSetId()));
        boolean segment = set == null || set.scheme() == VersionSet.Scheme.SEGMENT;
        String path = api.path().toLowerCase(Locale.ROOT);
        if (set == null || api.version().isEmpty()) {
            return path;
        }
        String version = api.version().toLowerCase(Locale.ROOT);
        return segment ? (path.isEmpty() ? version : path + "/" + version) : path + "?" + version;
    }

    private static String version(Api api) {
        return api.version().isEmpty() ? "" : " with version '" + api.version() + "'";
    }

    private void emails() {
        Map<String, Bundle> seen = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Bundle bundle : shelves.of("users")) {
            User user = bundle.value(User.class).orElseThrow();
            Bundle other = seen.putIfAbsent(user.email(), bundle);
            if (other != null) {
                issues.error(bundle.root().at("/email"), "email is also that of " + other.path() + ": change one");
            }
        }
    }

    private void pool(Bundle bundle) {
        Item item = bundle.root();
        for (Link link : item.links()) {
            boolean nested = shelves.item(link.targets().get(0))
                    .filter(member -> member.value() instanceof Backend b && b.isPool())
                    .isPresent();
            if (nested) {
                issues.error(
                        item.at(link.pointer()),
                        "pool member '" + link.text() + "' is a pool itself: name backends of type Single");
            }
        }
    }

    private void urls() {
        for (Bundle bundle : shelves.of("backends")) {
            Backend backend = views.backends()
                    .get(Configuration.key(bundle.workspaceId(), bundle.path().name()));
            if (backend != null && isBroken(backend)) {
                issues.error(
                        bundle.root().at("/url"),
                        "url is no absolute URL once its named values are put in: correct the named value");
            }
            if (backend != null
                    && backend.proxy() != null
                    && !backend.proxy().url().contains("{{")
                    && !BackendRecords.isProxy(backend.proxy().url())) {
                issues.error(
                        bundle.root().at("/proxy/url"),
                        "url of the proxy is no address such as http://proxy:3128 once its named values are put in:"
                                + " correct the named value");
            }
        }
    }

    private static boolean isBroken(Backend backend) {
        return backend.serviceFabric() == null
                && !backend.isPool()
                && !backend.url().contains("{{")
                && !BackendRecords.isAbsolute(backend.url());
    }
}
