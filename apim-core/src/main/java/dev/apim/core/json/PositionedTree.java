package dev.apim.core.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.apim.IssueSink;
import dev.apim.Position;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;

/** A JSON or YAML document as a tree, with the place of every value. Immutable by agreement. */
public final class PositionedTree {
    private static final JsonFactory JSON = JsonFactory.builder()
            .recyclerPool(Json.BUFFERS)
            .streamReadConstraints(Json.LIMITS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final YAMLFactory YAML = new YamlTokens.Factory(YAMLFactory.builder()
            .recyclerPool(Json.BUFFERS)
            .streamReadConstraints(Json.LIMITS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .loaderOptions(yamlLimits())
            .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)); // YAML 1.2: 'no' and 'on' are text

    private final String source;
    private final JsonNode root;
    private final Map<String, JsonLocation> places;

    private PositionedTree(String source, JsonNode root, Map<String, JsonLocation> places) {
        this.source = source;
        this.root = root;
        this.places = places;
    }

    /**
     * Reads a document; YAML where the text does not begin with a brace or bracket.
     *
     * @param source name for positions
     * @return empty when it is malformed, which was then reported with its place
     */
    public static Optional<PositionedTree> read(String source, String text, IssueSink issues) {
        String start = text.stripLeading();
        boolean json = start.startsWith("{") || start.startsWith("[") || start.startsWith("\uFEFF{");
        return read(json ? JSON : YAML, source, start.startsWith("\uFEFF") ? text.substring(1) : text, issues);
    }

    private static Optional<PositionedTree> read(JsonFactory factory, String source, String text, IssueSink issues) {
        Map<String, JsonLocation> places = new HashMap<>();
        try (JsonParser parser = factory.createParser(text)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                issues.error(Position.startOf(source), "the document is empty, expected JSON or YAML");
                return Optional.empty();
            }
            JsonNode root = new TreeBuilder(parser, places).value();
            if (parser.nextToken() != null) {
                JsonLocation at = parser.currentTokenLocation();
                issues.error(position(source, at), "found more after the end of the document; expected nothing");
                return Optional.empty();
            }
            return Optional.of(new PositionedTree(source, root, places));
        } catch (JsonProcessingException e) {
            issues.error(position(source, e.getLocation()), "malformed: " + firstLine(e.getOriginalMessage()));
        } catch (IOException e) {
            issues.error(Position.startOf(source), "malformed: " + firstLine(String.valueOf(e.getMessage())));
        }
        return Optional.empty();
    }

    /** The whole document. */
    public JsonNode root() {
        return root;
    }

    /** The name given for positions. */
    public String source() {
        return source;
    }

    /**
     * Where the value at a JSON pointer begins; for a pointer to nothing, where the nearest value above begins.
     */
    public Position at(String pointer) {
        for (String p = pointer; ; p = p.substring(0, p.lastIndexOf('/'))) {
            JsonLocation place = places.get(p);
            if (place != null) {
                return position(source, place);
            }
            if (p.isEmpty()) {
                return Position.startOf(source);
            }
        }
    }

    /** One segment of a JSON pointer, escaped (RFC 6901). */
    public static String segment(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static Position position(String source, @org.jspecify.annotations.Nullable JsonLocation location) {
        return location == null
                ? Position.startOf(source)
                : new Position(source, Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    private static LoaderOptions yamlLimits() {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(100);
        options.setCodePointLimit(8 * 1024 * 1024);
        return options;
    }
}
