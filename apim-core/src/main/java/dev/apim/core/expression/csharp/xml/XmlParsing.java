package dev.apim.core.expression.csharp.xml;

import dev.apim.core.expression.csharp.value.Evaluation;
import dev.apim.core.xml.SecureXml;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads XML into a tree, without any DOCTYPE. Names are put into their namespaces here, as only a reader that leaves that to us tells
 * declarations and attributes in their order.
 */
final class XmlParsing {
    private static final String REPORT_CDATA = "http://java.sun.com/xml/stream/properties/report-cdata-event";

    private final String text;
    private final boolean preserve;
    private final BitSet empties;
    private final XDocument document;
    private final List<Map<String, String>> scopes = new ArrayList<>();
    private final StringBuilder pending = new StringBuilder();
    private XContainer at;
    private int tags;

    private XmlParsing(String text, boolean preserve, BitSet empties) {
        this.text = text;
        this.empties = empties;
        this.preserve = preserve;
        this.document = new XDocument(null);
        this.at = document;
        scopes.add(Map.of("xml", XNamespace.XML.uri(), "xmlns", XNamespace.XMLNS.uri(), "", ""));
    }

    /**
     * The document that a text is.
     *
     * @param preserve whether white space between tags is kept
     * @throws dev.apim.core.expression.csharp.value.DotNetException an {@code XmlException}
     */
    static XDocument parse(Evaluation evaluation, String given, boolean preserve) {
        evaluation.make(given.length());
        evaluation.steps(1 + given.length() / 8);
        String text = given.startsWith("\uFEFF") ? given.substring(1) : given;
        BitSet empties = XmlMistake.check(text);
        XMLInputFactory factory = SecureXml.inputFactory();
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(REPORT_CDATA, true);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
            XmlParsing parsing = new XmlParsing(text, preserve, empties);
            parsing.declare(reader);
            while (reader.hasNext()) {
                parsing.event(reader.next(), reader);
            }
            return parsing.document;
        } catch (XMLStreamException e) {
            throw XmlMistake.other(e);
        }
    }

    private void declare(XMLStreamReader reader) {
        if (text.startsWith("<?xml") && text.length() > 5 && XmlNames.isSpace(text.charAt(5))) {
            String standalone = reader.standaloneSet() ? (reader.isStandalone() ? "yes" : "no") : null;
            document.declaration(
                    new XDeclaration(reader.getVersion(), reader.getCharacterEncodingScheme(), standalone));
        }
    }

    private void event(int event, XMLStreamReader reader) {
        if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.SPACE) {
            pending.append(reader.getText());
            return;
        }
        flush();
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> start(reader);
            case XMLStreamConstants.END_ELEMENT -> end();
            case XMLStreamConstants.CDATA -> insert(new XCData(reader.getText()));
            case XMLStreamConstants.COMMENT -> insert(new XComment(reader.getText()));
            case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                insert(new XInstruction(reader.getPITarget(), data(reader.getPIData())));
            default -> {
                // The ends of the document hold nothing.
            }
        }
    }

    private static String data(@Nullable String data) {
        return data == null ? "" : data;
    }

    private void flush() {
        boolean kept = preserve || !XmlNames.isBlank(pending.toString());
        if (!pending.isEmpty() && kept && at != document) {
            insert(new XPlainText(pending.toString()));
        }
        pending.setLength(0);
    }

    private void insert(XNode node) {
        at.children().insert(at.children().last(), node);
    }

    private void start(XMLStreamReader reader) {
        Map<String, String> scope = scopes.get(scopes.size() - 1);
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String name = written(reader.getAttributePrefix(i), reader.getAttributeLocalName(i));
            if (name.equals("xmlns") || name.startsWith("xmlns:")) {
                scope = scope == scopes.get(scopes.size() - 1) ? new HashMap<>(scope) : scope;
                scope.put(name.equals("xmlns") ? "" : name.substring(6), reader.getAttributeValue(i));
            }
        }
        scopes.add(scope);
        XElement element = new XElement(name(written(reader.getPrefix(), reader.getLocalName()), scope, true));
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String name = written(reader.getAttributePrefix(i), reader.getAttributeLocalName(i));
            element.add(new XAttribute(name(name, scope, false), reader.getAttributeValue(i)));
        }
        insert(element);
        at = element;
        if (!empties.get(tags++)) {
            element.children().blank();
        }
    }

    private void end() {
        scopes.remove(scopes.size() - 1);
        XContainer parent = at.links().parent;
        at = parent == null ? document : parent;
    }

    private static String written(@Nullable String prefix, String local) {
        return prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
    }

    private static XName name(String written, Map<String, String> scope, boolean ofElement) {
        int colon = written.indexOf(':');
        if (colon < 0) {
            String uri = ofElement ? scope.getOrDefault("", "") : "";
            return new XName(namespace(uri), written);
        }
        String uri = scope.getOrDefault(written.substring(0, colon), "");
        return new XName(namespace(uri), written.substring(colon + 1));
    }

    private static XNamespace namespace(String uri) {
        return uri.isEmpty() ? XNamespace.NONE : new XNamespace(uri);
    }
}
