package dev.apim.core.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The anchors, aliases and merge keys of one YAML document. Aliases share the anchored value, so that none costs memory; but whoever
 * walks the tree pays for each, hence the limits on what they add.
 */
final class Anchors {
    private static final int MOST_VALUES = 100_000;
    private static final int DEEPEST = 100;

    private final JsonParser parser;
    private final @Nullable YamlTokens yaml;
    private final Map<String, Anchored> known = new HashMap<>();
    private final Map<JsonNode, Extent> shared = new IdentityHashMap<>();
    private long added;

    private record Anchored(JsonNode value, Extent extent) {}

    private record Extent(long values, int depth) {}

    Anchors(JsonParser parser) {
        this.parser = parser;
        this.yaml = parser instanceof YamlTokens p ? p : null;
    }

    boolean isAlias() {
        return yaml != null && yaml.isCurrentAlias();
    }

    /** The anchor of the value that begins here, or {@code null}; the value is unknown until it ends. */
    @Nullable
    String begin() {
        String anchor = yaml == null ? null : yaml.anchor();
        if (anchor != null) {
            known.remove(anchor);
        }
        return anchor;
    }

    void end(String anchor, JsonNode value) {
        known.put(anchor, new Anchored(value, extent(value)));
    }

    /** The value that the current alias stands for. */
    JsonNode resolve() throws JsonParseException {
        String name = String.valueOf(yaml == null ? null : yaml.anchor());
        Anchored anchored = known.get(name);
        if (anchored == null) {
            throw refused("the alias '*" + name + "' has no anchor before it, or stands within its own anchor");
        }
        take(anchored.extent().values());
        int depth = depth() + anchored.extent().depth();
        if (depth > DEEPEST) {
            throw refused("with the alias '*" + name + "' the document is nested deeper than " + DEEPEST);
        }
        shared.put(anchored.value(), anchored.extent());
        return anchored.value();
    }

    boolean isMerge(String name) {
        return yaml != null && name.equals("<<");
    }

    /** Adds what a merge key names; what the object says itself wins, and of several the first. */
    void merge(ObjectNode object, JsonNode merged) throws JsonParseException {
        if (merged.isObject()) {
            for (Map.Entry<String, JsonNode> each : merged.properties()) {
                if (!object.has(each.getKey())) {
                    object.set(each.getKey(), each.getValue());
                }
            }
        } else if (merged.isArray()) {
            for (JsonNode each : merged) {
                merge(object, each);
            }
        } else if (!merged.isNull()) {
            throw refused("the merge key '<<' names neither an object nor a list of objects");
        }
    }

    private void take(long values) throws JsonParseException {
        added += values;
        if (added > MOST_VALUES) {
            throw refused("aliases add more than " + MOST_VALUES + " values to the document; write them out");
        }
    }

    private Extent extent(JsonNode value) {
        Extent known = shared.get(value);
        if (known != null) {
            return known;
        }
        long values = 1;
        int depth = 0;
        for (JsonNode child : value) {
            Extent inner = extent(child);
            values += inner.values();
            depth = Math.max(depth, inner.depth());
        }
        return new Extent(values, value.isContainerNode() ? depth + 1 : depth);
    }

    private int depth() {
        return parser.getParsingContext().getNestingDepth();
    }

    private JsonParseException refused(String message) {
        JsonLocation at = parser.currentTokenLocation();
        return new JsonParseException(parser, message, at);
    }
}
