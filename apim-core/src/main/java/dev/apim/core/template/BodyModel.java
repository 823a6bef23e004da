package dev.apim.core.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.core.expression.DotNetText;
import dev.apim.core.expression.context.ReadableBody;
import dev.apim.core.expression.csharp.json.JsonReading;
import dev.apim.core.json.Json;
import dev.apim.core.xml.XmlTree;
import dev.apim.core.xml.XmlTree.Element;
import dev.apim.core.xml.XmlTree.Node;
import dev.apim.core.xml.XmlTree.Text;
import dev.apim.http.Headers;
import dev.apim.http.MessageBody;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * A body as a template sees it: by its media type JSON or XML, else a text.
 *
 * @param nilIsNull whether an element with {@code xsi:nil} is nothing at all; else an empty text
 * @param parseDate whether texts of JSON that are dates are dates
 */
record BodyModel(boolean nilIsNull, boolean parseDate) {
    /**
     * What {@code body} means.
     *
     * @throws MalformedBody when it is not of its type
     */
    @Nullable
    Object of(MessageBody body, Headers headers) throws MalformedBody {
        if (!body.isBuffered() || body.length() == 0) {
            return null;
        }
        ReadableBody readable = new ReadableBody(body, headers);
        String type = headers.getOrDefault("Content-Type", "");
        int end = type.indexOf(';');
        type = (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        if (is(type, "json")) {
            try {
                return json(Json.mapper().readTree(readable.text(true)));
            } catch (JsonProcessingException e) {
                // Jackson's message cites the body, so it is not kept as the cause.
                throw new MalformedBody("JSON");
            }
        }
        if (is(type, "xml")) {
            try {
                Element root = XmlTree.parse(readable.xml(true)).root();
                return new Members().with(root.name().local(), xml(root));
            } catch (XMLStreamException e) {
                throw new MalformedBody("XML");
            }
        }
        return readable.text(true);
    }

    private static boolean is(String type, String format) {
        return type.equals("application/" + format) || type.equals("text/" + format) || type.endsWith("+" + format);
    }

    /** A tree of JSON. */
    @Nullable
    Object json(@Nullable JsonNode node) {
        if (node == null || node.isNull() || node.isMissingNode()) {
            return null;
        }
        if (node.isObject()) {
            Members members = new Members();
            node.properties().forEach(member -> members.put(member.getKey(), json(member.getValue())));
            return members;
        }
        if (node.isArray()) {
            List<@Nullable Object> items = new ArrayList<>(node.size());
            node.forEach(item -> items.add(json(item)));
            return items;
        }
        if (node.isTextual()) {
            Object date = parseDate ? JsonReading.dateValue(node.textValue()) : null;
            return date == null ? node.textValue() : date;
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isIntegralNumber()) {
            return node.canConvertToLong() ? (Object) node.longValue() : new BigDecimal(node.bigIntegerValue());
        }
        // As .NET reads it: a double, written without an exponent.
        double number = node.doubleValue();
        return Double.isInfinite(number)
                ? DotNetText.of(number)
                : new BigDecimal(BigDecimal.valueOf(number).stripTrailingZeros().toPlainString());
    }

    private @Nullable Object xml(Element element) {
        boolean nil = element.attributes().stream()
                .anyMatch(a -> a.name().local().equals("nil")
                        && !a.name().prefix().isEmpty()
                        && (a.value().equals("true") || a.value().equals("1")));
        if (nil) {
            return nilIsNull ? null : "";
        }
        Members members = new Members();
        StringBuilder text = new StringBuilder();
        for (Node child : element.children()) {
            if (child instanceof Element inner) {
                add(members, inner.name().local(), xml(inner));
            } else {
                text.append(((Text) child).value());
            }
        }
        element.attributes().stream()
                .filter(a -> !a.declaration() && !a.name().prefix().startsWith("xs"))
                .forEach(a -> members.with(a.name().local(), a.value()));
        if (members.isEmpty()) {
            return text.toString();
        }
        return text.isEmpty() ? members : members.with("text", text.toString());
    }

    /** An element's value is never a list, so that a list is elements of one name. */
    @SuppressWarnings("unchecked")
    private static void add(Members members, String name, @Nullable Object value) {
        Object before = members.get(name);
        if (!members.containsKey(name)) {
            members.put(name, value);
        } else if (before instanceof List<?> several) {
            ((List<@Nullable Object>) several).add(value);
        } else {
            List<@Nullable Object> items = new ArrayList<>();
            items.add(before);
            items.add(value);
            members.put(name, items);
        }
    }

    /** A body is not what its media type says. */
    static final class MalformedBody extends Exception {
        private static final long serialVersionUID = 1L;

        MalformedBody(String format) {
            super("The body is not the " + format + " that its Content-Type says.");
        }
    }
}
