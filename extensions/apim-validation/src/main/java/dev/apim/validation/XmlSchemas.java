package dev.apim.validation;

import dev.apim.core.xml.SecureXml;
import dev.apim.validation.Definition.BrokenSchemaException;
import java.io.IOException;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.PatternSyntaxException;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Compiles XML schemas: one {@code xs:schema}, or several in another element, as WADL grammars and WSDL types are. Each part has a name
 * of a scheme that nothing can open; the compiler asks for every part it needs by that name and never looks for a file.
 */
final class XmlSchemas {
    private static final String SCHEME = "apim";
    private static final String STORED = SCHEME + ":/schemas/";
    private static final String INLINE = SCHEME + ":/inline/";
    private static final String ROOT = SCHEME + ":/root";

    private final Function<String, Optional<String>> included;
    private final Set<String> seen = new HashSet<>();
    private final Map<String, String> parts = new HashMap<>();
    private final List<Element> roots = new ArrayList<>();
    private final Set<String> ownNames = new HashSet<>();
    private final Map<String, List<String>> inline = new LinkedHashMap<>();

    private XmlSchemas(Function<String, Optional<String>> included) {
        this.included = included;
    }

    /**
     * Compiles a document.
     *
     * @param included the text of a schema of the service or workspace by name
     */
    static Compiled compile(String text, Function<String, Optional<String>> included) throws BrokenSchemaException {
        XmlSchemas schemas = new XmlSchemas(included);
        schemas.add(text, ROOT);
        return schemas.compile();
    }

    /** Takes a document and all that it includes; one of several schemas becomes a part for each. */
    private void add(String text, String name) throws BrokenSchemaException {
        Element root = parse(text).getDocumentElement();
        List<Element> schemas = SchemaElements.in(root);
        if (schemas.isEmpty()) {
            throw new BrokenSchemaException("it holds no xs:schema");
        }
        if (schemas.get(0) == root) {
            parts.put(name, text);
        } else {
            Set<String> namespaces = new HashSet<>();
            for (Element schema : schemas) {
                String part = INLINE + parts.size();
                parts.put(part, SchemaElements.text(schema));
                String namespace = schema.getAttribute("targetNamespace");
                inline.computeIfAbsent(namespace, n -> new ArrayList<>()).add(part);
                namespaces.add(namespace);
            }
            parts.put(name, SchemaElements.importing(namespaces));
        }
        roots.addAll(schemas);
        for (Element schema : schemas) {
            gather(schema);
        }
    }

    private void gather(Element schema) throws BrokenSchemaException {
        for (Element child : SchemaElements.children(schema)) {
            String location = child.getAttribute("schemaLocation");
            String name = name(location);
            boolean includes = SchemaElements.isXsd(child, "include") || SchemaElements.isXsd(child, "redefine");
            boolean imports = SchemaElements.isXsd(child, "import") && !location.isEmpty();
            if ((includes || imports) && seen.add(name)) {
                Optional<String> part = included.apply(name);
                if (part.isPresent() && part.get().equals(parts.get(ROOT))) {
                    ownNames.add(STORED + name); // a part that refers to the whole must not define it once more
                } else if (part.isPresent()) {
                    add(part.get(), STORED + name);
                } else if (includes) {
                    throw new BrokenSchemaException(
                            "it includes '" + location + "', but there is no schema '" + name + "'");
                }
            }
        }
    }

    /** {@code /schemas/name}, as Azure writes it, or the name with or without {@code .xsd}. */
    private static String name(String location) {
        String last = location.substring(location.lastIndexOf('/') + 1);
        return last.endsWith(".xsd") ? last.substring(0, last.length() - 4) : last;
    }

    /**
     * A schema, and the patterns in it.
     *
     * @param schema for a validator
     * @param patterns what texts may cost
     */
    record Compiled(Schema schema, XsdPatterns patterns) {}

    private Compiled compile() throws BrokenSchemaException {
        try {
            var factory = SecureXml.schemaFactory();
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, SCHEME);
            factory.setErrorHandler(new Strict());
            factory.setResourceResolver((type, namespace, publicId, location, base) -> part(namespace, location));
            Schema schema = factory.newSchema(new StreamSource(new StringReader(parts.getOrDefault(ROOT, "")), ROOT));
            return new Compiled(schema, XsdPatterns.of(roots));
        } catch (PatternSyntaxException e) {
            throw new BrokenSchemaException("the pattern '" + e.getPattern() + "' cannot be read");
        } catch (SAXException e) {
            throw new BrokenSchemaException(String.valueOf(e.getMessage()));
        }
    }

    /** Never null, which would make the compiler look for itself: what is not there is a schema that defines nothing. */
    private LSInput part(@Nullable String namespace, @Nullable String location) {
        String given = location == null ? "" : location;
        String name = given.startsWith(SCHEME + ":") ? given : STORED + name(given);
        String part = ownNames.contains(name) ? ROOT : name;
        String text = parts.get(part);
        return text == null ? ofNamespace(namespace == null ? "" : namespace) : new SchemaInput(part, text);
    }

    private LSInput ofNamespace(String namespace) {
        List<String> here = inline.getOrDefault(namespace, List.of());
        String id = SCHEME + ":/namespace/" + URLEncoder.encode(namespace, StandardCharsets.UTF_8);
        if (here.isEmpty() && namespace.equals(XMLConstants.XML_NS_URI)) {
            return new SchemaInput(id, SchemaElements.XML);
        }
        return here.size() == 1
                ? new SchemaInput(here.get(0), parts.getOrDefault(here.get(0), ""))
                : new SchemaInput(id, SchemaElements.including(namespace, here));
    }

    private static Document parse(String text) throws BrokenSchemaException {
        try {
            return SecureXml.documentBuilder().parse(SecureXml.input(text));
        } catch (SAXException | IOException e) {
            throw new BrokenSchemaException("it is not XML: " + e.getMessage());
        }
    }

    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException warning) {}

        @Override
        public void error(SAXParseException error) throws SAXException {
            throw error;
        }

        @Override
        public void fatalError(SAXParseException error) throws SAXException {
            throw error;
        }
    }
}
