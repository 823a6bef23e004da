package dev.apim.model;

import org.jspecify.annotations.Nullable;

/**
 * APIs that are versions of one another (Azure: {@code apiVersionSet}).
 *
 * @param id resource name
 * @param displayName 1 to 100 characters
 * @param scheme where a request names its version
 * @param queryName parameter for {@link Scheme#QUERY}
 * @param headerName field for {@link Scheme#HEADER}
 */
public record VersionSet(
        String id,
        String displayName,
        Scheme scheme,
        @Nullable String queryName,
        @Nullable String headerName) {
    /** Where a request names its version. */
    public enum Scheme {
        /** The segment after the API path. */
        SEGMENT,
        /** A query parameter. */
        QUERY,
        /** A field. */
        HEADER
    }
}
