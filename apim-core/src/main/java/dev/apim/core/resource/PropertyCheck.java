package dev.apim.core.resource;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.IssueSink;
import dev.apim.core.json.PositionedTree;
import dev.apim.resource.Resource;
import java.util.List;
import java.util.stream.Collectors;

/** Holds properties against the rules of their type; every breach is reported where it stands. */
final class PropertyCheck {
    private final Resource.Origin origin;
    private final IssueSink issues;
    private int errors;

    PropertyCheck(Resource.Origin origin, IssueSink issues) {
        this.origin = origin;
        this.issues = issues;
    }

    /** Whether no rule was broken so far. */
    boolean passed() {
        return errors == 0;
    }

    void object(List<Property> rules, JsonNode object, String pointer) {
        for (Property rule : rules) {
            JsonNode value = object.get(rule.name());
            String place = pointer + "/" + PositionedTree.segment(rule.name());
            if (value == null || value.isNull()) {
                if (rule.isRequired()) {
                    error(place, "is missing, expected " + rule.kind() + ": add \"" + rule.name() + "\"");
                }
            } else {
                value(rule, value, place);
            }
        }
    }

    private void value(Property rule, JsonNode value, String place) {
        if (!isOf(rule.kind(), value)) {
            error(place, "is " + kindOf(value) + ", expected " + rule.kind());
            return;
        }
        switch (rule.kind()) {
            case TEXT -> text(rule, value.textValue(), place);
            case INTEGER -> range(rule, value.longValue(), place, "");
            case FLAG -> {}
            case TEXTS -> texts(rule, value, place);
            case OBJECT -> object(rule.members(), value, place);
            case OBJECTS -> objects(rule, value, place);
        }
    }

    private void texts(Property rule, JsonNode list, String place) {
        range(rule, list.size(), place, " entries");
        for (int i = 0; i < list.size(); i++) {
            JsonNode entry = list.get(i);
            if (!entry.isTextual()) {
                error(place + "/" + i, "is " + kindOf(entry) + ", expected a string");
            } else {
                among(rule, entry.textValue(), place + "/" + i);
            }
        }
    }

    private void objects(Property rule, JsonNode list, String place) {
        range(rule, list.size(), place, " entries");
        for (int i = 0; i < list.size(); i++) {
            JsonNode entry = list.get(i);
            if (!entry.isObject()) {
                error(place + "/" + i, "is " + kindOf(entry) + ", expected an object");
            } else {
                object(rule.members(), entry, place + "/" + i);
            }
        }
    }

    private void text(Property rule, String text, String place) {
        range(rule, text.length(), place, " characters");
        among(rule, text, place);
        if (rule.pattern() != null && !rule.pattern().matcher(text).matches()) {
            error(place, "is " + shown(rule, text) + ", expected text that matches " + rule.pattern());
        }
    }

    private void among(Property rule, String text, String place) {
        if (!rule.values().isEmpty() && rule.values().stream().noneMatch(text::equalsIgnoreCase)) {
            String allowed = rule.values().stream().collect(Collectors.joining(", "));
            error(place, "is " + shown(rule, text) + ", expected one of " + allowed);
        }
    }

    private void range(Property rule, long found, String place, String unit) {
        if (found < rule.min() || found > rule.max()) {
            String verb = unit.isEmpty() ? "is " : "has ";
            String least = rule.min() == Long.MIN_VALUE ? "at most " : rule.min() + " to ";
            error(place, verb + found + unit + ", expected " + least + rule.max());
        }
    }

    private void error(String place, String message) {
        errors++;
        issues.error(origin.at(place), place.substring(1) + " " + message);
    }

    private static String shown(Property rule, String text) {
        if (rule.isSecret()) {
            return "a text that is not shown";
        }
        String line = text.length() > 80 ? text.substring(0, 80) + "…" : text;
        return "'" + line.replaceAll("\\p{Cntrl}", "�") + "'";
    }

    private static boolean isOf(Property.Kind kind, JsonNode value) {
        return switch (kind) {
            case TEXT -> value.isTextual();
            case FLAG -> value.isBoolean();
            case INTEGER -> value.isIntegralNumber() && value.canConvertToLong();
            case TEXTS, OBJECTS -> value.isArray();
            case OBJECT -> value.isObject();
        };
    }

    private static String kindOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "a string";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            default -> "nothing";
        };
    }
}
