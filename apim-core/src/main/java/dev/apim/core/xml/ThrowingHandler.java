package dev.apim.core.xml;

import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXParseException;

/** Throws errors instead of printing them, as the JDK would. */
final class ThrowingHandler implements ErrorHandler {
    @Override
    public void warning(SAXParseException exception) {
        // What is only warned of is read all the same.
    }

    @Override
    public void error(SAXParseException exception) throws SAXParseException {
        throw exception;
    }

    @Override
    public void fatalError(SAXParseException exception) throws SAXParseException {
        throw exception;
    }
}
