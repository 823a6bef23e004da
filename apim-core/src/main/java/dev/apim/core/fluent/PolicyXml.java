package dev.apim.core.fluent;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An element of a policy document. Immutable; {@link #toString} is its XML, with everything escaped. */
public final class PolicyXml {
    private static final Pattern DECLARATION = Pattern.compile("^\\uFEFF?\\s*(<\\?xml\\s[^>]*\\?>)?");

    private final String name;
    private final Map<String, String> attributes;
    private final List<PolicyXml> children;
    private final @Nullable String text;
    /** The whole element, in place of all else. */
    private final @Nullable String markup;

    private PolicyXml(String name, Map<String, String> attributes, List<PolicyXml> children, @Nullable String text) {
        this.name = name;
        this.attributes = attributes;
        this.children = children;
        this.text = text;
        this.markup = null;
    }

    private PolicyXml(String name, String markup) {
        this.name = name;
        this.attributes = Map.of();
        this.children = List.of();
        this.text = null;
        this.markup = markup;
    }

    /** An empty element. */
    public static PolicyXml of(String name) {
        return new PolicyXml(name, Map.of(), List.of(), null);
    }

    /** An element that somebody wrote in a file of its own: what such a file begins with cannot stand within a document. */
    static PolicyXml asWritten(String name, String markup) {
        return new PolicyXml(name, DECLARATION.matcher(markup).replaceFirst("").strip());
    }

    /** The element's name. */
    public String name() {
        return name;
    }

    /** With this attribute, in place of an earlier one of the name. */
    public PolicyXml attribute(String attribute, String value) {
        Map<String, String> more = new LinkedHashMap<>(attributes);
        more.put(attribute, value);
        return new PolicyXml(name, more, children, text);
    }

    PolicyXml attribute(String attribute, long value) {
        return attribute(attribute, Long.toString(value));
    }

    PolicyXml attribute(String attribute, double value) {
        return attribute(
                attribute, BigDecimal.valueOf(value).stripTrailingZeros().toPlainString());
    }

    PolicyXml attribute(String attribute, boolean value) {
        return attribute(attribute, Boolean.toString(value));
    }

    PolicyXml seconds(String attribute, Duration value) {
        return attribute(attribute, whole(attribute, value, Duration.ofSeconds(1)));
    }

    PolicyXml milliseconds(String attribute, Duration value) {
        return attribute(attribute, whole(attribute, value, Duration.ofMillis(1)));
    }

    PolicyXml decimalSeconds(String attribute, Duration value) {
        BigDecimal seconds = BigDecimal.valueOf(value.getSeconds()).add(BigDecimal.valueOf(value.getNano(), 9));
        return attribute(attribute, seconds.stripTrailingZeros().toPlainString());
    }

    private static long whole(String attribute, Duration value, Duration unit) {
        long count = value.dividedBy(unit);
        if (!unit.multipliedBy(count).equals(value)) {
            throw new IllegalArgumentException(attribute + " takes whole "
                    + (unit.getSeconds() == 1 ? "seconds" : "milliseconds") + ", found " + value);
        }
        return count;
    }

    /** With this text, in place of an earlier one. */
    public PolicyXml text(String newText) {
        return new PolicyXml(name, attributes, children, newText);
    }

    /** With this child as the last one. */
    public PolicyXml child(PolicyXml child) {
        return inserted(children.size(), child);
    }

    /** With these steps as the last children. */
    PolicyXml steps(PolicyStep... steps) {
        PolicyXml element = this;
        for (PolicyStep step : steps) {
            element = element.child(step.element());
        }
        return element;
    }

    /** With this child behind those that an element of this kind has ahead of it. */
    PolicyXml child(List<String> order, PolicyXml child) {
        int place = order.indexOf(child.name);
        int at = children.size();
        while (at > 0 && order.indexOf(children.get(at - 1).name) > place) {
            at--;
        }
        return inserted(at, child);
    }

    /** The same with a child that is only a text. */
    PolicyXml child(List<String> order, String child, String childText) {
        return child(order, of(child).text(childText));
    }

    /** The same for a child that there is only one of: it takes the place of an earlier one. */
    PolicyXml onlyChild(List<String> order, PolicyXml child) {
        List<PolicyXml> others =
                children.stream().filter(each -> !each.name.equals(child.name)).toList();
        return new PolicyXml(name, attributes, others, text).child(order, child);
    }

    /** The same with a child that is only a text. */
    PolicyXml onlyChild(List<String> order, String child, String childText) {
        return onlyChild(order, of(child).text(childText));
    }

    private PolicyXml inserted(int at, PolicyXml child) {
        List<PolicyXml> more = new ArrayList<>(children);
        more.add(at, child);
        return new PolicyXml(name, attributes, List.copyOf(more), text);
    }

    /** Whether it is an element of this name or has one in it, however deep. */
    boolean contains(String element) {
        return name.equals(element) || children.stream().anyMatch(child -> child.contains(element));
    }

    @Override
    public String toString() {
        StringBuilder xml = new StringBuilder();
        write(xml, "");
        return xml.toString();
    }

    private void write(StringBuilder xml, String indent) {
        if (markup != null) {
            xml.append(indent).append(markup).append('\n');
            return;
        }
        xml.append(indent).append('<').append(name);
        attributes.forEach((attribute, value) -> {
            xml.append(' ').append(attribute).append("=\"");
            escape(xml, value, true);
            xml.append('"');
        });
        if (children.isEmpty() && text == null) {
            xml.append(" />\n");
            return;
        }
        xml.append('>');
        if (text != null) {
            escape(xml, text, false);
        }
        if (!children.isEmpty()) {
            xml.append('\n');
            children.forEach(child -> child.write(xml, indent + "    "));
            xml.append(indent);
        }
        xml.append("</").append(name).append(">\n");
    }

    /** Line ends and tabs of an attribute would be blanks to a reader of XML; a carriage return would be a line feed. */
    private static void escape(StringBuilder xml, String value, boolean inAttribute) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append(inAttribute ? "&quot;" : "\"");
                case '\r' -> xml.append("&#13;");
                case '\n', '\t' -> {
                    if (inAttribute) {
                        xml.append("&#").append((int) c).append(';');
                    } else {
                        xml.append(c);
                    }
                }
                default -> xml.append(c);
            }
        }
    }
}
