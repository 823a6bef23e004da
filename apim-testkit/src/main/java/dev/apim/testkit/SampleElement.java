package dev.apim.testkit;

import dev.apim.Issue;
import dev.apim.core.document.NamedValues;
import dev.apim.core.document.ParsedDocument;
import dev.apim.core.document.PolicyDocumentReader;
import dev.apim.core.document.ReaderOptions;
import dev.apim.policy.PolicyElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An element as the gateway's own reader sees it, to be written anew.
 *
 * @param name of it
 * @param attributes in order
 * @param children in order; empty where it holds text only
 * @param text between its tags, where it has no children
 */
record SampleElement(String name, Map<String, String> attributes, List<SampleElement> children, String text) {
    /**
     * Reads one.
     *
     * @throws AssertionError when it cannot be read
     */
    static SampleElement of(String xml) {
        List<Issue> issues = new ArrayList<>();
        String document = "<fragment>" + xml + "</fragment>";
        Optional<ParsedDocument> parsed =
                PolicyDocumentReader.read("sample", document, ReaderOptions.of(NamedValues.unknown()), issues::add);
        if (parsed.isEmpty() || parsed.get().root().children().size() != 1) {
            throw new AssertionError("expected one element, found " + xml + ": " + issues);
        }
        return of(parsed.get().root().children().get(0));
    }

    private static SampleElement of(PolicyElement element) {
        Map<String, String> attributes = new LinkedHashMap<>();
        element.attributes().forEach(a -> attributes.put(a.name(), a.value().text()));
        return new SampleElement(
                element.name(),
                attributes,
                element.children().stream().map(SampleElement::of).toList(),
                element.text().text());
    }

    boolean has(String attribute) {
        return attributes.containsKey(attribute);
    }

    SampleElement with(String attribute, String value) {
        Map<String, String> more = new LinkedHashMap<>(attributes);
        more.put(attribute, value);
        return new SampleElement(name, more, children, text);
    }

    SampleElement without(String attribute) {
        Map<String, String> fewer = new LinkedHashMap<>(attributes);
        fewer.remove(attribute);
        return new SampleElement(name, fewer, children, text);
    }

    /** As XML. */
    @Override
    public String toString() {
        StringBuilder xml = new StringBuilder("<" + name);
        attributes.forEach((attribute, value) ->
                xml.append(" " + attribute + "=\"" + escaped(value).replace("\"", "&quot;") + "\""));
        xml.append(">");
        children.forEach(xml::append);
        return xml.append(children.isEmpty() ? escaped(text) : "")
                .append("</" + name + ">")
                .toString();
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;");
    }
}
