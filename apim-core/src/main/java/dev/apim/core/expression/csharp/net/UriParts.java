package dev.apim.core.expression.csharp.net;

import dev.apim.core.expression.csharp.value.DotNetException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an absolute URI, canonical: scheme and host in small letters, dot segments resolved, what must be encoded encoded.
 *
 * @param host with brackets around an IPv6 address; empty of a URI without authority
 * @param port -1 for none known
 * @param hasAuthority whether {@code //} follows the scheme
 */
record UriParts(
        String scheme,
        String userInfo,
        String host,
        int port,
        boolean hasAuthority,
        String path,
        String query,
        String fragment) {
    private static final Map<String, Integer> PORTS = Map.of(
            "http", 80, "https", 443, "ftp", 21, "ws", 80, "wss", 443, "gopher", 70, "ldap", 389, "nntp", 119, "telnet",
            23, "file", -1);
    private static final int MAX_PORT = 65535;
    private static final int MAX_LENGTH = 65519;

    /** The default port of a scheme, -1 without one. */
    static int defaultPort(String scheme) {
        return PORTS.getOrDefault(scheme, -1);
    }

    /** Where the scheme ends, -1 where there is none. */
    static int schemeEnd(String text) {
        int colon = text.indexOf(':');
        return colon > 0 && isScheme(text.substring(0, colon)) ? colon : -1;
    }

    static boolean isScheme(@Nullable String text) {
        return text != null && text.matches("[A-Za-z][A-Za-z0-9+.-]*");
    }

    static DotNetException mistake(String what) {
        return new DotNetException("System.UriFormatException", "Invalid URI: " + what);
    }

    /** Of an absolute URI. */
    static UriParts parse(String original) {
        String text = original.strip();
        int colon = schemeOf(text);
        String scheme = text.substring(0, colon).toLowerCase(Locale.ROOT);
        String rest = text.substring(colon + 1);
        boolean known = PORTS.containsKey(scheme);
        String fragment = "";
        int hash = rest.indexOf('#');
        if (hash >= 0) {
            fragment = UriText.canonical(rest.substring(hash));
            rest = rest.substring(0, hash);
        }
        String query = "";
        int question = rest.indexOf('?');
        if (question >= 0) {
            query = UriText.canonical(rest.substring(question));
            rest = rest.substring(0, question);
        }
        if (known) {
            rest = rest.replace('\\', '/');
        }
        if (!rest.startsWith("//")) {
            if (known && !scheme.equals("file")) {
                throw mistake("The hostname could not be parsed.");
            }
            return new UriParts(scheme, "", "", -1, scheme.equals("file"), UriText.canonical(rest), query, fragment);
        }
        int slash = rest.indexOf('/', 2);
        String authority = rest.substring(2, slash < 0 ? rest.length() : slash);
        String path = UriText.canonical(slash < 0 ? "" : rest.substring(slash));
        return withAuthority(scheme, authority, known ? resolved(path.isEmpty() ? "/" : path) : path, query, fragment);
    }

    private static int schemeOf(String text) {
        if (text.isEmpty()) {
            throw mistake("The URI is empty.");
        }
        if (text.length() > MAX_LENGTH) {
            throw mistake("The Uri string is too long.");
        }
        int colon = schemeEnd(text);
        if (colon < 0) {
            boolean wrongScheme = text.indexOf(':') > 0 && text.indexOf("://") == text.indexOf(':');
            throw mistake(
                    wrongScheme ? "The URI scheme is not valid." : "The format of the URI could not be determined.");
        }
        return colon;
    }

    private static UriParts withAuthority(String scheme, String authority, String path, String query, String fragment) {
        int at = authority.lastIndexOf('@');
        String userInfo = at < 0 ? "" : UriText.canonical(authority.substring(0, at));
        String hostAndPort = authority.substring(at + 1);
        int colon = hostAndPort.lastIndexOf(':');
        boolean hasPort = colon >= 0 && colon > hostAndPort.lastIndexOf(']');
        int port = defaultPort(scheme);
        if (hasPort && colon + 1 < hostAndPort.length()) {
            port = port(hostAndPort.substring(colon + 1));
        }
        String host = host(hasPort ? hostAndPort.substring(0, colon) : hostAndPort, scheme);
        return new UriParts(scheme, userInfo, host, port, true, path, query, fragment);
    }

    private static int port(String text) {
        try {
            int port = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
            if (port >= 0 && port <= MAX_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw mistake("Invalid port specified.");
        }
        throw mistake("Invalid port specified.");
    }

    private static String host(String text, String scheme) {
        if (text.isEmpty() && (scheme.equals("file") || !PORTS.containsKey(scheme))) {
            return "";
        }
        if (text.startsWith("[")) {
            IpAddress address = text.endsWith("]") ? IpAddress.parse(text) : null;
            if (address == null || !address.isV6()) {
                throw mistake("The hostname could not be parsed.");
            }
            return "[" + new IpAddress(address.bytes(), 0) + "]";
        }
        if (text.isEmpty()
                || text.startsWith(".")
                || text.startsWith("-")
                || !text.codePoints().allMatch(UriParts::isHost)) {
            throw mistake("The hostname could not be parsed.");
        }
        IpAddress address = Character.isDigit(text.charAt(0)) ? IpAddress.parse(text) : null;
        return address == null ? text.toLowerCase(Locale.ROOT) : address.toString();
    }

    private static boolean isHost(int c) {
        return Character.isLetterOrDigit(c)
                || c == '.'
                || c == '-'
                || c == '_'
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    /** A path without dot segments. */
    static String resolved(String path) {
        Deque<String> kept = new ArrayDeque<>();
        String[] segments = path.split("/", -1);
        for (int i = 1; i < segments.length; i++) {
            String segment = segments[i].replace("%2E", ".").replace("%2e", ".");
            boolean last = i == segments.length - 1;
            if (segment.equals("..")) {
                kept.pollLast();
            } else if (!segment.equals(".")) {
                kept.addLast(segments[i]);
                continue;
            }
            if (last) {
                kept.addLast("");
            }
        }
        return "/" + String.join("/", kept);
    }

    String authority() {
        return host + (port == defaultPort(scheme) || port < 0 ? "" : ":" + port);
    }

    /** All before the path. */
    String start() {
        return scheme + ":" + (hasAuthority ? "//" : "") + (userInfo.isEmpty() ? "" : userInfo + "@") + authority();
    }

    String whole() {
        return start() + path + query + fragment;
    }
}
