package dev.apim.validation;

import dev.apim.core.xml.SecureXml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.validation.Schema;
import javax.xml.validation.ValidatorHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;

/** XML that fits a schema, or an envelope of SOAP whose body does. */
final class XmlDefinition implements Definition {
    private final Schema schema;
    private final XsdPatterns patterns;
    private final boolean soap;

    XmlDefinition(XmlSchemas.Compiled compiled, boolean soap) {
        this.schema = compiled.schema();
        this.patterns = compiled.patterns();
        this.soap = soap;
    }

    @Override
    public List<Mistake> check(Content content) throws UnreadableException {
        Mistakes mistakes = new Mistakes();
        try {
            XMLReader reader = SecureXml.saxParser().getXMLReader();
            reader.setErrorHandler(mistakes);
            ContentHandler handler = handler(content, mistakes);
            reader.setContentHandler(patterns.isEmpty() ? handler : new PatternGuard(patterns, handler));
            InputSource source = new InputSource(new ByteArrayInputStream(content.bytes()));
            if (!content.charset().isEmpty()) {
                source.setEncoding(content.charset());
            }
            reader.parse(source);
        } catch (Enough enough) {
            return mistakes.found;
        } catch (StackOverflowError tooDeep) {
            throw new EcmaPattern.ExhaustedException(); // the engine calls itself for each character
        } catch (SAXParseException e) {
            throw new UnreadableException(
                    e.getMessage() + " Line: " + e.getLineNumber() + ", Position: " + e.getColumnNumber());
        } catch (SAXException | IOException e) {
            throw new UnreadableException(String.valueOf(e.getMessage()));
        }
        return mistakes.found;
    }

    private ContentHandler handler(Content content, Mistakes mistakes) {
        if (soap) {
            return new SoapHandler(() -> validator(mistakes), content.mediaType(), mistakes);
        }
        return validator(mistakes);
    }

    private ValidatorHandler validator(Mistakes mistakes) {
        ValidatorHandler handler = schema.newValidatorHandler();
        handler.setErrorHandler(mistakes);
        return handler;
    }

    /** There are as many mistakes as anybody reads. */
    static final class Enough extends SAXException {
        private static final long serialVersionUID = 1L;
    }

    /** Gathers mistakes; what is not XML at all ends the reading. */
    static final class Mistakes implements ErrorHandler {
        final List<Mistake> found = new ArrayList<>();

        void add(String text, int line, int column) throws SAXException {
            found.add(new Mistake(text, Math.max(line, 0), Math.max(column, 0)));
            if (found.size() == MOST) {
                throw new Enough();
            }
        }

        @Override
        public void warning(SAXParseException warning) {}

        @Override
        public void error(SAXParseException error) throws SAXException {
            add(String.valueOf(error.getMessage()), error.getLineNumber(), error.getColumnNumber());
        }

        @Override
        public void fatalError(SAXParseException error) throws SAXException {
            throw error;
        }
    }
}
