package dev.apim.core.routing;

import java.util.HexFormat;

/**
 * A segment's name, without its matrix parameters, in its two forms.
 *
 * @param decoded what templates are matched with
 * @param encoded what is forwarded: escapes of unreserved characters are resolved (RFC 3986 §6.2.2.2), all others are as they came
 */
record SegmentName(String decoded, String encoded) {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    static SegmentName read(String raw, PathRules rules) {
        StringBuilder decoded = new StringBuilder(raw.length());
        StringBuilder encoded = new StringBuilder(raw.length());
        boolean slashes = false;
        for (int i = 0; i < raw.length(); ) {
            char c = raw.charAt(i);
            if (c == '%') {
                int end = escape(raw, i, decoded, encoded);
                slashes |= isSlash(decoded.charAt(decoded.length() - 1));
                i = end;
            } else {
                literal(c, decoded, encoded);
                slashes |= c == '\\';
                i++;
            }
        }
        SegmentName name = new SegmentName(decoded.toString(), encoded.toString());
        name.refuseAmbiguity(slashes, rules);
        return name;
    }

    boolean isDot() {
        return decoded.equals(".");
    }

    boolean isDoubleDot() {
        return decoded.equals("..");
    }

    private static void literal(char c, StringBuilder decoded, StringBuilder encoded) {
        decoded.append(c);
        if (PathCharacters.isPlain(c) || c == '\\') {
            encoded.append(c);
        } else if (PathCharacters.isToEncode(c)) {
            encoded.append('%').append(HEX.toHexDigits((byte) c));
        } else {
            throw new MalformedTargetException("The path holds a character that must be percent-encoded.");
        }
    }

    private static int escape(String raw, int at, StringBuilder decoded, StringBuilder encoded) {
        int octet = Escapes.byteAt(raw, at);
        int end = octet < 0x80 ? at + 3 : Escapes.endOfMultibyteRun(raw, at);
        if (octet >= 0x80) {
            String text = Escapes.utf8(raw, at, end);
            refuseControls(text);
            decoded.append(text);
        } else {
            refuseControls(String.valueOf((char) octet));
            decoded.append((char) octet);
        }
        if (PathCharacters.isUnreserved(octet)) {
            encoded.append((char) octet);
        } else {
            encoded.append(raw, at, end);
        }
        return end;
    }

    private static void refuseControls(String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new MalformedTargetException("The path holds an encoded control character.");
        }
    }

    private void refuseAmbiguity(boolean slashes, PathRules rules) {
        if (slashes && !rules.keepEncodedSlashes()) {
            throw new MalformedTargetException("The path holds an encoded slash or a backslash.");
        }
        if (slashes && holdsDotsBetweenSlashes()) {
            throw new MalformedTargetException("The path holds dot segments between encoded slashes.");
        }
        if (!isDot() && !isDoubleDot() && mayClimb(decoded)) {
            throw new MalformedTargetException("The path holds a dot segment with blanks or an encoded semicolon.");
        }
    }

    private boolean holdsDotsBetweenSlashes() {
        for (String piece : decoded.replace('\\', '/').split("/", -1)) {
            if (mayClimb(piece)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether some server takes it for a dot segment: besides dots alone, dots with an encoded semicolon, where a server decodes before
     * it cuts parameters off, and dots with blanks, where it trims names as Windows does.
     */
    private static boolean mayClimb(String name) {
        if (name.startsWith(".;") || name.startsWith("..;")) {
            return true;
        }
        int dots = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '.') {
                dots++;
            } else if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                return false;
            }
        }
        return dots > 0 && dots <= 2;
    }

    private static boolean isSlash(char c) {
        return c == '/' || c == '\\';
    }
}
