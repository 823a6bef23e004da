package dev.apim.core.expression.csharp.xml;

import dev.apim.core.expression.csharp.value.Evaluation;
import dev.apim.core.xml.SecureXml;
import java.io.IOException;
import java.util.BitSet;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads what an {@code XmlDocument} holds. */
final class DomLoading {
    /** Marks elements that are written {@code <a></a>}. */
    static final String OPEN = "open";

    private DomLoading() {}

    static Document empty() {
        return SecureXml.documentBuilder().newDocument();
    }

    static Document load(Evaluation evaluation, String given, boolean preserve) {
        evaluation.make(given.length());
        evaluation.steps(1 + given.length() / 8);
        String text = given.startsWith("\uFEFF") ? given.substring(1) : given;
        BitSet empties = XmlMistake.check(text);
        try {
            Document document = SecureXml.documentBuilder().parse(SecureXml.input(text));
            NodeList all = document.getElementsByTagName("*");
            for (int i = 0; i < all.getLength(); i++) {
                if (!empties.get(i)) {
                    all.item(i).setUserData(OPEN, true, null);
                }
            }
            if (!preserve && document.getDocumentElement() != null) {
                tidy(document.getDocumentElement());
            }
            return document;
        } catch (SAXException | IOException e) {
            throw XmlNames.error("The XML cannot be read.");
        }
    }

    /** Takes out white space between tags. */
    private static void tidy(Element element) {
        Node child = element.getFirstChild();
        while (child != null) {
            Node next = child.getNextSibling();
            if (child.getNodeType() == Node.TEXT_NODE && XmlNames.isBlank(child.getNodeValue())) {
                element.removeChild(child);
            } else if (child instanceof Element inner) {
                tidy(inner);
            }
            child = next;
        }
    }
}
