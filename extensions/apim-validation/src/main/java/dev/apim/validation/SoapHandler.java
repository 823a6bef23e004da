package dev.apim.validation;

import dev.apim.validation.XmlDefinition.Mistakes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import javax.xml.validation.ValidatorHandler;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * An envelope of SOAP 1.1 or 1.2, as its media type says. Every element of its body is given to a validator of its own; faults and
 * headers are not what an API describes, and pass.
 */
final class SoapHandler extends DefaultHandler {
    private static final String SOAP_11 = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String SOAP_12 = "http://www.w3.org/2003/05/soap-envelope";
    private static final int IN_BODY = 2;

    private final Supplier<ValidatorHandler> validators;
    private final Mistakes mistakes;
    private final String namespace;
    private final Map<String, Deque<String>> prefixes = new LinkedHashMap<>();
    private @Nullable Locator locator;
    private @Nullable ValidatorHandler validator;
    private int depth;
    private boolean inBody;
    private boolean hasBody;

    SoapHandler(Supplier<ValidatorHandler> validators, String mediaType, Mistakes mistakes) {
        this.validators = validators;
        this.mistakes = mistakes;
        this.namespace = mediaType.equals("application/soap+xml") ? SOAP_12 : SOAP_11;
    }

    @Override
    public void setDocumentLocator(Locator newLocator) {
        locator = newLocator;
    }

    @Override
    public void startPrefixMapping(String prefix, String uri) throws SAXException {
        prefixes.computeIfAbsent(prefix, p -> new ArrayDeque<>()).push(uri);
        if (validator != null) {
            validator.startPrefixMapping(prefix, uri);
        }
    }

    @Override
    public void endPrefixMapping(String prefix) throws SAXException {
        Deque<String> uris = prefixes.get(prefix);
        if (uris != null) {
            uris.pop();
        }
        if (validator != null) {
            validator.endPrefixMapping(prefix);
        }
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) throws SAXException {
        switch (depth) {
            case 0 -> expect(uri.equals(namespace) && name.equals("Envelope"), "Envelope", qualified);
            case 1 -> part(uri, name, qualified);
            case IN_BODY -> {
                if (inBody && !(uri.equals(namespace) && name.equals("Fault"))) {
                    begin();
                }
            }
            default -> {
                // Of interest to the validator only.
            }
        }
        depth++;
        if (validator != null) {
            validator.startElement(uri, name, qualified, attributes);
        }
    }

    private void part(String uri, String name, String qualified) throws SAXException {
        boolean body = uri.equals(namespace) && name.equals("Body");
        expect(body || uri.equals(namespace) && name.equals("Header"), "Header or Body", qualified);
        if (body && hasBody) {
            mistake("The envelope has a second Body.");
        }
        inBody = body;
        hasBody |= body;
    }

    private void begin() throws SAXException {
        ValidatorHandler next = validators.get();
        if (locator != null) {
            next.setDocumentLocator(locator);
        }
        next.startDocument();
        for (Map.Entry<String, Deque<String>> prefix : prefixes.entrySet()) {
            if (!prefix.getValue().isEmpty()) {
                next.startPrefixMapping(prefix.getKey(), prefix.getValue().peek());
            }
        }
        validator = next;
    }

    @Override
    public void endElement(String uri, String name, String qualified) throws SAXException {
        depth--;
        if (validator != null) {
            validator.endElement(uri, name, qualified);
            if (depth == IN_BODY) {
                validator.endDocument();
                validator = null;
            }
        }
        if (depth == 0 && !hasBody) {
            mistake("The envelope has no Body.");
        }
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        if (validator != null) {
            validator.characters(text, start, length);
        }
    }

    @Override
    public void ignorableWhitespace(char[] text, int start, int length) throws SAXException {
        characters(text, start, length);
    }

    private void expect(boolean right, String expected, String found) throws SAXException {
        if (!right) {
            mistake("Expected " + expected + " of " + namespace + ", found '" + found + "'.");
        }
    }

    private void mistake(String text) throws SAXException {
        mistakes.add(
                text, locator == null ? 0 : locator.getLineNumber(), locator == null ? 0 : locator.getColumnNumber());
    }
}
