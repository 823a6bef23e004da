package dev.apim.core.expression.csharp.xml;

import dev.apim.core.expression.csharp.value.DotNetException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;

/**
 * Finds the mistakes that authors and clients make in XML and tells them with .NET's words and places, which the JDK's parser does not.
 * What it lets pass, the parser still judges.
 */
final class XmlMistake {
    private static final Set<String> ENTITIES = Set.of("lt", "gt", "amp", "apos", "quot");

    /** What the parser allows. */
    private static final int DEEPEST = 256;

    private final String text;
    private final List<Tag> open = new ArrayList<>();
    private final BitSet empties = new BitSet();
    private int tags;
    private boolean hadRoot;
    private int at;

    private XmlMistake(String text) {
        this.text = text;
    }

    /** A start tag: its name, where that stands, and the prefixes it declares. */
    private record Tag(String name, int place, Set<String> prefixes) {}

    /** An attribute: its name and where that stands. */
    private record Named(String name, int place) {}

    /**
     * Passes what has none of these mistakes.
     *
     * @return which start tags, counted from 0, are whole elements: {@code <a/>}, which .NET tells from {@code <a></a>}
     */
    static BitSet check(String text) {
        XmlMistake mistake = new XmlMistake(text);
        while (mistake.at < text.length()) {
            mistake.next();
        }
        if (!mistake.open.isEmpty()) {
            List<Tag> unclosed = new ArrayList<>(mistake.open);
            java.util.Collections.reverse(unclosed);
            String names = unclosed.stream().map(Tag::name).collect(Collectors.joining(", "));
            throw mistake.error(
                    "Unexpected end of file has occurred. The following elements are not closed: " + names + ".",
                    text.length());
        }
        if (!mistake.hadRoot) {
            throw XmlNames.error("Root element is missing.");
        }
        return mistake.empties;
    }

    /** What only the parser sees. */
    static DotNetException other(XMLStreamException e) {
        String place = e.getLocation() == null
                ? ""
                : " Line " + e.getLocation().getLineNumber() + ", position "
                        + e.getLocation().getColumnNumber() + ".";
        return XmlNames.error("The XML cannot be read." + place);
    }

    private DotNetException error(String message, int place) {
        return XmlNames.error(message + " " + place("Line ", ", position ", place) + ".");
    }

    private String place(String lineWord, String columnWord, int place) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < place; i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && (i + 1 >= text.length() || text.charAt(i + 1) != '\n'))) {
                line++;
                start = i + 1;
            }
        }
        return lineWord + line + columnWord + (place - start + 1);
    }

    private DotNetException ended() {
        return error("Unexpected end of file has occurred.", text.length());
    }

    private char peek() {
        if (at >= text.length()) {
            throw ended();
        }
        return text.charAt(at);
    }

    private void next() {
        char c = peek();
        if (c != '<') {
            content(c);
        } else if (text.startsWith("<!--", at)) {
            comment();
        } else if (text.startsWith("<![CDATA[", at)) {
            if (open.isEmpty()) {
                throw error("Data at the root level is invalid.", at + 3);
            }
            skipTo("]]>", at + 9);
        } else if (text.startsWith("<!DOCTYPE", at)) {
            throw XmlNames.error("For security reasons DTD is prohibited in this XML document. To enable DTD processing"
                    + " set the DtdProcessing property on XmlReaderSettings to Parse and pass the settings to"
                    + " XmlReader.Create method.");
        } else if (text.startsWith("<?", at)) {
            instruction();
        } else if (text.startsWith("</", at)) {
            end();
        } else {
            start();
        }
    }

    private void content(char c) {
        if (c == '&' && !open.isEmpty()) {
            reference();
            return;
        }
        if (open.isEmpty() && !XmlNames.isSpace(c)) {
            throw error("Data at the root level is invalid.", at);
        }
        character(c);
        at++;
    }

    private void character(char c) {
        if (!XmlNames.isCharacter(c)) {
            throw error("'" + c + "', hexadecimal value " + XmlNames.hex(c) + ", is an invalid character.", at);
        }
    }

    private void reference() {
        int start = ++at;
        if (at < text.length() && text.charAt(at) == '#') {
            at++;
            return;
        }
        while (at < text.length() && XmlNames.isPart(text.charAt(at))) {
            at++;
        }
        if (at >= text.length()) {
            throw ended();
        }
        String name = text.substring(start, at);
        if (name.isEmpty() || !XmlNames.isStart(name.charAt(0)) || text.charAt(at) != ';') {
            throw error("An error occurred while parsing EntityName.", name.isEmpty() ? start : at);
        }
        if (!ENTITIES.contains(name)) {
            throw error("Reference to undeclared entity '" + name + "'.", start);
        }
    }

    private void comment() {
        int dashes = text.indexOf("--", at + 4);
        if (dashes < 0) {
            throw ended();
        }
        if (dashes + 2 >= text.length() || text.charAt(dashes + 2) != '>') {
            throw error("An XML comment cannot contain '--', and '-' cannot be the last character.", dashes);
        }
        at = dashes + 3;
    }

    private void instruction() {
        boolean declaration = text.startsWith("<?xml", at) && !XmlNames.isPart(charAt(at + 5));
        if (declaration && at > 0) {
            throw error(
                    "Unexpected XML declaration. The XML declaration must be the first node in the document, and no white"
                            + " space characters are allowed to appear before it.",
                    at + 2);
        }
        skipTo("?>", at + 2);
    }

    private char charAt(int index) {
        return index < text.length() ? text.charAt(index) : ' ';
    }

    private void skipTo(String end, int from) {
        int found = text.indexOf(end, from);
        if (found < 0) {
            throw ended();
        }
        at = found + end.length();
    }

    private String name() {
        int start = at;
        if (!XmlNames.isStart(peek())) {
            throw error(XmlNames.badStart(peek()), at);
        }
        while (at < text.length() && (XmlNames.isPart(text.charAt(at)) || text.charAt(at) == ':')) {
            at++;
        }
        return text.substring(start, at);
    }

    private void spaces() {
        while (at < text.length() && XmlNames.isSpace(text.charAt(at))) {
            at++;
        }
    }

    private void end() {
        at += 2;
        int place = at;
        if (open.isEmpty()) {
            throw error("Unexpected end tag.", place);
        }
        String name = name();
        Tag tag = open.remove(open.size() - 1);
        if (!tag.name().equals(name)) {
            throw error(
                    "The '" + tag.name() + "' start tag on " + place("line ", " position ", tag.place())
                            + " does not match the end tag of '" + name + "'.",
                    place);
        }
        spaces();
        if (peek() != '>') {
            throw unexpected(at, "'>'");
        }
        at++;
    }

    private DotNetException unexpected(int place, String expected) {
        return error("'" + charAt(place) + "' is an unexpected token. The expected token is " + expected + ".", place);
    }

    private void start() {
        int place = ++at;
        if (open.isEmpty() && hadRoot) {
            throw error("There are multiple root elements.", place);
        }
        if (open.size() > DEEPEST) {
            throw error("The elements are nested deeper than " + DEEPEST + " levels.", place);
        }
        String name = name();
        hadRoot = true;
        List<Named> attributes = new ArrayList<>();
        boolean spaced = isSpaced();
        while (peek() != '>' && peek() != '/') {
            if (!spaced) {
                throw error(
                        attributes.isEmpty()
                                ? XmlNames.badPart(peek())
                                : "'" + peek() + "' is an unexpected token. Expecting white space.",
                        at);
            }
            attributes.add(attribute(attributes));
            spaced = isSpaced();
        }
        boolean empty = peek() == '/';
        empties.set(tags++, empty);
        if (empty && ++at >= text.length()) {
            throw ended();
        }
        if (peek() != '>') {
            throw unexpected(at, "'>'");
        }
        at++;
        declared(new Named(name, place), attributes, empty);
    }

    private boolean isSpaced() {
        int before = at;
        spaces();
        return at > before;
    }

    private Named attribute(List<Named> before) {
        int place = at;
        String name = name();
        if (before.stream().anyMatch(other -> other.name().equals(name))) {
            throw error("'" + name + "' is a duplicate attribute name.", place);
        }
        spaces();
        if (peek() != '=') {
            throw unexpected(at, "'='");
        }
        at++;
        spaces();
        char quote = peek();
        if (quote != '"' && quote != '\'') {
            throw unexpected(at, "'\"' or '''");
        }
        at++;
        while (peek() != quote) {
            value(peek());
        }
        at++;
        return new Named(name, place);
    }

    private void value(char c) {
        if (c == '<') {
            throw error("'<', hexadecimal value 0x3C, is an invalid attribute character.", at);
        }
        if (c == '&') {
            reference();
            return;
        }
        character(c);
        at++;
    }

    /** Whether every prefix is known. */
    private void declared(Named element, List<Named> attributes, boolean empty) {
        Set<String> prefixes = new HashSet<>();
        for (Named attribute : attributes) {
            if (attribute.name().startsWith("xmlns:")) {
                prefixes.add(attribute.name().substring(6));
            }
        }
        open.add(new Tag(element.name(), element.place(), prefixes));
        known(element);
        attributes.forEach(this::known);
        if (empty) {
            open.remove(open.size() - 1);
        }
    }

    private void known(Named named) {
        String prefix = named.name().contains(":")
                ? named.name().substring(0, named.name().indexOf(':'))
                : null;
        if (prefix == null || prefix.equals("xml") || prefix.equals("xmlns")) {
            return;
        }
        if (open.stream().noneMatch(tag -> tag.prefixes().contains(prefix))) {
            throw error("'" + prefix + "' is an undeclared prefix.", named.place());
        }
    }
}
