package dev.apim.core.routing;

import dev.apim.model.Api;
import dev.apim.model.VersionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One revision of an API, ready to serve. */
final class RoutedApi<A, O> {
    private final ApiRevision name;
    private final Api api;
    private final @Nullable VersionSet versionSet;
    private final List<RouteOperation<O>> operations;
    private final OperationTable table;
    /** The API's own, then those of its operations in order. */
    private final Object[] payloads;

    private final String basePath;
    private final String servedPath;

    /**
     * Makes it ready.
     *
     * @param tables gives the table of such operations
     */
    RoutedApi(RouteApi<A, O> route, Function<List<OperationTable.Address>, OperationTable> tables) {
        api = route.api();
        name = ApiRevision.of(api);
        versionSet = route.versionSet();
        operations = route.operations();
        table = tables.apply(operations.stream()
                .map(o -> new OperationTable.Address(o.method(), o.template()))
                .toList());
        payloads = Stream.concat(Stream.of(route.payload()), operations.stream().map(RouteOperation::payload))
                .toArray();
        basePath = prefix(api.path());
        boolean inPath = versionSet != null && versionSet.scheme() == VersionSet.Scheme.SEGMENT;
        servedPath = inPath ? prefix(api.path() + "/" + api.version()) : basePath;
    }

    ApiRevision name() {
        return name;
    }

    Api api() {
        return api;
    }

    OperationTable table() {
        return table;
    }

    Object[] payloads() {
        return payloads;
    }

    /** What answers a request for this API. */
    RouteResult<A, O> route(String method, CanonicalPath path, int apiSegments) {
        return route(table, payloads, method, path, apiSegments);
    }

    /** What answers a request for the API that has this table and these payloads. */
    @SuppressWarnings("unchecked") // the first payload is the API's, the others are the operations'
    static <A, O> RouteResult<A, O> route(
            OperationTable table, Object[] payloads, String method, CanonicalPath path, int apiSegments) {
        A api = (A) payloads[0];
        OperationTable.Entry found = table.find(method, path, apiSegments);
        if (found == null) {
            return new RouteResult.NoOperation<>(api, table.definesOptions(), path, apiSegments);
        }
        O operation = (O) payloads[found.number() + 1];
        Map<String, String> parameters = found.address().template().capture(path, apiSegments);
        return new RouteResult.Matched<>(api, operation, parameters, path, apiSegments);
    }

    /** The operations that cannot be told from an earlier one. */
    List<RouteOperation<O>> duplicates() {
        return table.duplicates().stream().map(operations::get).toList();
    }

    /**
     * The prefixes it has a say at: where it serves, and, if its version is a segment, its path without the version. There it keeps an
     * unknown version from reaching an API with a shorter path.
     */
    List<String> prefixes() {
        return servedPath.equals(basePath) ? List.of(basePath) : List.of(basePath, servedPath);
    }

    /** Whether it serves at this prefix without a query parameter or field that names its version. */
    boolean servesUnnamedAt(String prefix) {
        return prefix.equals(servedPath)
                && (namedVersions() == null || api.version().isEmpty());
    }

    /** The set whose versions a query parameter or a field names, if it is in such a set. */
    @Nullable
    VersionSet namedVersions() {
        return versionSet != null && versionSet.scheme() != VersionSet.Scheme.SEGMENT ? versionSet : null;
    }

    /** Segments folded and joined by slashes. */
    private static String prefix(String path) {
        List<String> segments = new ArrayList<>();
        for (String segment : path.split("/")) {
            if (!segment.isEmpty()) {
                segments.add(CaseFold.fold(Escapes.decodeLiteral(segment)));
            }
        }
        return String.join("/", segments);
    }
}
