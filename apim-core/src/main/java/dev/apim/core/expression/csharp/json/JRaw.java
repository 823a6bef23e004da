package dev.apim.core.expression.csharp.json;

import dev.apim.core.expression.csharp.value.Evaluation;
import org.jspecify.annotations.Nullable;

/** JSON kept as text (Json.NET: {@code JRaw}). */
public final class JRaw extends JValue {
    /** Of a text that is JSON. */
    public JRaw(@Nullable Object json) {
        super(TokenType.RAW, json);
    }

    @Override
    JToken copy(@Nullable Evaluation evaluation, int depth) {
        return new JRaw(value());
    }
}
