package dev.apim.core.expression.csharp.regex;

/** {@code Regex.Escape} and {@code Unescape}. */
final class Escapes {
    private Escapes() {}

    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                case '\f' -> escaped.append("\\f");
                default ->
                    escaped.append(" \\*+?|{[()^$.#".indexOf(c) >= 0 ? "\\" : "")
                            .append(c);
            }
        }
        return escaped.toString();
    }

    static String unescape(String text) {
        PatternReader in = new PatternReader(text);
        StringBuilder plain = new StringBuilder(text.length());
        while (in.more()) {
            char c = in.next();
            if (c != '\\') {
                plain.append(c);
            } else if (in.more()) {
                plain.append(in.escape(false));
            } else {
                throw in.mistake("Illegal \\ at end of pattern.");
            }
        }
        return plain.toString();
    }
}
