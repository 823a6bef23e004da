package dev.apim.validation;

import dev.apim.http.Headers;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code Content-Type} says, as far as validation needs it.
 *
 * @param type without parameters, in lower case; empty where there is none
 * @param charset declared, or empty
 */
record MediaType(String type, String charset) {
    static MediaType of(Headers headers) {
        String field = headers.getOrDefault("Content-Type", "");
        return new MediaType(type(field), charset(field));
    }

    /** A media type without its parameters. */
    static String type(String field) {
        int parameters = field.indexOf(';');
        return (parameters < 0 ? field : field.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }

    private static String charset(String field) {
        for (String parameter : field.split(";", -1)) {
            String[] parts = parameter.split("=", 2);
            if (parts.length == 2 && parts[0].strip().equalsIgnoreCase("charset")) {
                return parts[1].strip().replace("\"", "");
            }
        }
        return "";
    }

    /** The same body taken for another type. */
    MediaType as(@Nullable String other) {
        return other == null ? this : new MediaType(type(other), charset);
    }
}
