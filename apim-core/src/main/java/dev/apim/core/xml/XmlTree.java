package dev.apim.core.xml;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * An XML document as far as it means something in JSON: elements, attributes and texts, namespaces by their prefixes. Comments,
 * processing instructions and white space between elements are left out.
 *
 * @param version of its declaration, if it has one
 * @param root element
 */
public record XmlTree(@Nullable String version, Element root) {
    private static final String REPORT_CDATA = "http://java.sun.com/xml/stream/properties/report-cdata-event";

    /** Something in an element. */
    public sealed interface Node {}

    /** A text; {@code marked} where it was written as CDATA. */
    public record Text(String value, boolean marked) implements Node {}

    /** A name in two parts; the prefix is empty where there is none. */
    public record Name(String prefix, String local) {}

    /** An attribute; of a namespace declaration the prefix is {@code xmlns}, or the whole name. */
    public record Attribute(Name name, boolean declaration, String value) {}

    /**
     * An element.
     *
     * @param closed whether it was written as one tag
     */
    public record Element(Name name, List<Attribute> attributes, List<Node> children, boolean closed) implements Node {}

    /**
     * Reads a document.
     *
     * @throws XMLStreamException when it is none, or holds a DOCTYPE, or is beyond the limits
     */
    public static XmlTree parse(String text) throws XMLStreamException {
        XMLInputFactory factory = SecureXml.inputFactory();
        factory.setProperty(REPORT_CDATA, true);
        XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
        try {
            String version = text.startsWith("<?xml") ? reader.getVersion() : null;
            return new XmlTree(version, new Reading(reader).root());
        } finally {
            reader.close();
        }
    }

    private static final class Reading {
        private final XMLStreamReader reader;
        private final Deque<List<Node>> open = new ArrayDeque<>();
        private final Deque<Open> tags = new ArrayDeque<>();
        private final StringBuilder text = new StringBuilder();

        private record Open(Name name, List<Attribute> attributes, int offset) {}

        Reading(XMLStreamReader reader) {
            this.reader = reader;
            open.push(new ArrayList<>());
        }

        Element root() throws XMLStreamException {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE -> text.append(reader.getText());
                    case XMLStreamConstants.CDATA -> marked();
                    case XMLStreamConstants.START_ELEMENT -> start();
                    case XMLStreamConstants.END_ELEMENT -> end();
                    case XMLStreamConstants.DTD -> throw new XMLStreamException("a DOCTYPE is not read");
                    default -> {
                        // Comments and instructions mean nothing in JSON; text around them is one text.
                    }
                }
            }
            if (top().isEmpty() || !(top().get(0) instanceof Element root)) {
                throw new XMLStreamException("there is no element");
            }
            return root;
        }

        private List<Node> top() {
            return open.getFirst();
        }

        private void marked() {
            flush();
            top().add(new Text(reader.getText(), true));
        }

        private void flush() {
            if (!text.isEmpty() && !text.toString().isBlank() && open.size() > 1) {
                top().add(new Text(text.toString(), false));
            }
            text.setLength(0);
        }

        private void start() {
            flush();
            tags.push(new Open(new Name(part(reader.getPrefix()), reader.getLocalName()), attributes(), offset()));
            open.push(new ArrayList<>());
        }

        /** An element that is one tag ends where it began. */
        private void end() {
            flush();
            List<Node> children = open.pop();
            Open tag = tags.pop();
            top().add(new Element(tag.name(), tag.attributes(), children, tag.offset() == offset()));
        }

        private int offset() {
            return reader.getLocation().getCharacterOffset();
        }

        private List<Attribute> attributes() {
            List<Attribute> all = new ArrayList<>();
            for (int i = 0; i < reader.getNamespaceCount(); i++) {
                String prefix = part(reader.getNamespacePrefix(i));
                Name name = prefix.isEmpty() ? new Name("", "xmlns") : new Name("xmlns", prefix);
                all.add(new Attribute(name, true, part(reader.getNamespaceURI(i))));
            }
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                Name name = new Name(part(reader.getAttributePrefix(i)), reader.getAttributeLocalName(i));
                all.add(new Attribute(name, false, reader.getAttributeValue(i)));
            }
            return all;
        }

        private static String part(@Nullable String part) {
            return part == null ? "" : part;
        }
    }
}
