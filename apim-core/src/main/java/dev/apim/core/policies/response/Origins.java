package dev.apim.core.policies.response;

import java.util.Locale;

/** The form in which origins are compared. */
final class Origins {
    private Origins() {}

    /** Lower case, without a slash at the end and without the scheme's default port. */
    static String normal(String origin) {
        String text = origin.strip().toLowerCase(Locale.ROOT);
        if (text.endsWith("/")) {
            text = text.substring(0, text.length() - 1);
        }
        if (text.startsWith("https://") && text.endsWith(":443")) {
            return text.substring(0, text.length() - 4);
        }
        return text.startsWith("http://") && text.endsWith(":80") ? text.substring(0, text.length() - 3) : text;
    }
}
