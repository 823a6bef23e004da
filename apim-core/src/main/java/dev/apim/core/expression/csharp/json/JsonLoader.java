package dev.apim.core.expression.csharp.json;

import dev.apim.core.expression.csharp.value.DotNetException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Builds trees from JSON text. */
final class JsonLoader {
    private final JsonReader reader;
    private final @Nullable LoadRules rules;
    private final boolean deserializing;

    private JsonLoader(String json, @Nullable LoadRules rules, boolean deserializing) {
        this.reader = new JsonReader(json);
        this.rules = rules;
        this.deserializing = deserializing;
    }

    /** The token of a text. */
    static JToken token(@Nullable String json, @Nullable LoadRules rules) {
        return new JsonLoader(text(json), rules, false).document("JToken", JsonToken.NONE);
    }

    static JObject object(@Nullable String json, @Nullable LoadRules rules) {
        return (JObject) new JsonLoader(text(json), rules, false).document("JObject", JsonToken.START_OBJECT);
    }

    static JArray array(@Nullable String json, @Nullable LoadRules rules) {
        return (JArray) new JsonLoader(text(json), rules, false).document("JArray", JsonToken.START_ARRAY);
    }

    /**
     * What a text with content says.
     *
     * @param line where it ended
     */
    record Loaded(JToken token, int line, int column) {}

    /** As {@code JsonConvert} reads; null of a text without content. */
    static @Nullable Loaded content(String json) {
        JsonLoader loader = new JsonLoader(json, null, true);
        if (!loader.content()) {
            return null;
        }
        JToken token = loader.load();
        Loaded loaded = new Loaded(token, loader.reader.line(), loader.reader.position());
        loader.toEnd();
        return loaded;
    }

    private static String text(@Nullable String json) {
        if (json == null) {
            throw DotNetException.argumentNull("s");
        }
        return json;
    }

    private JToken document(String type, JsonToken start) {
        boolean typed = start != JsonToken.NONE;
        boolean skipsComments = typed || (rules != null && !rules.keepsComments());
        if (!(skipsComments ? content() : reader.read())) {
            throw reader.fault("Error reading " + type + " from JsonReader.");
        }
        if (typed && reader.token() != start) {
            throw reader.fault("Error reading " + type + " from JsonReader. Current JsonReader item is not an "
                    + (start == JsonToken.START_OBJECT ? "object" : "array") + ": " + reader.token().shown);
        }
        JToken token = load();
        toEnd();
        return token;
    }

    private void toEnd() {
        while (reader.read()) {
            // what follows but comments is refused by the reader
        }
    }

    private boolean content() {
        boolean read = reader.read();
        while (read && reader.token() == JsonToken.COMMENT) {
            read = reader.read();
        }
        return read;
    }

    private JToken load() {
        JToken root = value();
        if (root instanceof JContainer container) {
            fill(container);
        } else if (root == null) {
            throw reader.fault("Error reading JToken from JsonReader. Unexpected token: " + reader.token().shown);
        }
        return root;
    }

    private void fill(JContainer root) {
        String type = root.getClass().getSimpleName();
        int depth = reader.depth();
        if (!reader.read()) {
            throw unfinished(root, "Error reading " + type + " from JsonReader.", "Unexpected end when reading JSON.");
        }
        JContainer within = root;
        do {
            if (within instanceof JProperty && within.hasValues()) {
                within = Objects.requireNonNull(within.parent());
            }
            JContainer next = step(within);
            if (next == null && within == root) {
                return;
            }
            within = next == null ? Objects.requireNonNull(within.parent()) : next;
        } while (reader.read());
        if (reader.depth() > depth) {
            throw unfinished(
                    root,
                    "Unexpected end of content while loading " + type + ".",
                    "Unexpected end when deserializing object.");
        }
    }

    private DotNetException unfinished(JContainer root, String loading, String serializing) {
        if (!deserializing) {
            return reader.fault(loading);
        }
        return root instanceof JObject
                ? reader.fault(JsonErrors.SERIALIZATION, serializing)
                : JsonErrors.at(
                        "Newtonsoft.Json.JsonWriterException", "Unexpected end when reading token.", reader.path());
    }

    /** Takes one token, and gives the container to go on with; null when this one is complete. */
    private @Nullable JContainer step(JContainer within) {
        switch (reader.token()) {
            case END_ARRAY, END_OBJECT, END_CONSTRUCTOR -> {
                return null;
            }
            case PROPERTY_NAME -> {
                JProperty property = property((JObject) within);
                return property == null ? within : property;
            }
            case COMMENT -> {
                if (rules == null
                        || !rules.keepsComments()
                        || !(within instanceof JArray || within instanceof JConstructor)) {
                    return within;
                }
            }
            default -> {}
        }
        JToken value = value();
        if (value == null) {
            return within;
        }
        within.link(within.count(), value);
        return value instanceof JContainer container ? container : within;
    }

    private @Nullable JProperty property(JObject object) {
        String name = (String) Objects.requireNonNull(reader.value());
        JProperty existing = object.property(name);
        long duplicates = rules == null ? 0 : rules.duplicates.value();
        if (existing != null && duplicates == 1) {
            skip();
            return null;
        }
        if (existing != null && duplicates == 2) {
            throw reader.fault("Property with the name '" + name + "' already exists in the current JSON object.");
        }
        JProperty property = JProperty.unread(name);
        placed(property);
        if (existing == null) {
            object.link(object.count(), property);
        } else {
            object.setItem(object.indexOf(existing), property, null);
        }
        return property;
    }

    private void skip() {
        int depth = reader.depth();
        if (!reader.read()) {
            return;
        }
        while (reader.token() == JsonToken.COMMENT || reader.depth() > depth) {
            if (!reader.read()) {
                return;
            }
        }
    }

    private @Nullable JToken value() {
        JToken token = switch (reader.token()) {
            case START_OBJECT -> new JObject();
            case START_ARRAY -> new JArray();
            case START_CONSTRUCTOR -> new JConstructor((String) reader.value());
            case STRING -> new JValue(TokenType.STRING, reader.value());
            case INTEGER -> new JValue(TokenType.INTEGER, reader.value());
            case FLOAT -> new JValue(TokenType.FLOAT, reader.value());
            case BOOLEAN -> new JValue(TokenType.BOOLEAN, reader.value());
            case DATE -> new JValue(TokenType.DATE, reader.value());
            case NULL -> JValue.nothing();
            case UNDEFINED -> new JValue(TokenType.UNDEFINED, null);
            case COMMENT -> new JValue(TokenType.COMMENT, reader.value());
            default -> null;
        };
        if (token != null) {
            placed(token);
        }
        return token;
    }

    private void placed(JToken token) {
        token.line = reader.line();
        token.column = reader.position();
    }
}
