package dev.apim.core.policies.content;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names that XML cannot hold, written so that it can: {@code _x0020_} for a space (.NET: {@code XmlConvert.EncodeName}). */
final class EncodedName {
    private static final Pattern ENCODED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private EncodedName() {}

    /** A name without colon. */
    static String encode(String name) {
        StringBuilder encoded = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); ) {
            int c = name.codePointAt(i);
            boolean ambiguous =
                    c == '_' && ENCODED.matcher(name).region(i, name.length()).lookingAt();
            if (ambiguous || !(i == 0 ? isStart(c) : isPart(c))) {
                encoded.append(c > 0xFFFF ? String.format("_x%08X_", c) : String.format("_x%04X_", c));
            } else {
                encoded.appendCodePoint(c);
            }
            i += Character.charCount(c);
        }
        return encoded.isEmpty() ? "_" : encoded.toString();
    }

    /** What {@link #encode} was given. */
    static String decode(String name) {
        return name.contains("_x")
                ? ENCODED.matcher(name)
                        .replaceAll(found ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))))
                : name;
    }

    /** XML 1.0 §2.3, without the colon. */
    private static boolean isStart(int c) {
        return c == '_'
                || c < 0x80 && Character.isLetter(c)
                || c >= 0xC0 && c <= 0x2FF && c != 0xD7 && c != 0xF7
                || c >= 0x370 && c <= 0x1FFF && c != 0x37E
                || c == 0x200C
                || c == 0x200D
                || c >= 0x2070 && c <= 0x218F
                || c >= 0x2C00 && c <= 0x2FEF
                || c >= 0x3001 && c <= 0xD7FF
                || c >= 0xF900 && c <= 0xFDCF
                || c >= 0xFDF0 && c <= 0xFFFD;
    }

    private static boolean isPart(int c) {
        return isStart(c)
                || c == '-'
                || c == '.'
                || c >= '0' && c <= '9'
                || c == 0xB7
                || c >= 0x300 && c <= 0x36F
                || c == 0x203F
                || c == 0x2040;
    }
}
