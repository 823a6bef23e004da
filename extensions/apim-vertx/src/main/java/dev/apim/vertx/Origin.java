package dev.apim.vertx;

import dev.apim.backend.ConnectionOptions;
import org.jspecify.annotations.Nullable;

/** What connections are shared by: requests to the same origin with the same options. */
record Origin(boolean secure, String host, int port, ConnectionOptions options) {
    /** Without the brackets of an IPv6 address. */
    String address() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** The proxy that is asked for the resource itself, rather than for a tunnel; {@code null} where there is none. */
    ConnectionOptions.@Nullable Proxy forwardingProxy() {
        return secure ? null : options.proxy();
    }

    @Override
    public String toString() {
        return (secure ? "https://" : "http://") + host + ":" + port;
    }
}
