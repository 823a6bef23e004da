package dev.apim.core.backend;

import dev.apim.backend.BackendCapability;
import dev.apim.backend.BackendClient;
import java.util.Optional;

/**
 * What a configuration may ask of a backend client that not every client can do. Such a configuration loads with a warning, and a
 * request that needs it fails; both name the jar that helps.
 */
public final class ClientLimits {
    /** What to do about it. */
    static final String REMEDY = "add the jar dev.apim:apim-vertx, whose client can";

    private ClientLimits() {}

    /** What to warn of where {@code client} lacks a capability that the configuration needs; else nothing. */
    public static Optional<String> warning(BackendClient client, BackendCapability needed) {
        return client.capabilities().contains(needed)
                ? Optional.empty()
                : Optional.of("the backend client at hand cannot " + what(needed) + "; a request that needs it fails. "
                        + Character.toUpperCase(REMEDY.charAt(0)) + REMEDY.substring(1));
    }

    private static String what(BackendCapability capability) {
        return switch (capability) {
            case HOST_OVERRIDE -> "send a Host of its own";
            case TRAILERS -> "hand over trailers";
            case HTTP_2 -> "speak HTTP/2";
            case CLIENT_CERTIFICATE -> "present a client certificate";
            case TLS_CHECKS -> "switch the checks of a backend's certificate off";
            case ADDRESS_PINNING -> "hold a computed host to public addresses";
            case EXPECT_CONTINUE -> "wait for 100 Continue";
            case PROXY -> "tunnel through a proxy that wants credentials";
        };
    }
}
