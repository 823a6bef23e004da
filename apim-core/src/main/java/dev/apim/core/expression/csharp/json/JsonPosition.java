package dev.apim.core.expression.csharp.json;

/** Writes the steps of a token's path as Json.NET does: {@code a.b[0]['c d']}. */
final class JsonPosition {
    private static final String SPECIAL = ". '/\"[]()\t\n\r\f\b\\\u0085\u2028\u2029";

    private JsonPosition() {}

    static void name(StringBuilder path, String name) {
        if (name.chars().anyMatch(c -> SPECIAL.indexOf(c) >= 0)) {
            path.append("['");
            JsonText.escape(path, name, '\'');
            path.append("']");
            return;
        }
        if (path.length() > 0) {
            path.append('.');
        }
        path.append(name);
    }

    static void index(StringBuilder path, int index) {
        path.append('[').append(index).append(']');
    }
}
