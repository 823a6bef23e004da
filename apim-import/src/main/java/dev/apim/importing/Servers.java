package dev.apim.importing;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the backend: the first server with an https URL. Relative URLs would need the place the document came from, and are passed over. */
final class Servers {
    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]+)}");
    private static final int LONGEST = 2_000;

    private Servers() {}

    /** From a list of server objects; empty when none fits. */
    static String firstHttps(Place root, String member) {
        String first = "";
        for (Place server : root.list(member).map(Place::items).orElse(List.of())) {
            String url = server.isObject() ? url(server) : "";
            if (first.isEmpty() && isHttps(url)) {
                first = checked(server, url);
            }
        }
        return first;
    }

    private static String url(Place server) {
        if (!server.has("url")) {
            server.error("a server without 'url'; give it one");
            return "";
        }
        Matcher variable = VARIABLE.matcher(server.text("url"));
        StringBuilder url = new StringBuilder();
        Optional<Place> variables = server.object("variables");
        while (variable.find()) {
            String name = variable.group(1);
            Optional<Place> declared = variables.flatMap(v -> v.object(name));
            if (declared.isEmpty() || !declared.get().has("default")) {
                server.error("the server variable '" + name + "' has no default; declare it under 'variables'");
            }
            variable.appendReplacement(
                    url,
                    Matcher.quoteReplacement(
                            declared.map(d -> d.text("default")).orElse("")));
        }
        return variable.appendTail(url).toString();
    }

    /** From schemes, host and base path. Without schemes https is assumed: the default is how the document was fetched. */
    static String ofSwagger(Place root) {
        String host = root.text("host");
        String base = root.text("basePath");
        List<String> schemes = new ArrayList<>();
        for (Place each : root.list("schemes").map(Place::items).orElse(List.of())) {
            if (each.isText()) {
                schemes.add(each.value().textValue().toLowerCase(Locale.ROOT));
            }
        }
        Place at = root.any("host").orElse(root);
        if (host.contains("/")) {
            at.error("'host' is '" + host + "', expected a host name and perhaps a port, without scheme and path");
            return "";
        }
        if (!base.isEmpty() && !base.startsWith("/")) {
            root.any("basePath").orElse(root).error("'basePath' is '" + base + "', expected it to begin with '/'");
            return "";
        }
        boolean https = schemes.isEmpty() || schemes.contains("https");
        return host.isEmpty() || !https ? "" : checked(at, "https://" + host + base);
    }

    private static boolean isHttps(String url) {
        return url.regionMatches(true, 0, "https://", 0, 8);
    }

    private static String checked(Place at, String url) {
        try {
            if (url.length() > LONGEST) {
                at.error("the server's URL is longer than " + LONGEST + " characters");
            } else if (new URI(url).getRawAuthority() == null) {
                at.error("the server's URL '" + url + "' names no host");
            }
        } catch (URISyntaxException e) {
            at.error("the server's URL '" + url + "' is malformed: " + e.getReason());
        }
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
