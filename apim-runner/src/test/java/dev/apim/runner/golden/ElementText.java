package dev.apim.runner.golden;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of an element with one part of it replaced or left out. Parts are named {@code @attribute}, {@code child@attribute},
 * {@code #} for the element's own text and {@code child#} for a child's.
 */
final class ElementText {
    private ElementText() {}

    /** With the part set to a value, or without it. */
    static String with(String xml, String part, @Nullable String value) {
        String escaped = value == null
                ? null
                : value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
        int at = part.indexOf('@');
        if (at >= 0) {
            return attribute(xml, part.substring(0, at), part.substring(at + 1), escaped);
        }
        return text(xml, part.substring(0, part.length() - 1), escaped);
    }

    private static String attribute(String xml, String child, String name, @Nullable String value) {
        Matcher tag = Pattern.compile("<" + (child.isEmpty() ? "[a-z-]+" : child) + "(?=[\\s/>])")
                .matcher(xml);
        if (!tag.find()) {
            throw new IllegalArgumentException("no <" + child + "> in " + xml);
        }
        int end = endOfTag(xml, tag.end());
        String rest = xml.substring(tag.end(), end).replaceFirst("\\s" + name + "=\"[^\"]*\"", "");
        String added = value == null ? "" : " " + name + "=\"" + value + "\"";
        return xml.substring(0, tag.end()) + added + rest + xml.substring(end);
    }

    private static int endOfTag(String xml, int from) {
        boolean quoted = false;
        for (int i = from; i < xml.length(); i++) {
            char c = xml.charAt(i);
            quoted ^= c == '"';
            if (!quoted && (c == '>' || c == '/')) {
                return i;
            }
        }
        throw new IllegalArgumentException("no end of tag in " + xml);
    }

    private static String text(String xml, String child, @Nullable String value) {
        String name = child.isEmpty() ? xml.substring(1).split("[\\s/>]", 2)[0] : child;
        Matcher element = Pattern.compile("(<" + name + "(?:\\s[^>]*)?>)(.*?)(</" + name + ">)", Pattern.DOTALL)
                .matcher(xml);
        if (!element.find()) {
            throw new IllegalArgumentException("no <" + name + "> with text in " + xml);
        }
        String changed;
        if (value == null) {
            changed = child.isEmpty() ? element.group(1) + element.group(3) : "";
        } else {
            changed = element.group(1) + value + element.group(3);
        }
        return xml.substring(0, element.start()) + changed + xml.substring(element.end());
    }
}
