package dev.apim.core.policies.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A form, field by field (WHATWG URL §5.2). */
final class FormText {
    private final StringBuilder text = new StringBuilder();

    FormText add(String name, String value) {
        text.append(text.length() == 0 ? "" : "&")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        return this;
    }

    /** Holds secrets where the fields do. */
    String encoded() {
        return text.toString();
    }

    @Override
    public String toString() {
        return "FormText";
    }
}
