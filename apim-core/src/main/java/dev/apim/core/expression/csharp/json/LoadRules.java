package dev.apim.core.expression.csharp.json;

import dev.apim.core.expression.csharp.value.EnumValue;

/** How JSON is read: Json.NET's {@code JsonLoadSettings}. Written by object initialisers. */
final class LoadRules {
    EnumValue comments = Enums.COMMENTS.of("Ignore");
    EnumValue lines = Enums.LINES.of("Load");
    EnumValue duplicates = Enums.DUPLICATES.of("Replace");

    boolean keepsComments() {
        return comments.value() == 1;
    }

    @Override
    public String toString() {
        return "Newtonsoft.Json.Linq.JsonLoadSettings";
    }
}
