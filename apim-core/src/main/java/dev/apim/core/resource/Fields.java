package dev.apim.core.resource;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.Position;
import dev.apim.resource.Resource;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The properties of a resource that already passed {@link PropertyCheck}, read with defaults. */
final class Fields {
    private final Resource resource;
    private final JsonNode object;

    Fields(Resource resource, JsonNode object) {
        this.resource = resource;
        this.object = object;
    }

    Resource resource() {
        return resource;
    }

    Position at(String pointer) {
        return resource.origin().at(pointer);
    }

    String text(String name) {
        return text(name, "");
    }

    String text(String name, String absent) {
        String found = optional(name);
        return found == null ? absent : found;
    }

    @Nullable
    String optional(String name) {
        JsonNode value = object.get(name);
        return value == null || !value.isTextual() ? null : value.textValue();
    }

    boolean flag(String name, boolean absent) {
        JsonNode value = object.get(name);
        return value == null || !value.isBoolean() ? absent : value.booleanValue();
    }

    @Nullable
    Integer number(String name) {
        JsonNode value = object.get(name);
        return value == null || !value.isIntegralNumber() ? null : value.intValue();
    }

    /** A time that cannot be read is no time: it is told to people only. */
    @Nullable
    Instant instant(String name) {
        String text = optional(name);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    List<String> texts(String name) {
        JsonNode list = object.path(name);
        List<String> found = new ArrayList<>(list.size());
        list.forEach(entry -> found.add(entry.asText()));
        return List.copyOf(found);
    }

    /** An object within, empty where it is absent. */
    Fields object(String name) {
        return new Fields(resource, object.path(name));
    }

    <T> List<T> objects(String name, Function<Fields, T> read) {
        JsonNode list = object.path(name);
        List<T> found = new ArrayList<>(list.size());
        list.forEach(entry -> found.add(read.apply(new Fields(resource, entry))));
        return List.copyOf(found);
    }

    /** Members that are a string or a list of strings, by name. */
    Map<String, List<String>> lists(String name) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        object.path(name).fields().forEachRemaining(member -> {
            List<String> values = new ArrayList<>();
            JsonNode value = member.getValue();
            (value.isArray() ? value : List.of(value)).forEach(entry -> values.add(entry.asText()));
            found.put(member.getKey(), List.copyOf(values));
        });
        return java.util.Collections.unmodifiableMap(found);
    }

    boolean has(String name) {
        return object.hasNonNull(name);
    }

    JsonNode node() {
        return object;
    }
}
