package dev.apim.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;

/**
 * An absolute http or https URL. Immutable.
 *
 * @param scheme {@code http} or {@code https}
 * @param host a name or address, lower case; an IPv6 address in brackets
 * @param port 1 to 65535, the scheme's default where none was written
 * @param path still encoded, starting with {@code /}
 * @param query still encoded, without the {@code ?}; empty where there is none
 */
public record Url(String scheme, String host, int port, String path, String query) {
    public Url {
        Objects.requireNonNull(scheme, "scheme");
        Objects.requireNonNull(host, "host");
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("port is 1 to 65535, found " + port);
        }
        if (path.isEmpty() || path.charAt(0) != '/') {
            throw new IllegalArgumentException("path starts with /, found '" + path + "'");
        }
        Objects.requireNonNull(query, "query");
    }

    /**
     * Reads an absolute URL; a fragment is dropped. Spaces and other characters that may not stand in a path or query are
     * percent-encoded (.NET: {@code Uri}).
     *
     * @throws IllegalArgumentException when it is no http or https URL, or holds user information
     */
    public static Url parse(String text) {
        URI uri;
        try {
            uri = new URI(UrlText.encoded(text.strip()));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("not a URL: " + e.getMessage(), e);
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("expected an absolute http or https URL, found '" + text + "'");
        }
        if (uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("user information is not allowed in a URL");
        }
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("the URL has no valid host: '" + text + "'");
        }
        String path = uri.getRawPath();
        String query = uri.getRawQuery();
        return new Url(
                scheme,
                uri.getHost().toLowerCase(Locale.ROOT),
                uri.getPort() < 0 ? defaultPort(scheme) : uri.getPort(),
                path == null || path.isEmpty() ? "/" : path,
                query == null ? "" : query);
    }

    /** 443 for https, else 80. */
    public static int defaultPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    /** The same with another path. */
    public Url withPath(String newPath) {
        return new Url(scheme, host, port, newPath, query);
    }

    /** The same with another query, given without {@code ?}. */
    public Url withQuery(String newQuery) {
        return new Url(scheme, host, port, path, newQuery);
    }

    /** Host and, unless it is the scheme's default, port: the value of a {@code Host} field. */
    public String authority() {
        return port == defaultPort(scheme) ? host : host + ":" + port;
    }

    /** Path and query, the request target in origin form (RFC 9112 §3.2.1). */
    public String target() {
        return query.isEmpty() ? path : path + "?" + query;
    }

    @Override
    public String toString() {
        return scheme + "://" + authority() + target();
    }
}
