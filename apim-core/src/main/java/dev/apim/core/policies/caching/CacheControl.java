package dev.apim.core.policies.caching;

import dev.apim.http.Headers;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads lists in fields. */
final class CacheControl {
    private CacheControl() {}

    /** The names of all directives, lower case (RFC 9111 §5.2). */
    static Set<String> directives(Headers headers) {
        Set<String> names = new HashSet<>();
        for (String value : headers.all("Cache-Control")) {
            // Commas within quotes split an argument, whose parts then pass for directives: that is on the safe side.
            for (String directive : value.split(",")) {
                int equals = directive.indexOf('=');
                String name = equals < 0 ? directive : directive.substring(0, equals);
                names.add(name.strip().replace("\"", "").toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    /** The field names that a list such as {@code Vary} or {@code Connection} holds: lower case, sorted, each once. */
    static List<String> names(Headers headers, String field) {
        return headers.all(field).stream()
                .flatMap(value -> List.of(value.split(",")).stream())
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }
}
