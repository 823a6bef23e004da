package dev.apim.core.expression.csharp.json;

import dev.apim.core.expression.csharp.value.BudgetException;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.Texts;
import java.util.Locale;

/** Json.NET's exceptions. */
final class JsonErrors {
    static final String JSON = "Newtonsoft.Json.JsonException";
    static final String READER = "Newtonsoft.Json.JsonReaderException";
    static final String SERIALIZATION = "Newtonsoft.Json.JsonSerializationException";

    /** Deeper trees are not walked: .NET would end the process. */
    static final int MAX_DEPTH = 1_000;

    private JsonErrors() {}

    static DotNetException json(String message) {
        return new DotNetException(JSON, message);
    }

    /** A message with the place behind it. */
    static DotNetException at(String type, String message, String path, int line, int position) {
        return new DotNetException(
                type,
                sentence(message)
                        + String.format(Locale.ROOT, "Path '%s', line %d, position %d.", path, line, position));
    }

    /** A message with the place of a token behind it, its line as far as it was read from a text. */
    static DotNetException at(String type, String message, JToken token) {
        return token.line == 0
                ? at(type, message, token.path())
                : at(type, message, token.path(), token.line, token.column);
    }

    /** A message with the path behind it, where no line is known. */
    static DotNetException at(String type, String message, String path) {
        return new DotNetException(type, sentence(message) + "Path '" + path + "'.");
    }

    private static String sentence(String message) {
        if (message.endsWith(Texts.NEW_LINE)) {
            return message;
        }
        String trimmed = message.strip();
        return trimmed + (trimmed.endsWith(".") ? " " : ". ");
    }

    static void checkDepth(int depth) {
        if (depth > MAX_DEPTH) {
            throw new BudgetException("The JSON is nested more than " + MAX_DEPTH + " levels deep.");
        }
    }
}
