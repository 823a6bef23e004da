package dev.apim.validation;

import org.jspecify.annotations.Nullable;

/**
 * Something wrong with a message.
 *
 * @param name of the field, parameter or media type; empty where it is about none
 * @param type of what was validated
 * @param rule that is broken
 * @param details for the owner of the API
 * @param told what the caller reads of it, if it is in his own request; {@code null}: nothing of it
 */
record Finding(
        String name,
        String type,
        String rule,
        String details,
        @Nullable String told) {
    static Finding of(String name, String type, String rule, String details) {
        return new Finding(name, type, rule, details, details);
    }

    static Finding internal(String name, String type, String rule, String details) {
        return new Finding(name, type, rule, details, null);
    }
}
