package dev.apim.core.routing;

import dev.apim.http.Headers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the API and the operation that answer a request. Immutable and thread-safe; a change gives another router that shares what
 * did not change.
 *
 * <p>The API with the longest path wins, compared by whole segments without case; the API with the empty path takes the rest. Then its
 * version and revision are chosen, then the operation. There is no way back: when the winning API has no such version, revision or
 * operation, no API with a shorter path is tried.
 *
 * @param <A> of the APIs' payloads
 * @param <O> of the operations' payloads
 */
public final class Router<A, O> {
    /** Beyond so many changed prefixes it is cheaper to build the tree anew; the APIs in it are shared either way. */
    private static final int COPIES_AT_MOST = 64;

    private final NamedApis<A, O> apis;
    private final PrefixTree<A, O> tree;

    private Router(NamedApis<A, O> apis, PrefixTree<A, O> tree) {
        this.apis = apis;
        this.tree = tree;
    }

    /** A router over all revisions of all APIs; of two with the same name the last counts. */
    public static <A, O> Router<A, O> of(Collection<RouteApi<A, O>> routes) {
        Map<List<OperationTable.Address>, OperationTable> tables = new HashMap<>();
        List<RoutedApi<A, O>> routed = new ArrayList<>(routes.size());
        for (RouteApi<A, O> route : routes) {
            routed.add(new RoutedApi<>(route, key -> tables.computeIfAbsent(key, OperationTable::of)));
        }
        NamedApis<A, O> apis = NamedApis.<A, O>empty().with(List.of(), routed);
        return new Router<>(apis, tree(apis));
    }

    /** The same with some revisions added or replaced, and some removed; what is both is replaced. */
    public Router<A, O> with(Collection<RouteApi<A, O>> changed, Collection<ApiRevision> removed) {
        List<RoutedApi<A, O>> coming = changed.stream()
                .map(route -> new RoutedApi<>(route, key -> table(route, key)))
                .toList();
        Set<ApiRevision> names = new HashSet<>(removed);
        coming.forEach(api -> names.add(api.name()));
        Set<String> touched = new LinkedHashSet<>();
        for (ApiRevision name : names) {
            RoutedApi<A, O> old = apis.get(name);
            touched.addAll(old == null ? List.of() : old.prefixes());
        }
        coming.forEach(api -> touched.addAll(api.prefixes()));
        NamedApis<A, O> next = apis.with(names, coming);
        return new Router<>(next, touched.size() > COPIES_AT_MOST ? tree(next) : changedTree(touched, names, next));
    }

    /**
     * Routes a request.
     *
     * <p>For a CORS preflight, ask with the method it announces: the operation found is the one whose policies answer it.
     *
     * @param method compared without case; HEAD is not GET
     * @param headers where versions may be named
     */
    public RouteResult<A, O> route(String method, CanonicalPath path, Headers headers) {
        PrefixTree<A, O> deepest = tree;
        int apiSegments = 0;
        PrefixTree<A, O> node = tree;
        for (int i = 0; i < path.segments(); i++) {
            node = node.children().get(path, i);
            if (node == null) {
                break;
            }
            if (node.site() != null) {
                deepest = node;
                apiSegments = i + 1;
            }
        }
        if (deepest.site() == null || path.isAsterisk()) {
            return new RouteResult.NoApi<>();
        }
        if (path.refusesRevisionAfter(apiSegments)) {
            return new RouteResult.Malformed<>(
                    "The path names a revision elsewhere than right after the path of an API.");
        }
        return deepest.route(method, path, headers, apiSegments);
    }

    /** Whether an API lies at a path or above it, whatever its versions and operations. */
    public boolean covers(CanonicalPath path) {
        PrefixTree<A, O> node = tree;
        for (int i = 0; node != null && node.site() == null && i < path.segments(); i++) {
            node = node.children().get(path, i);
        }
        return node != null && node.site() != null && !path.isAsterisk();
    }

    /** What no request can reach, in the order of the names. Looks at everything, so it is for publishing, not for requests. */
    public List<RouteConflict> conflicts() {
        List<RouteConflict> conflicts = new ArrayList<>();
        collectConflicts(tree, conflicts);
        apis.forEach(api -> api.duplicates().forEach(operation -> conflicts.add(duplicate(api, operation))));
        conflicts.sort(Comparator.comparing(RouteConflict::api, ApiRevision.ORDER));
        return conflicts;
    }

    private static <O> RouteConflict duplicate(RoutedApi<?, O> api, RouteOperation<O> operation) {
        return new RouteConflict(
                api.name(),
                operation.id(),
                "another operation of the API has the method " + operation.method() + " and the URL template "
                        + operation.template().shape() + " already; give one of them another");
    }

    /** The table that this revision has had, if its operations are still the same. */
    private OperationTable table(RouteApi<A, O> route, List<OperationTable.Address> addresses) {
        RoutedApi<A, O> old = apis.get(ApiRevision.of(route.api()));
        return old != null && old.table().addresses().equals(addresses) ? old.table() : OperationTable.of(addresses);
    }

    private static <A, O> void collectConflicts(PrefixTree<A, O> node, List<RouteConflict> conflicts) {
        if (node.site() != null) {
            conflicts.addAll(node.site().conflicts());
        }
        node.children().forEach((segment, child) -> collectConflicts(child, conflicts));
    }

    private static <A, O> PrefixTree<A, O> tree(NamedApis<A, O> apis) {
        Map<String, List<RoutedApi<A, O>>> byPrefix = new HashMap<>();
        apis.forEach(api -> api.prefixes()
                .forEach(prefix -> byPrefix.computeIfAbsent(prefix, p -> new ArrayList<>(1))
                        .add(api)));
        Map<String, ApiSite<A, O>> sites = new HashMap<>();
        byPrefix.forEach((prefix, members) -> sites.put(prefix, ApiSite.of(prefix, members)));
        return PrefixTree.of(sites);
    }

    private PrefixTree<A, O> changedTree(Set<String> touched, Set<ApiRevision> names, NamedApis<A, O> next) {
        PrefixTree<A, O> changed = tree;
        for (String prefix : touched) {
            List<RoutedApi<A, O>> members = new ArrayList<>();
            ApiSite<A, O> old = tree.at(prefix);
            if (old != null) {
                old.members().stream().filter(m -> !names.contains(m.name())).forEach(members::add);
            }
            for (ApiRevision name : names) {
                RoutedApi<A, O> api = next.get(name);
                if (api != null && api.prefixes().contains(prefix)) {
                    members.add(api);
                }
            }
            changed = changed.with(prefix, members.isEmpty() ? null : ApiSite.of(prefix, members));
        }
        return changed;
    }
}
