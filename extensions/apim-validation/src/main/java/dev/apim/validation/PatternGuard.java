package dev.apim.validation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.XMLConstants;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.XMLFilterImpl;

/** Lets a document through to the validator as long as its texts cost the patterns of the schema no more than they may. */
final class PatternGuard extends XMLFilterImpl {
    private final XsdPatterns patterns;
    private final XsdPatterns.Budget budget = new XsdPatterns.Budget();
    private final Deque<Open> open = new ArrayDeque<>();

    /** An element that is not closed yet. */
    private record Open(List<XsdPattern> patterns, StringBuilder text) {}

    PatternGuard(XsdPatterns patterns, ContentHandler validator) {
        this.patterns = patterns;
        setContentHandler(validator);
    }

    @Override
    public void startElement(String uri, String name, String written, Attributes attributes) throws SAXException {
        List<XsdPattern> own = patterns.of(name);
        for (int i = 0; i < attributes.getLength(); i++) {
            if (attributes.getURI(i).equals(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI)
                    && attributes.getLocalName(i).equals("type")) {
                own = new ArrayList<>(patterns.all());
            }
            budget.take(patterns.of(attributes.getLocalName(i)), attributes.getValue(i));
        }
        open.push(new Open(own, new StringBuilder()));
        super.startElement(uri, name, written, attributes);
    }

    @Override
    public void characters(char[] characters, int from, int length) throws SAXException {
        Open element = open.peek();
        if (element != null && !element.patterns().isEmpty()) {
            element.text().append(characters, from, length);
        }
        super.characters(characters, from, length);
    }

    @Override
    public void endElement(String uri, String name, String written) throws SAXException {
        Open element = open.pop();
        budget.take(element.patterns(), element.text().toString());
        super.endElement(uri, name, written);
    }
}
