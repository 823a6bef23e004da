package dev.apim.core.expression.csharp.json;

import dev.apim.core.expression.csharp.value.EnumValue;
import java.util.Map;

/** How objects are merged: Json.NET's {@code JsonMergeSettings}. Written by object initialisers. */
final class MergeRules {
    static final EnumValue.Type ARRAYS = new EnumValue.Type(
            "Newtonsoft.Json.Linq.MergeArrayHandling",
            Enums.numbers("Concat", 0, "Union", 1, "Replace", 2, "Merge", 3),
            false);
    static final EnumValue.Type NULLS = new EnumValue.Type(
            "Newtonsoft.Json.Linq.MergeNullValueHandling", Enums.numbers("Ignore", 0, "Merge", 1), true);
    static final int UNION = 1;
    static final int REPLACE = 2;
    static final int MERGE = 3;

    private static final EnumValue ORDINAL =
            new EnumValue.Type("System.StringComparison", Map.of("Ordinal", 4L), false).of("Ordinal");

    EnumValue arrayHandling = ARRAYS.of(0);
    EnumValue nullHandling = NULLS.of(0);
    EnumValue nameComparison = ORDINAL;

    long arrays() {
        return arrayHandling.value();
    }

    boolean nulls() {
        return nullHandling.has(1);
    }

    EnumValue names() {
        return nameComparison;
    }

    @Override
    public String toString() {
        return "Newtonsoft.Json.Linq.JsonMergeSettings";
    }
}
