package dev.apim.core.routing;

import dev.apim.http.Headers;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An immutable tree over the segments of API paths; a change copies the nodes on its way and shares all others. */
final class PrefixTree<A, O> {
    private final @Nullable ApiSite<A, O> site;
    private final SegmentMap<PrefixTree<A, O>> children;

    /** Those of the site's only API, repeated here: most requests need not wait for the memory that the API lies in. */
    private final @Nullable OperationTable table;

    private final Object @Nullable [] payloads;

    private PrefixTree(@Nullable ApiSite<A, O> site, SegmentMap<PrefixTree<A, O>> children) {
        this.site = site;
        this.children = children;
        RoutedApi<A, O> only = site == null ? null : site.only();
        this.table = only == null ? null : only.table();
        this.payloads = only == null ? null : only.payloads();
    }

    static <A, O> PrefixTree<A, O> of(Map<String, ApiSite<A, O>> sites) {
        Draft<A, O> root = new Draft<>();
        sites.forEach((prefix, site) -> {
            Draft<A, O> at = root;
            for (String segment : segments(prefix)) {
                at = at.children.computeIfAbsent(segment, s -> new Draft<>());
            }
            at.site = site;
        });
        return root.freeze();
    }

    @Nullable
    ApiSite<A, O> site() {
        return site;
    }

    /** What answers a request whose path the site has won with so many of its segments. */
    RouteResult<A, O> route(String method, CanonicalPath path, Headers headers, int apiSegments) {
        String revision = path.revisionAfter(apiSegments);
        if (table != null && payloads != null && revision == null) {
            return RoutedApi.route(table, payloads, method, path, apiSegments);
        }
        RoutedApi<A, O> api = site == null ? null : site.select(path, headers, revision);
        return api == null ? new RouteResult.NoApi<>() : api.route(method, path, apiSegments);
    }

    SegmentMap<PrefixTree<A, O>> children() {
        return children;
    }

    @Nullable
    ApiSite<A, O> at(String prefix) {
        PrefixTree<A, O> node = this;
        for (String segment : segments(prefix)) {
            node = node.children.get(segment);
            if (node == null) {
                return null;
            }
        }
        return node.site;
    }

    /** The same with another site at a prefix, or none. */
    PrefixTree<A, O> with(String prefix, @Nullable ApiSite<A, O> newSite) {
        return with(segments(prefix), 0, newSite);
    }

    private PrefixTree<A, O> with(String[] segments, int depth, @Nullable ApiSite<A, O> newSite) {
        if (depth == segments.length) {
            return new PrefixTree<>(newSite, children);
        }
        PrefixTree<A, O> child = children.get(segments[depth]);
        PrefixTree<A, O> old = child == null ? new PrefixTree<>(null, SegmentMap.empty()) : child;
        PrefixTree<A, O> changed = old.with(segments, depth + 1, newSite);
        boolean leadsNowhere = changed.site == null && changed.children.isEmpty();
        return new PrefixTree<>(
                site, leadsNowhere ? children.without(segments[depth]) : children.with(segments[depth], changed));
    }

    private static String[] segments(String prefix) {
        return prefix.isEmpty() ? new String[0] : prefix.split("/");
    }

    /** A node being built. */
    private static final class Draft<A, O> {
        private final Map<String, Draft<A, O>> children = new HashMap<>();
        private @Nullable ApiSite<A, O> site;

        PrefixTree<A, O> freeze() {
            Map<String, PrefixTree<A, O>> frozen = new HashMap<>();
            children.forEach((segment, draft) -> frozen.put(segment, draft.freeze()));
            return new PrefixTree<>(site, frozen.isEmpty() ? SegmentMap.empty() : SegmentMap.of(frozen));
        }
    }
}
