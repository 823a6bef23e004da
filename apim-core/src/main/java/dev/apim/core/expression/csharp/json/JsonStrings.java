package dev.apim.core.expression.csharp.json;

/** Reads quoted texts as Json.NET does: either quote, its escapes, lone surrogates by escape replaced. */
final class JsonStrings {
    private static final char REPLACEMENT = '\uFFFD';
    private static final int UNICODE_DIGITS = 4;
    static final int MOST_CHARACTERS = 8 << 20;

    private final JsonSource source;
    private final JsonSource.Fault fault;

    JsonStrings(JsonSource source, JsonSource.Fault fault) {
        this.source = source;
        this.fault = fault;
    }

    /** The text behind the opening quote, up to the closing one. */
    String read(char quote) {
        int start = source.at;
        StringBuilder unescaped = null;
        while (!source.atEnd()) {
            char c = source.here();
            if (c == quote) {
                String end = source.text.substring(start, source.at++);
                return checked(unescaped == null ? end : unescaped.append(end).toString());
            }
            if (c != '\\') {
                source.pass();
                continue;
            }
            unescaped = unescaped == null ? new StringBuilder() : unescaped;
            unescaped.append(source.text, start, source.at++);
            escape(unescaped, quote);
            start = source.at;
        }
        throw unterminated(quote);
    }

    private String checked(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw fault.beyond("JSON string of " + text.length() + " characters is too long to parse.");
        }
        return text;
    }

    private RuntimeException unterminated(char quote) {
        return fault.of("Unterminated string. Expected delimiter: " + quote + ".");
    }

    private void escape(StringBuilder unescaped, char quote) {
        if (source.atEnd()) {
            throw unterminated(quote);
        }
        char c = source.here();
        source.at++;
        switch (c) {
            case 'b' -> unescaped.append('\b');
            case 't' -> unescaped.append('\t');
            case 'n' -> unescaped.append('\n');
            case 'f' -> unescaped.append('\f');
            case 'r' -> unescaped.append('\r');
            case '\\', '"', '\'', '/' -> unescaped.append(c);
            case 'u' -> unicode(unescaped);
            default -> throw fault.of("Bad JSON escape sequence: \\" + c + ".");
        }
    }

    private void unicode(StringBuilder unescaped) {
        char c = code();
        while (Character.isHighSurrogate(c) && source.has(1) && source.here() == '\\' && source.ahead(1) == 'u') {
            source.at += 2;
            char next = code();
            unescaped.append(Character.isLowSurrogate(next) ? c : REPLACEMENT);
            if (Character.isLowSurrogate(next)) {
                unescaped.append(next);
                return;
            }
            c = next;
        }
        unescaped.append(Character.isSurrogate(c) ? REPLACEMENT : c);
    }

    private char code() {
        if (!source.has(UNICODE_DIGITS - 1)) {
            throw fault.of("Unexpected end while parsing Unicode escape sequence.");
        }
        String digits = source.text.substring(source.at, source.at + UNICODE_DIGITS);
        int code = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                throw fault.of("Invalid Unicode escape sequence: \\u" + digits + ".");
            }
            code = code * 16 + digit;
        }
        source.at += UNICODE_DIGITS;
        return (char) code;
    }
}
