package dev.apim.core.document;

import dev.apim.policy.PolicyElement.Attribute;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A start tag or the tag of an empty element.
 *
 * @param name with prefix
 * @param start of its {@code <}
 * @param attributes in order, of two with one name the first
 * @param empty whether the element ends with it
 */
record StartTag(String name, int start, List<Attribute> attributes, boolean empty) {
    /** Whether an attribute has a value, without regard to case. */
    boolean has(String attribute, String value) {
        return attributes.stream()
                .anyMatch(a ->
                        a.name().equals(attribute) && a.value().text().trim().equalsIgnoreCase(value));
    }

    /** Reads start tags. */
    static final class Reader {
        private final SourceText source;
        private final Cursor cursor;
        private final Mistakes mistakes;
        private final ValueReader values;
        private final int most;

        Reader(SourceText source, Cursor cursor, Mistakes mistakes, ValueReader values, int most) {
            this.source = source;
            this.cursor = cursor;
            this.mistakes = mistakes;
            this.values = values;
            this.most = most;
        }

        /** Reads the tag that begins here; the cursor moves behind it. */
        StartTag read() {
            int start = cursor.offset();
            cursor.skip("<");
            String name = cursor.name();
            List<Attribute> attributes = new ArrayList<>(4);
            Map<String, Integer> seen = new HashMap<>(4);
            while (true) {
                boolean space = cursor.skipSpace();
                boolean empty = cursor.skip("/>");
                if (empty || cursor.skip(">")) {
                    return new StartTag(name, start, List.copyOf(attributes), empty);
                }
                if (!cursor.seesName()) {
                    throw unexpected(name, start);
                }
                if (!space) {
                    crowded(attributes);
                }
                attribute(name, seen, attributes);
            }
        }

        /** A quote within an expression that is not the whole value ended it. */
        private void crowded(List<Attribute> before) {
            String value = before.isEmpty()
                    ? ""
                    : before.get(before.size() - 1).value().text();
            if (value.contains("@(") || value.contains("@{")) {
                throw mistakes.refusal(
                        cursor.offset() - 1,
                        "the value ends at this quotation mark, as it does not begin with '@(' or '@{'; an expression"
                                + " must be the whole value, as in @(\"text\" + …)");
            }
            mistakes.error(cursor.offset(), "found an attribute right behind another; expected a space between");
        }

        private Refusal unexpected(String name, int start) {
            return mistakes.refusal(
                    cursor.atEnd() ? start : cursor.offset(),
                    "found " + cursor.found() + " in the tag <" + name + "> that begins at " + mistakes.place(start)
                            + "; expected an attribute, '>' or '/>'");
        }

        private void attribute(String element, Map<String, Integer> seen, List<Attribute> attributes) {
            int start = cursor.offset();
            String name = cursor.name();
            cursor.skipSpace();
            if (!cursor.skip("=")) {
                throw mistakes.refusal(
                        start,
                        "found " + cursor.found() + " after attribute " + name + "; expected = and a value in quotes");
            }
            cursor.skipSpace();
            char quote = cursor.ahead(0);
            if (quote != '"' && quote != '\'') {
                throw mistakes.refusal(
                        cursor.offset(),
                        "found " + cursor.found() + " as the value of attribute " + name + "; expected a quote");
            }
            Attribute attribute = new Attribute(name, source.position(start), values.attribute(value(name, quote)));
            Integer first = seen.putIfAbsent(name, start);
            if (first != null) {
                mistakes.error(
                        start,
                        "found attribute " + name + " of <" + element + "> twice, first at " + mistakes.place(first)
                                + "; remove one");
            } else if (attributes.size() == most) {
                throw mistakes.refusal(
                        start, "<" + element + "> has more than " + most + " attributes; expected fewer");
            } else {
                attributes.add(attribute);
            }
        }

        private Decoded value(String name, char quote) {
            int start = cursor.offset();
            Decoded decoded = values.decode(start + 1, Decoding.VALUE);
            values.read(decoded, quote, true);
            cursor.moveTo(decoded.offset());
            if (cursor.atEnd()) {
                throw mistakes.refusal(
                        start, "the value of attribute " + name + " that begins here is not closed: expected " + quote);
            }
            cursor.moveTo(decoded.offset() + 1);
            lessThan(start + 1, decoded);
            return decoded;
        }

        private void lessThan(int from, Decoded decoded) {
            for (int i = from; i < decoded.offset(); i++) {
                if (source.text().charAt(i) == '<' && !values.isRawExpression(decoded)) {
                    mistakes.error(
                            i,
                            "found '<' in an attribute's value; close the value before it, or write &lt; for the character");
                    return;
                }
            }
        }
    }
}
