package dev.apim.core.expression.csharp.json;

/** A token, by Json.NET's {@code JsonToken}. */
enum JsonToken {
    NONE("None"),
    START_OBJECT("StartObject"),
    START_ARRAY("StartArray"),
    START_CONSTRUCTOR("StartConstructor"),
    PROPERTY_NAME("PropertyName"),
    COMMENT("Comment"),
    INTEGER("Integer"),
    FLOAT("Float"),
    STRING("String"),
    BOOLEAN("Boolean"),
    NULL("Null"),
    UNDEFINED("Undefined"),
    END_OBJECT("EndObject"),
    END_ARRAY("EndArray"),
    END_CONSTRUCTOR("EndConstructor"),
    DATE("Date");

    final String shown;

    JsonToken(String shown) {
        this.shown = shown;
    }
}
