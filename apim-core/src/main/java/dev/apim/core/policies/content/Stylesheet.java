package dev.apim.core.policies.content;

import dev.apim.core.xml.SecureXml;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import javax.xml.transform.ErrorListener;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Templates;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.sax.SAXSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * An XSLT 1.0 stylesheet, compiled. It reaches nothing but the document it is given: no extension functions, no {@code document()}, no
 * inclusion. Thread-safe.
 */
final class Stylesheet {
    /** Most bytes that may come of it: 8 MiB. */
    static final int LARGEST = 8 * 1024 * 1024;

    /** Most names of elements and attributes in a document: the processor takes time by their square where their hashes are one. */
    static final int MOST_NAMES = 8_192;

    private final Templates templates;
    private final @Nullable String mediaType;
    private final boolean makesXml;
    private final String encoding;

    private Stylesheet(Templates templates) {
        this.templates = templates;
        Properties output = templates.getOutputProperties();
        this.mediaType = output.get(OutputKeys.MEDIA_TYPE) instanceof String given ? given : null;
        this.makesXml = "xml".equals(output.getProperty(OutputKeys.METHOD, "xml"));
        this.encoding = output.getProperty(OutputKeys.ENCODING, "UTF-8").toLowerCase(Locale.ROOT);
    }

    /**
     * Compiles a stylesheet.
     *
     * @throws TransformerException saying what is wrong with it
     */
    static Stylesheet compile(String text) throws TransformerException {
        TransformerFactory factory = SecureXml.transformerFactory();
        Problems problems = new Problems();
        factory.setErrorListener(problems);
        try {
            return new Stylesheet(factory.newTemplates(new SAXSource(new Reading(), SecureXml.input(text))));
        } catch (TransformerException e) {
            throw problems.first == null ? e : problems.first;
        } catch (SAXException e) {
            throw new TransformerException(e.getMessage(), e);
        }
    }

    /** The media type it says its result has, if it does. */
    @Nullable
    String mediaType() {
        return mediaType;
    }

    /** Whether its result is XML. */
    boolean makesXml() {
        return makesXml;
    }

    /** The name of the charset of its result, in small letters. */
    String encoding() {
        return encoding;
    }

    /**
     * Applies it.
     *
     * @throws SAXException when the document is no XML
     * @throws TransformerException when the stylesheet fails
     * @throws TooLarge when too much comes of it
     */
    byte[] apply(String document, Map<String, String> parameters) throws SAXException, TransformerException {
        Transformer transformer = templates.newTransformer();
        transformer.setErrorListener(new Problems());
        transformer.setOutputProperty("{http://xml.apache.org/xslt}indent-amount", "2"); // as .NET
        parameters.forEach(transformer::setParameter);
        Limited out = new Limited();
        Reading reading = new Reading();
        try {
            transformer.transform(new SAXSource(reading, SecureXml.input(document)), new StreamResult(out));
        } catch (TransformerException | RuntimeException e) {
            // The processor wraps what it is thrown beyond recognition.
            reading.rethrow();
            if (out.full) {
                throw new TooLarge();
            }
            throw e;
        }
        return out.toByteArray();
    }

    /** Remembers that the document is at fault. */
    private static final class Reading extends XMLFilterImpl {
        private final Set<String> names = new HashSet<>();
        private @Nullable SAXException failure;

        Reading() throws SAXException {
            super(SecureXml.saxParser().getXMLReader());
        }

        @Override
        public void parse(InputSource input) throws SAXException, IOException {
            try {
                super.parse(input);
            } catch (SAXException e) {
                failure = e;
                throw e;
            }
        }

        @Override
        public void startElement(String uri, String name, String written, Attributes attributes) throws SAXException {
            count(uri, name);
            for (int i = 0; i < attributes.getLength(); i++) {
                count(attributes.getURI(i), attributes.getLocalName(i));
            }
            super.startElement(uri, name, written, attributes);
        }

        private void count(String uri, String name) throws SAXException {
            if (names.add(uri.isEmpty() ? name : uri + ' ' + name) && names.size() > MOST_NAMES) {
                throw new SAXException("it has more than " + MOST_NAMES + " different names");
            }
        }

        void rethrow() throws SAXException {
            if (failure != null) {
                throw failure;
            }
        }
    }

    /** Stops what writes without end. */
    private static final class Limited extends OutputStream {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private boolean full;

        @Override
        public void write(int b) {
            check(1);
            bytes.write(b);
        }

        @Override
        public void write(byte[] more, int from, int length) {
            check(length);
            bytes.write(more, from, length);
        }

        private void check(int length) {
            if (bytes.size() + (long) length > LARGEST) {
                full = true;
                throw new TooLarge();
            }
        }

        byte[] toByteArray() {
            return bytes.toByteArray();
        }
    }

    /** More than {@link #LARGEST} bytes come of it. */
    static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Keeps what would be printed. */
    private static final class Problems implements ErrorListener {
        private @Nullable TransformerException first;

        @Override
        public void warning(TransformerException problem) {
            // A message of the stylesheet, or what it does not know; neither stops it.
        }

        @Override
        public void error(TransformerException problem) {
            first = first == null ? problem : first;
        }

        @Override
        public void fatalError(TransformerException problem) throws TransformerException {
            error(problem);
            throw problem;
        }
    }
}
