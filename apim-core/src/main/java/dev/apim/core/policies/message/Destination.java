package dev.apim.core.policies.message;

import dev.apim.backend.BackendClient;
import dev.apim.backend.ConnectionOptions.ClientCertificate;
import dev.apim.http.Url;
import dev.apim.model.Api;
import dev.apim.model.Backend;
import dev.apim.policy.Exchange;
import dev.apim.policy.ExchangeKey;
import dev.apim.policy.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Where a request goes, apart from its path and query: the base that policies replace as a whole (Azure: set-backend-service). Until
 * one does, it is the API's service URL. Immutable.
 *
 * @param base scheme, host, port and base path
 * @param backend the entity that brings credentials and TLS rules, if one was named
 * @param namedAt the scope of the document that named the entity, if one was named
 * @param computed whether the base came from an expression, so that it must not lead to a private address
 * @param pool the pool whose member {@code backend} is, where one was named: then each request that leaves may go to another member
 */
public record Destination(
        Url base,
        @Nullable Backend backend,
        @Nullable Scope namedAt,
        boolean computed,
        @Nullable Backend pool) {
    /** Of no pool. */
    public Destination(Url base, @Nullable Backend backend, @Nullable Scope namedAt, boolean computed) {
        this(base, backend, namedAt, computed, null);
    }

    /** What a policy chose; absent until one does. */
    public static final ExchangeKey<Destination> CHOSEN = ExchangeKey.of("destination");

    /** Present where a policy set {@code Host}: then it overrides that of the destination. */
    public static final ExchangeKey<Boolean> HOST_SET = ExchangeKey.of("host-set");

    /** Present where a policy named a client certificate: then it is presented to the backend, whatever its entity says. */
    public static final ExchangeKey<ClientCertificate> CLIENT_CERTIFICATE = ExchangeKey.of("client-certificate");

    /**
     * Present where the API is one the host handles itself: then a request whose destination no policy has chosen goes to the rest of
     * the host's chain. The engine puts it there.
     */
    public static final ExchangeKey<Inline> INLINE = ExchangeKey.of("inline");

    /**
     * The host behind the gateway, for one request.
     *
     * @param client leads to the rest of its chain
     * @param path that the request asks the host for
     * @param baseLength how much of it is the API's
     */
    public record Inline(BackendClient client, String path, int baseLength) {
        private String basePath() {
            return path.substring(0, baseLength);
        }
    }

    /** How much of the request's path is the base's: its length without a slash at the end. */
    public static int basePathLength(Exchange exchange) {
        String path = exchange.request().url().path();
        String base = trimmed(basePath(exchange));
        boolean within = path.startsWith(base) && (path.length() == base.length() || path.charAt(base.length()) == '/');
        return within ? base.length() : 0;
    }

    /** Puts a request path behind the base. */
    public Url with(String relativePath, String query) {
        return new Url(base.scheme(), base.host(), base.port(), trimmed(base.path()) + relativePath, query);
    }

    private static String basePath(Exchange exchange) {
        Destination chosen = exchange.get(CHOSEN);
        if (chosen != null) {
            return chosen.base.path();
        }
        Inline inline = exchange.get(INLINE);
        if (inline != null) {
            return inline.basePath();
        }
        Api api = exchange.api();
        return api == null || api.serviceUrl().isEmpty() ? "" : pathOf(api.serviceUrl());
    }

    /** The path of an absolute URL, without parsing the rest of it: it was parsed when it was loaded. */
    private static String pathOf(String url) {
        int authority = url.indexOf("://");
        int slash = authority < 0 ? -1 : url.indexOf('/', authority + 3);
        int query = url.indexOf('?');
        if (slash < 0 || query >= 0 && query < slash) {
            return "";
        }
        return query < 0 ? url.substring(slash) : url.substring(slash, query);
    }

    private static String trimmed(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** The base and the entity's name: an entity's {@code toString} holds no credential. */
    @Override
    public String toString() {
        return "Destination[" + base + (backend == null ? "" : ", " + backend.id()) + "]";
    }
}
