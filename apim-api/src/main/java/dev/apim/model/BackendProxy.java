package dev.apim.model;

import org.jspecify.annotations.Nullable;

/**
 * The HTTP proxy between the gateway and a backend (Azure: {@code backend.proxy}).
 *
 * @param url such as {@code http://proxy:3128}
 * @param username for Basic credentials; {@code null} for none
 * @param password secret
 */
public record BackendProxy(
        String url, @Nullable String username, @Nullable String password) {
    /** Without what may be secret. */
    @Override
    public String toString() {
        return "BackendProxy[" + (username == null ? "" : "with credentials") + "]";
    }
}
