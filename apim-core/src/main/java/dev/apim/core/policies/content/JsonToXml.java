package dev.apim.core.policies.content;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.core.expression.DotNetText;
import dev.apim.core.expression.csharp.json.JsonReading;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON as XML, in the shapes Json.NET gives it: a member is an element, an array one element for each of its items, {@code null}
 * an element with {@code xsi:nil}, booleans {@code True} and {@code False}. Members whose name begins with {@code @} are attributes,
 * {@code #text} and {@code #cdata-section} are text. What is not one element as a whole stands in {@code <Document>}.
 */
final class JsonToXml {
    private static final String NIL = " xsi:nil=\"true\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";
    private static final String DOCUMENT = "Document";
    private static final String ITEM = "Item";

    private final Options options;
    private final StringBuilder xml = new StringBuilder();

    /**
     * How names and dates are read.
     *
     * @param parseDate whether a text that is a date is written as .NET writes dates
     * @param separator what stands between a prefix and a name
     * @param prefix what names of namespace declarations begin with, if there are any
     * @param attributes the member whose own members are attributes, if there is one
     */
    record Options(
            boolean parseDate,
            String separator,
            @Nullable String prefix,
            @Nullable String attributes) {}

    private JsonToXml(Options options) {
        this.options = options;
    }

    /**
     * The document of a tree.
     *
     * @throws IllegalArgumentException when XML cannot hold a character of it
     */
    static String convert(JsonNode json, Options options) {
        JsonToXml writing = new JsonToXml(options);
        Set<String> none = Set.of();
        if (json.isObject()
                && json.size() == 1
                && writing.isRoot(json.properties().iterator().next())) {
            Map.Entry<String, JsonNode> root = json.properties().iterator().next();
            JsonNode value = root.getValue();
            writing.element(root.getKey(), value.isArray() && value.size() == 1 ? value.get(0) : value, none);
        } else if (json.isArray()) {
            writing.xml.append("<" + DOCUMENT + ">");
            writing.items(ITEM, json, none);
            writing.xml.append("</" + DOCUMENT + ">");
        } else {
            writing.element(DOCUMENT, json, none);
        }
        return writing.xml.toString();
    }

    /** Whether a lone member can be the root element. */
    private boolean isRoot(Map.Entry<String, JsonNode> member) {
        String name = member.getKey();
        boolean element =
                !isText(name) && !isAttribute(name) && !name.equals(options.attributes()) && declared(name) == null;
        return element && (!member.getValue().isArray() || member.getValue().size() == 1);
    }

    private void items(String name, JsonNode array, Set<String> prefixes) {
        if (array.isEmpty()) {
            xml.append('<').append(name(name, prefixes)).append(" />");
        }
        array.forEach(item -> element(name, item, prefixes));
    }

    private void element(String name, JsonNode value, Set<String> outer) {
        Set<String> prefixes = value.isObject() ? prefixes(value, outer) : outer;
        String tag = name(name, prefixes);
        xml.append('<').append(tag);
        if (value.isNull()) {
            xml.append(NIL).append(" />");
            return;
        }
        boolean empty = value.isContainerNode();
        if (value.isObject()) {
            attributes(value, prefixes);
            empty = !hasContent(value);
        } else if (value.isArray()) {
            empty = value.isEmpty();
        }
        if (empty) {
            xml.append(" />");
            return;
        }
        xml.append('>');
        if (value.isObject()) {
            value.properties().forEach(member -> content(member.getKey(), member.getValue(), prefixes));
        } else if (value.isArray()) {
            items(name, value, prefixes);
        } else {
            escape(text(value), false);
        }
        xml.append("</").append(tag).append('>');
    }

    private boolean hasContent(JsonNode object) {
        return object.properties().stream().anyMatch(member -> !isAttributeMember(member.getKey(), member.getValue()));
    }

    private boolean isAttributeMember(String name, JsonNode value) {
        return declared(name) != null
                || name.equals(options.attributes()) && value.isObject()
                || isAttribute(name) && value.isValueNode();
    }

    private void content(String name, JsonNode value, Set<String> prefixes) {
        if (isAttributeMember(name, value)) {
            return;
        }
        if (isText(name)) {
            (value.isArray() ? value : List.of(value)).forEach(part -> {
                if (part.isValueNode() && !part.isNull()) {
                    escape(text(part), false);
                }
            });
        } else if (value.isArray()) {
            items(name, value, prefixes);
        } else {
            element(name, value, prefixes);
        }
    }

    private void attributes(JsonNode object, Set<String> prefixes) {
        object.properties().forEach(member -> {
            String name = member.getKey();
            JsonNode value = member.getValue();
            String prefix = declared(name);
            if (prefix != null) {
                attribute(prefix.isEmpty() ? "xmlns" : "xmlns:" + EncodedName.encode(prefix), value);
            } else if (name.equals(options.attributes()) && value.isObject()) {
                value.properties().forEach(each -> attribute(name(each.getKey(), prefixes), each.getValue()));
            } else if (isAttribute(name) && value.isValueNode()) {
                attribute(name(name.substring(1), prefixes), value);
            }
        });
    }

    private void attribute(String name, JsonNode value) {
        xml.append(' ').append(name).append("=\"");
        if (!value.isNull()) {
            escape(value.isValueNode() ? text(value) : value.toString(), true);
        }
        xml.append('"');
    }

    private static boolean isText(String name) {
        return name.equals("#text") || name.equals("#cdata-section");
    }

    private static boolean isAttribute(String name) {
        return name.length() > 1 && name.charAt(0) == '@';
    }

    /** The prefix a member declares, empty for the default namespace; {@code null} where it declares none. */
    private @Nullable String declared(String name) {
        String start = options.prefix();
        if (start == null || start.isEmpty() || !name.startsWith(start)) {
            return null;
        }
        String rest = name.substring(start.length());
        if (rest.isEmpty()) {
            return "";
        }
        return rest.startsWith(options.separator())
                        && rest.length() > options.separator().length()
                ? rest.substring(options.separator().length())
                : null;
    }

    private Set<String> prefixes(JsonNode object, Set<String> outer) {
        Set<String> all = outer;
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            String prefix = declared(member.getKey());
            if (prefix != null && !prefix.isEmpty()) {
                all = all == outer ? new HashSet<>(outer) : all;
                all.add(prefix);
            }
        }
        return all;
    }

    /** Only a prefix that is declared is one: {@code first_name} is a name as a whole. */
    private String name(String written, Set<String> prefixes) {
        String separator = options.separator();
        int at = separator.isEmpty() ? -1 : written.indexOf(separator);
        if (at > 0 && at + separator.length() < written.length() && prefixes.contains(written.substring(0, at))) {
            return EncodedName.encode(written.substring(0, at)) + ":"
                    + EncodedName.encode(written.substring(at + separator.length()));
        }
        return EncodedName.encode(written);
    }

    private String text(JsonNode value) {
        if (value.isTextual()) {
            String text = value.textValue();
            String date = options.parseDate() ? JsonReading.date(text) : null;
            return date == null ? text : date;
        }
        if (value.isBoolean()) {
            return DotNetText.of(value.booleanValue());
        }
        return value.isIntegralNumber() ? value.asText() : DotNetText.of(value.doubleValue());
    }

    private void escape(String text, boolean attribute) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append(attribute ? "&quot;" : "\"");
                case '\r' -> xml.append("&#xD;");
                case '\n' -> xml.append(attribute ? "&#xA;" : "\n");
                case '\t' -> xml.append(attribute ? "&#x9;" : "\t");
                default -> xml.append(checked(text, i));
            }
        }
    }

    private static char checked(String text, int at) {
        char c = text.charAt(at);
        boolean paired = Character.isHighSurrogate(c)
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : !Character.isLowSurrogate(c) || at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        if (c < ' ' || c == '\uFFFE' || c == '\uFFFF' || !paired) {
            throw new IllegalArgumentException(String.format("XML cannot hold the character U+%04X", (int) c));
        }
        return c;
    }
}
