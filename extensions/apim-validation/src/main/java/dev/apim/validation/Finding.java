package dev.apim.validation;

/**
 * Something wrong with a message.
 *
 * @param name of the field, parameter or media type
 * @param type of what was validated
 * @param rule that is broken
 * @param details for people
 * @param internal whether a caller must not read the details even of his own request
 */
record Finding(String name, String type, String rule, String details, boolean internal) {
    static Finding of(String name, String type, String rule, String details) {
        return new Finding(name, type, rule, details, false);
    }

    static Finding internal(String name, String type, String rule, String details) {
        return new Finding(name, type, rule, details, true);
    }
}
