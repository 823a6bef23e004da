package dev.apim.core.document;

import dev.apim.policy.Value;

/** Makes values: finds out what each is written in and whether an expression is all of it. */
final class ValueReader {
    private static final String CONTEXT = "context.";
    private static final String WHOLE =
            "; an expression must be the whole value, so join the parts inside it, as in @(\"text\" + …)";

    private final SourceText source;
    private final Mistakes mistakes;
    private final Substitution substitution;
    private final boolean raw;
    private boolean el;

    ValueReader(SourceText source, Mistakes mistakes, Substitution substitution, boolean raw) {
        this.source = source;
        this.mistakes = mistakes;
        this.substitution = substitution;
        this.raw = raw;
    }

    /** From here on {@code ${…}} and {@code #{…}} are expressions. */
    void readEl() {
        el = true;
    }

    Decoded decode(int from, Decoding decoding) {
        return new Decoded(source, from, substitution, decoding);
    }

    /**
     * Decodes up to the written character {@code stop}, but not one inside an expression that begins here.
     *
     * @throws Refusal where the expression is not closed, as nothing tells then where the value ends
     */
    void read(Decoded decoded, int stop, boolean expressions) {
        int from = decoded.length();
        decoded.stopAt(stop);
        if (raw && expressions) {
            int begin = decoded.skipSpace(from);
            if (language(decoded, begin) != Value.Language.LITERAL) {
                decoded.stopAt(-1);
                Region region = region(decoded, begin);
                if (!region.isClosed()) {
                    throw notClosed(decoded, begin, region, stop);
                }
                decoded.rewind(region.end());
                decoded.stopAt(stop);
            }
        }
        decoded.finish();
    }

    /** A quote that seems to open a string up to the end of the line is rather the one that ends the value. */
    private Refusal notClosed(Decoded decoded, int begin, Region region, int stop) {
        int offset = decoded.written(region.failedAt());
        if (region.failedAt() == begin) {
            return mistakes.refusal(offset, region.failure());
        }
        if (decoded.at(region.failedAt()) != stop) {
            return mistakes.refusal(
                    offset,
                    region.failure() + ", in the expression that begins at " + mistakes.place(decoded.written(begin)));
        }
        String expected = decoded.at(begin + 1) == '(' ? "')'" : "'}'";
        return mistakes.refusal(
                decoded.written(begin),
                "the expression that begins here is not closed: expected " + expected + " ahead of the quote at "
                        + mistakes.place(offset));
    }

    /** An attribute's value. */
    Value attribute(Decoded decoded) {
        return value(decoded, false, true, true);
    }

    /** An element's text. */
    Value text(Decoded decoded, boolean expressions, boolean strict) {
        return value(decoded, true, expressions, strict);
    }

    /** Content as written, with named values in their place. */
    Value content(int from, int to, Decoding decoding) {
        Decoded decoded = decode(from, decoding).finish(to);
        decoded.reportUndefined();
        return decoded.value(0, decoded.length(), Value.Language.LITERAL);
    }

    /** Whether it is an expression that may hold raw {@code <}. */
    boolean isRawExpression(Decoded decoded) {
        return raw && language(decoded, decoded.skipSpace(0)) != Value.Language.LITERAL;
    }

    /** Whether an expression begins at a place in the document. */
    boolean expressionAt(int offset) {
        Decoded decoded = decode(offset, Decoding.COPY);
        return language(decoded, decoded.skipSpace(0)) != Value.Language.LITERAL;
    }

    private Value value(Decoded decoded, boolean trimmed, boolean expressions, boolean strict) {
        decoded.seal().reportUndefined();
        int begin = decoded.skipSpace(0);
        int end = decoded.length();
        while (end > begin && Character.isWhitespace(decoded.at(end - 1))) {
            end--;
        }
        Value.Language language = expressions ? language(decoded, begin) : Value.Language.LITERAL;
        if (language != Value.Language.LITERAL) {
            return expression(decoded, begin, end, language);
        }
        if (expressions) {
            warnOfPart(decoded, begin, end);
        }
        if (decoded.ampersand() >= 0 && strict) {
            mistakes.error(
                    decoded.ampersand(),
                    "found '&' that begins no entity outside an expression; expected &amp; for the character itself");
        }
        return trimmed ? decoded.value(begin, end, language) : decoded.value(0, decoded.length(), language);
    }

    /** Azure sends such a value as it is written; whoever wrote it meant something else. */
    private void warnOfPart(Decoded decoded, int begin, int end) {
        int at = begin + 1;
        while (at < end) {
            if (decoded.at(at) != '@' || !CSharpRegion.beginsAt(decoded, at)) {
                at++;
                continue;
            }
            Region region = CSharpRegion.scan(decoded, at);
            if (!region.isClosed()) {
                return;
            }
            if (readsContext(decoded, at, Math.min(region.end(), end))) {
                mistakes.warning(decoded.written(at), "what looks like an expression is plain text here" + WHOLE);
                return;
            }
            at = region.end();
        }
    }

    private static boolean readsContext(Decoded decoded, int from, int to) {
        int matched = 0;
        for (int i = from; i < to && matched < CONTEXT.length(); i++) {
            matched =
                    decoded.at(i) == CONTEXT.charAt(matched) ? matched + 1 : decoded.at(i) == CONTEXT.charAt(0) ? 1 : 0;
        }
        return matched == CONTEXT.length();
    }

    private Value expression(Decoded decoded, int begin, int end, Value.Language language) {
        Region region = region(decoded, begin);
        if (!region.isClosed()) {
            mistakes.error(decoded.written(region.failedAt()), region.failure());
            return decoded.value(begin, end, language);
        }
        if (region.end() < end) {
            int next = decoded.skipSpace(region.end());
            mistakes.error(decoded.written(next), "found text after the expression" + WHOLE);
        }
        return decoded.value(begin, region.end(), language);
    }

    private Value.Language language(Chars chars, int at) {
        if (CSharpRegion.beginsAt(chars, at)) {
            return Value.Language.CSHARP;
        }
        return el && ElRegion.beginsAt(chars, at) ? Value.Language.EL : Value.Language.LITERAL;
    }

    private static Region region(Chars chars, int at) {
        return chars.at(at) == '@' ? CSharpRegion.scan(chars, at) : ElRegion.scan(chars, at);
    }
}
