package dev.apim.core.policies.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apim.core.xml.XmlTree;
import dev.apim.core.xml.XmlTree.Attribute;
import dev.apim.core.xml.XmlTree.Element;
import dev.apim.core.xml.XmlTree.Name;
import dev.apim.core.xml.XmlTree.Node;
import dev.apim.core.xml.XmlTree.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes XML as JSON, in the shapes Json.NET gives it: an element with nothing but text is that text, one with nothing at all is
 * {@code null} or an empty text, any other is an object whose members of the same name are an array. Every value is a text.
 *
 * @param friendly whether names are plain and namespaces are left out; else {@code @} marks attributes and {@code $} stands for the
 *     colon
 * @param alwaysArrays whether an element in another is an array even where it is the only one of its name
 */
record XmlToJson(boolean friendly, boolean alwaysArrays) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** The whole document. */
    JsonNode convert(XmlTree document) {
        ObjectNode all = JSON.objectNode();
        if (!friendly && document.version() != null) {
            all.put("version", document.version());
        }
        all.set(name(document.root().name()), value(document.root()));
        return all;
    }

    private JsonNode value(Element element) {
        List<Attribute> attributes = element.attributes().stream()
                .filter(attribute -> !friendly || !attribute.declaration())
                .toList();
        if (!attributes.isEmpty()) {
            return object(attributes, element.children());
        }
        if (element.children().isEmpty()) {
            return element.closed() ? JSON.nullNode() : JSON.textNode("");
        }
        boolean lone = element.children().size() == 1
                && element.children().get(0) instanceof Text text
                && (friendly || !text.marked());
        return lone ? JSON.textNode(((Text) element.children().get(0)).value()) : object(List.of(), element.children());
    }

    private ObjectNode object(List<Attribute> attributes, List<Node> children) {
        Map<String, List<JsonNode>> members = new LinkedHashMap<>();
        Map<String, Boolean> arrays = new LinkedHashMap<>();
        for (Attribute attribute : attributes) {
            String name = name(attribute.name());
            add(members, friendly ? name : "@" + name, JSON.textNode(attribute.value()));
        }
        for (Node child : children) {
            if (child instanceof Element element) {
                String name = name(element.name());
                add(members, name, value(element));
                arrays.put(name, alwaysArrays);
            } else {
                Text text = (Text) child;
                add(members, textName(text), JSON.textNode(text.value()));
            }
        }
        ObjectNode object = JSON.objectNode();
        members.forEach((name, values) -> object.set(
                name, values.size() == 1 && !arrays.getOrDefault(name, false) ? values.get(0) : array(values)));
        return object;
    }

    private String textName(Text text) {
        if (friendly) {
            return "text";
        }
        return text.marked() ? "#cdata-section" : "#text";
    }

    private static void add(Map<String, List<JsonNode>> members, String name, JsonNode value) {
        members.computeIfAbsent(name, n -> new ArrayList<>(1)).add(value);
    }

    private static ArrayNode array(List<JsonNode> values) {
        return JSON.arrayNode(values.size()).addAll(values);
    }

    private String name(Name name) {
        String local = EncodedName.decode(name.local());
        return friendly || name.prefix().isEmpty() ? local : name.prefix() + "$" + local;
    }
}
