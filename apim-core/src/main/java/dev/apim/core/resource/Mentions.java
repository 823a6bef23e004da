package dev.apim.core.resource;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The secrets that a text refers to by name.
 *
 * @param namedValues display names in double braces
 * @param certificates resource names in {@code certificate-id} attributes
 */
record Mentions(Set<String> namedValues, Set<String> certificates) {
    static final Mentions NONE = new Mentions(Set.of(), Set.of());

    private static final Pattern NAMED_VALUE = Pattern.compile("\\{\\{\\s*([A-Za-z0-9._-]{1,256})\\s*\\}\\}");
    private static final Pattern CERTIFICATE = Pattern.compile("certificate-id\\s*=\\s*[\"']([^\"'@{}<&]{1,80})[\"']");

    static Mentions in(String text) {
        Set<String> values = text.contains("{{") ? all(NAMED_VALUE, text) : Set.of();
        Set<String> certificates = text.contains("certificate-id") ? all(CERTIFICATE, text) : Set.of();
        return values.isEmpty() && certificates.isEmpty() ? NONE : new Mentions(values, certificates);
    }

    private static Set<String> all(Pattern pattern, String text) {
        Set<String> names = new HashSet<>();
        for (Matcher match = pattern.matcher(text); match.find(); ) {
            names.add(match.group(1));
        }
        return Set.copyOf(names);
    }
}
