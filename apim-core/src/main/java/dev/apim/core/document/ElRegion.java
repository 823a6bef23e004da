package dev.apim.core.document;

/** Finds where a Jakarta EL expression, <code>${…}</code> or <code>#{…}</code>, ends; braces in its strings do not count. */
final class ElRegion {
    private ElRegion() {}

    static boolean beginsAt(Chars text, int start) {
        return (text.at(start) == '$' || text.at(start) == '#') && text.at(start + 1) == '{';
    }

    static Region scan(Chars text, int start) {
        int depth = 0;
        int quote = 0;
        for (int at = start + 1; ; at++) {
            int c = text.at(at);
            if (c == -1) {
                return Region.failed(start, "the expression that begins here is not closed: expected '}'");
            }
            if (quote != 0) {
                if (c == '\\') {
                    at++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return Region.to(at + 1);
            }
        }
    }
}
