package dev.apim.runner.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.apim.ApimException;
import dev.apim.ConfigurationException;
import dev.apim.Issue;
import dev.apim.Position;
import dev.apim.core.json.Json;
import dev.apim.core.json.PositionedTree;
import dev.apim.http.Headers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A part of a description in JSON or YAML, whose mistakes have places: the whole file or an object in it.
 *
 * @param source name for positions
 * @param tree absent where there is no file
 * @param pointer of this part (RFC 6901)
 * @param node of this part
 * @param issues of the whole file
 */
record RequestFile(String source, @Nullable PositionedTree tree, String pointer, JsonNode node, List<Issue> issues) {
    /** The file; without one, nothing is said. */
    static RequestFile read(@Nullable Path file) {
        List<Issue> issues = new ArrayList<>();
        if (file == null) {
            return new RequestFile("", null, "", JsonNodeFactory.instance.objectNode(), issues);
        }
        PositionedTree tree = PositionedTree.read(file.toString(), text(file), issues::add)
                .orElseThrow(() -> new ConfigurationException(issues));
        RequestFile whole = new RequestFile(file.toString(), tree, "", tree.root(), issues);
        if (!tree.root().isObject()) {
            whole.mistake(
                    "", "found no object, expected one such as {\"method\": \"GET\", \"url\": \"http://localhost/\"}");
            throw new ConfigurationException(issues);
        }
        return whole;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new ApimException("there is no request file " + file + ": correct the path after --request", e);
        } catch (IOException e) {
            throw new ApimException("request file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    void mistake(String member, String message) {
        String at = member.isEmpty() ? pointer : pointer + "/" + PositionedTree.segment(member);
        issues.add(Issue.error(tree == null ? Position.startOf(source) : tree.at(at), message));
    }

    /** Every member that is none of these is a mistake. */
    void only(String... members) {
        Set<String> known = new TreeSet<>(List.of(members));
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                mistake(name, "'" + name + "' is not known here; expected one of " + String.join(", ", known));
            }
        });
    }

    boolean has(String member) {
        return node.hasNonNull(member);
    }

    /** An object; an empty one where there is none. */
    RequestFile part(String member) {
        JsonNode part = node.path(member);
        if (!part.isObject() && has(member)) {
            mistake(member, "expected an object");
        }
        String at = pointer + "/" + PositionedTree.segment(member);
        return new RequestFile(
                source, tree, at, part.isObject() ? part : JsonNodeFactory.instance.objectNode(), issues);
    }

    String text(String member, String otherwise) {
        JsonNode value = node.path(member);
        if (value.isContainerNode()) {
            mistake(member, "expected a text");
            return otherwise;
        }
        return has(member) ? value.asText() : otherwise;
    }

    /** One of several values, written as its own text; absent where there is none. */
    <T> @Nullable T oneOf(String member, List<T> values) {
        String text = text(member, "");
        for (T value : values) {
            if (value.toString().equals(text)) {
                return value;
            }
        }
        if (has(member)) {
            mistake(member, "found '" + text + "', expected one of " + values);
        }
        return null;
    }

    int number(String member, int otherwise) {
        JsonNode value = node.path(member);
        if (has(member) && !value.isInt()) {
            mistake(member, "expected a whole number");
        }
        return value.asInt(otherwise);
    }

    boolean flag(String member, boolean otherwise) {
        JsonNode value = node.path(member);
        if (has(member) && !value.isBoolean()) {
            mistake(member, "expected true or false");
        }
        return value.asBoolean(otherwise);
    }

    @Nullable
    Instant instant(String member) {
        if (!has(member)) {
            return null;
        }
        try {
            return Instant.parse(text(member, ""));
        } catch (DateTimeParseException e) {
            mistake(member, "expected a time such as 2026-03-04T05:06:07Z");
            return null;
        }
    }

    /** One text, or an array of texts. */
    List<String> texts(String member) {
        List<String> texts = new ArrayList<>();
        JsonNode value = node.path(member);
        if (value.isArray()) {
            value.forEach(element -> texts.add(element.asText()));
        } else if (has(member)) {
            texts.add(text(member, ""));
        }
        return texts;
    }

    Map<String, String> map(String member) {
        RequestFile part = part(member);
        Map<String, String> map = new LinkedHashMap<>();
        part.node().fieldNames().forEachRemaining(name -> map.put(name, part.text(name, "")));
        return map;
    }

    Headers headers() {
        RequestFile part = part("headers");
        Headers headers = new Headers();
        part.node().fieldNames().forEachRemaining(name -> {
            try {
                part.texts(name).forEach(value -> headers.add(name, value));
            } catch (IllegalArgumentException e) {
                part.mistake(name, "no field of a message: " + e.getMessage());
            }
        });
        return headers;
    }

    /** The body: a text, or JSON as it is; absent without one. */
    @Nullable
    String body() {
        JsonNode body = node.path("body");
        return !has("body") ? null : body.isTextual() ? body.asText() : Json.write(body);
    }
}
