package dev.apim.validation;

import dev.apim.validation.EcmaPattern.ExhaustedException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The patterns of an XML schema by the names of the elements and attributes that they are for. The JDK's engine backtracks without end
 * and cannot be interrupted, so that what it would try is counted before it sees a text: such patterns are regular, and counting takes
 * time by the product of the lengths of pattern and text only. Immutable and thread-safe.
 */
final class XsdPatterns {
    /** As of JSON schemas: what is tried for all texts of one body. */
    private static final double BUDGET = 10_000_000;

    /** Steps for finding out: some 100 ms. */
    private static final double EFFORT = 50_000_000;

    private static final String XSD = XMLConstants.W3C_XML_SCHEMA_NS_URI;
    private static final Set<String> REFERENCES =
            Set.of("type", "base", "itemType", "memberTypes", "substitutionGroup", "ref");

    private final Map<String, List<XsdPattern>> ofNames = new HashMap<>();
    private final Map<String, XsdPattern> all = new HashMap<>();

    /** Of compiled schemas. */
    static XsdPatterns of(List<Element> schemas) {
        Map<String, List<Element>> named = new HashMap<>();
        List<Element> declarations = new ArrayList<>();
        XsdPatterns patterns = new XsdPatterns();
        for (Element schema : schemas) {
            gather(schema, named, declarations);
            var written = schema.getElementsByTagNameNS(XSD, "pattern");
            for (int i = 0; i < written.getLength(); i++) {
                patterns.all.computeIfAbsent(((Element) written.item(i)).getAttribute("value"), XsdPatterns::read);
            }
        }
        for (Element declaration : declarations) {
            Set<String> sources = new LinkedHashSet<>();
            patternsIn(declaration, declaration, named, new LinkedHashSet<>(), sources);
            for (String source : sources) {
                XsdPattern part = patterns.all.computeIfAbsent(source, XsdPatterns::read);
                List<XsdPattern> own =
                        patterns.ofNames.computeIfAbsent(declaration.getAttribute("name"), name -> new ArrayList<>());
                if (!own.contains(part)) {
                    own.add(part);
                }
            }
        }
        return patterns;
    }

    private static void gather(Element element, Map<String, List<Element>> named, List<Element> declarations) {
        if (XSD.equals(element.getNamespaceURI()) && element.hasAttribute("name")) {
            named.computeIfAbsent(element.getAttribute("name"), name -> new ArrayList<>())
                    .add(element);
            if (isDeclaration(element)) {
                declarations.add(element);
            }
        }
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                gather(child, named, declarations);
            }
        }
    }

    private static XsdPattern read(String source) {
        return new XsdPattern(XsdSyntax.read(source));
    }

    private static boolean isDeclaration(Element element) {
        return "element".equals(element.getLocalName()) || "attribute".equals(element.getLocalName());
    }

    /** Those of what a declaration is made of, but not of the elements and attributes within. */
    private static void patternsIn(
            Element root, Element at, Map<String, List<Element>> named, Set<Element> seen, Set<String> sources) {
        if (!seen.add(at) || at != root && isDeclaration(at)) {
            return;
        }
        if ("pattern".equals(at.getLocalName()) && XSD.equals(at.getNamespaceURI())) {
            sources.add(at.getAttribute("value"));
        }
        for (String reference : REFERENCES) {
            for (String name : at.getAttribute(reference).strip().split("\\s+")) {
                named.getOrDefault(name.substring(name.indexOf(':') + 1), List.of())
                        .forEach(target -> patternsIn(target, target, named, seen, sources));
            }
        }
        for (Node node = at.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                patternsIn(root, child, named, seen, sources);
            }
        }
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** Those for an element or attribute of this local name. */
    List<XsdPattern> of(String name) {
        return ofNames.getOrDefault(name, List.of());
    }

    /** All: for an element that says of itself of what type it is. */
    List<XsdPattern> all() {
        return List.copyOf(all.values());
    }

    /** What may be tried for one body. Not thread-safe. */
    static final class Budget {
        private double left = BUDGET;
        private double effort = EFFORT;

        /**
         * Takes what a text costs.
         *
         * @throws ExhaustedException when that is more than there is
         */
        void take(List<XsdPattern> patterns, String text) {
            if (patterns.isEmpty() || text.isEmpty()) {
                return;
            }
            String stripped = text.strip();
            for (XsdPattern pattern : patterns) {
                take(pattern, text);
                String[] words = stripped.split("\\s+");
                if (words.length > 1 || stripped.length() < text.length()) {
                    take(pattern, String.join(" ", words));
                    for (String word : words) {
                        take(pattern, word);
                    }
                }
            }
        }

        private void take(XsdPattern pattern, String text) {
            effort -= pattern.effort(text);
            if (effort >= 0) {
                left -= pattern.tries(text);
            }
            if (!(effort >= 0 && left >= 0)) {
                throw new ExhaustedException();
            }
        }
    }
}
