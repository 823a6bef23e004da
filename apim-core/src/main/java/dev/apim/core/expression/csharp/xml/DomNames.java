package dev.apim.core.expression.csharp.xml;

import dev.apim.core.expression.csharp.type.TypeBuilder;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.namespace.NamespaceContext;
import org.jspecify.annotations.Nullable;

/** An {@code XmlNamespaceManager}: what the prefixes of an XPath stand for. */
final class DomNames implements NamespaceContext {
    private final Map<String, String> uris = new LinkedHashMap<>(Map.of("xml", XMLConstants.XML_NS_URI));

    static void define(TypeBuilder type) {
        type.base("object")
                .method("(XmlNameTable nameTable)", (@Nullable Object table) -> new DomNames())
                .method(
                        "void AddNamespace(string prefix, string uri)",
                        (DomNames self, @Nullable String prefix, @Nullable String uri) -> {
                            self.uris.put(NodeTypes.required(prefix, "prefix"), NodeTypes.required(uri, "uri"));
                            return null;
                        })
                .method("bool HasNamespace(string prefix)", (DomNames self, @Nullable String prefix) ->
                        self.uris.containsKey(prefix))
                .method("string LookupNamespace(string prefix)", (DomNames self, @Nullable String prefix) ->
                        self.uris.get(prefix));
    }

    @Override
    public String getNamespaceURI(String prefix) {
        return uris.getOrDefault(prefix, XMLConstants.NULL_NS_URI);
    }

    @Override
    public @Nullable String getPrefix(String uri) {
        return uris.entrySet().stream()
                .filter(entry -> entry.getValue().equals(uri))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    @Override
    public Iterator<String> getPrefixes(String uri) {
        String prefix = getPrefix(uri);
        return (prefix == null ? List.<String>of() : List.of(prefix)).iterator();
    }

    @Override
    public String toString() {
        return "System.Xml.XmlNamespaceManager";
    }
}
