package dev.apim.testkit.corpus;

import dev.apim.testkit.TestGateway;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a document refers to. */
record Surroundings(
        Set<String> namedValues,
        Set<String> addresses,
        Set<String> fragments,
        Set<String> backends,
        Set<String> certificates,
        Set<String> loggers) {
    private static final Pattern NAMED_VALUE = Pattern.compile("\\{\\{([A-Za-z0-9._-]+)}}");
    private static final Pattern ADDRESS = Pattern.compile("(?:base-url=\"|<set-url>\\s*)\\{\\{([A-Za-z0-9._-]+)}}");
    private static final Pattern FRAGMENT = Pattern.compile("fragment-id=\"([^\"@]+)\"");
    private static final Pattern BACKEND = Pattern.compile("<set-backend-service[^>]*backend-id=\"([^\"@{]+)\"");

    private static final Pattern CERTIFICATE = Pattern.compile("certificate-id=\"([^\"@{]+)\"");
    private static final Pattern LOGGER = Pattern.compile("logger-id\\s*=\\s*[\"']([^\"'@{]+)[\"']");

    static Surroundings of(String text) {
        return new Surroundings(
                names(NAMED_VALUE, text),
                names(ADDRESS, text),
                names(FRAGMENT, text),
                names(BACKEND, text),
                names(CERTIFICATE, text),
                names(LOGGER, text));
    }

    void putInto(TestGateway gateway) {
        namedValues.forEach(
                name -> gateway.namedValue(name, addresses.contains(name) ? "https://named.test" : "1", false));
        fragments.forEach(id -> gateway.fragment(id, "<fragment><set-variable name=\"a\" value=\"b\"/></fragment>"));
        backends.forEach(
                id -> gateway.put("/backends/" + id, "{\"url\":\"https://backend.test\",\"protocol\":\"http\"}"));
        loggers.forEach(id ->
                gateway.put("/loggers/" + id, "{\"loggerType\":\"azureEventHub\",\"credentials\":{\"name\":\"hub\"}}"));
        certificates.forEach(id ->
                gateway.put("/certificates/" + id, "{\"data\":\"" + certificate() + "\",\"password\":\"secret\"}"));
    }

    private static String certificate() {
        return Resources.text("/corpus-certificate.txt");
    }

    private static Set<String> names(Pattern pattern, String text) {
        Set<String> names = new TreeSet<>();
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            names.add(found.group(1));
        }
        return names;
    }
}
