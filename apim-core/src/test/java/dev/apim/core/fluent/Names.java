package dev.apim.core.fluent;

import java.util.Map;

/** How elements and attributes are called in Java. */
final class Names {
    /** Names that Java keeps for itself. */
    private static final Map<String, String> TAKEN = Map.of("wait", "waitFor", "for", "mode");

    private Names() {}

    /** {@code RateLimit} for {@code rate-limit}, {@code Stylesheet} for {@code xsl:stylesheet}. */
    static String type(String name) {
        String member = camel(name);
        return Character.toUpperCase(member.charAt(0)) + member.substring(1);
    }

    /** {@code rateLimit} for {@code rate-limit}. */
    static String member(String name) {
        return TAKEN.getOrDefault(name, camel(name));
    }

    /** {@code ALLOWED_ORIGINS} for {@code allowed-origins}. */
    static String constant(String name) {
        return name.replace('-', '_').replace(':', '_').toUpperCase(java.util.Locale.ROOT);
    }

    private static String camel(String name) {
        StringBuilder camel = new StringBuilder();
        for (String word : name.substring(name.indexOf(':') + 1).split("-")) {
            camel.append(camel.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return camel.toString();
    }
}
