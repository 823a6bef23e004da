package dev.apim.core.document;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a policy expression, {@code @(…)} or {@code @{…}}, ends: at the bracket that matches its first, brackets in strings,
 * characters and comments not counting. Knows regular, verbatim and interpolated strings, holes within each other included.
 *
 * <p>Only brackets of the kind that opened the region are counted, so that any other that is missing is left to the expression's own
 * parser, which can say more about it. Takes linear time and, however deep the interpolation, bounded memory.
 */
public final class CSharpRegion {
    private static final int DEEPEST_INTERPOLATION = 64;
    private static final int END_OF_TEXT = -1;

    /** What the scan is in; strings without holes and comments are passed over at once. */
    private enum Kind {
        PARENTHESES,
        BRACES,
        HOLE,
        INTERPOLATED,
        INTERPOLATED_VERBATIM
    }

    private final Chars text;
    private final int start;
    private Kind[] kinds = new Kind[4];
    private int[] depths = new int[4];
    private int[] starts = new int[4];
    private int size;
    private @Nullable Region result;

    private CSharpRegion(Chars text, int start) {
        this.text = text;
        this.start = start;
    }

    /** Whether an expression begins at {@code start}. */
    public static boolean beginsAt(CharSequence text, int start) {
        return beginsAt(Chars.of(text), start);
    }

    static boolean beginsAt(Chars text, int start) {
        return text.at(start) == '@' && (text.at(start + 1) == '(' || text.at(start + 1) == '{');
    }

    /**
     * The index behind the expression that begins at {@code start}.
     *
     * @return -1 where it is not closed
     */
    public static int end(CharSequence text, int start) {
        return scan(Chars.of(text), start).end();
    }

    static Region scan(Chars text, int start) {
        return new CSharpRegion(text, start).scan();
    }

    private Region scan() {
        push(text.at(start + 1) == '(' ? Kind.PARENTHESES : Kind.BRACES, start);
        int at = start + 2;
        while (result == null) {
            int c = text.at(at);
            if (c == END_OF_TEXT) {
                return notClosed();
            }
            at = isString(kinds[size - 1]) ? inString(at, c) : inCode(at, c);
        }
        return result;
    }

    private Region notClosed() {
        char close = kinds[0] == Kind.PARENTHESES ? ')' : '}';
        return Region.failed(
                start,
                "the expression that begins here is not closed: found no '" + close
                        + "' that matches its first bracket");
    }

    private int inCode(int at, int c) {
        return switch (c) {
            case '"' -> regular(at);
            case '\'' -> character(at);
            case '@' -> afterAt(at);
            case '$' -> afterDollar(at);
            case '/' -> afterSlash(at);
            default -> kinds[size - 1] == Kind.HOLE ? inHole(at, c) : bracket(at, c);
        };
    }

    private int bracket(int at, int c) {
        boolean round = kinds[0] == Kind.PARENTHESES;
        if (c == (round ? '(' : '{')) {
            depths[0]++;
        } else if (c == (round ? ')' : '}') && --depths[0] < 0) {
            result = Region.to(at + 1);
        }
        return at + 1;
    }

    private int inHole(int at, int c) {
        int top = size - 1;
        switch (c) {
            case '(', '[', '{' -> depths[top]++;
            case ')', ']', '}' -> {
                if (depths[top] > 0) {
                    depths[top]--;
                } else if (c == '}') {
                    size--;
                }
            }
            case ':' -> {
                if (text.at(at + 1) == ':') {
                    return at + 2;
                }
                if (depths[top] == 0) {
                    return format(at + 1);
                }
            }
            default -> {}
        }
        return at + 1;
    }

    /** A format specifier goes up to the brace that closes its hole. */
    private int format(int from) {
        boolean lines = kinds[size - 2] == Kind.INTERPOLATED_VERBATIM;
        for (int at = from; ; at++) {
            int c = text.at(at);
            if (c == '}' || c == END_OF_TEXT) {
                return at;
            }
            if (c == '"' || (isLineEnd(c) && !lines)) {
                return fail(
                        starts[size - 1],
                        "the hole of an interpolated string that begins here is not closed: expected '}'");
            }
        }
    }

    private int inString(int at, int c) {
        boolean verbatim = kinds[size - 1] == Kind.INTERPOLATED_VERBATIM;
        switch (c) {
            case '"' -> {
                if (verbatim && text.at(at + 1) == '"') {
                    return at + 2;
                }
                size--;
            }
            case '\\' -> {
                return verbatim ? at + 1 : at + 2;
            }
            case '{' -> {
                if (text.at(at + 1) == '{') {
                    return at + 2;
                }
                push(Kind.HOLE, at);
            }
            case '\n', '\r' -> {
                if (!verbatim) {
                    return stringNotClosed(starts[size - 1]);
                }
            }
            default -> {}
        }
        return at + 1;
    }

    private int regular(int from) {
        for (int at = from + 1; ; at++) {
            int c = text.at(at);
            if (c == '\\') {
                at++;
            } else if (c == '"') {
                return at + 1;
            } else if (c == END_OF_TEXT) {
                return at;
            } else if (isLineEnd(c)) {
                return stringNotClosed(from);
            }
        }
    }

    private int verbatim(int from) {
        for (int at = from; ; at++) {
            int c = text.at(at);
            if (c == END_OF_TEXT) {
                return at;
            }
            if (c == '"') {
                if (text.at(at + 1) != '"') {
                    return at + 1;
                }
                at++;
            }
        }
    }

    private int character(int from) {
        for (int at = from + 1; ; at++) {
            int c = text.at(at);
            if (c == '\\') {
                at++;
            } else if (c == '\'') {
                return at + 1;
            } else if (c == END_OF_TEXT) {
                return at;
            } else if (isLineEnd(c)) {
                return fail(from, "the character literal that begins here is not closed on its line: expected '");
            }
        }
    }

    private int afterAt(int at) {
        if (text.at(at + 1) == '"') {
            return verbatim(at + 2);
        }
        return text.at(at + 1) == '$' && text.at(at + 2) == '"'
                ? interpolated(Kind.INTERPOLATED_VERBATIM, at, 3)
                : at + 1;
    }

    private int afterDollar(int at) {
        if (text.at(at + 1) == '"') {
            return interpolated(Kind.INTERPOLATED, at, 2);
        }
        return text.at(at + 1) == '@' && text.at(at + 2) == '"'
                ? interpolated(Kind.INTERPOLATED_VERBATIM, at, 3)
                : at + 1;
    }

    private int interpolated(Kind kind, int at, int prefix) {
        if (size >= DEEPEST_INTERPOLATION) {
            return fail(
                    at,
                    "interpolated strings are nested more than " + DEEPEST_INTERPOLATION / 2 + " deep; use variables");
        }
        push(kind, at);
        return at + prefix;
    }

    private int afterSlash(int at) {
        return switch (text.at(at + 1)) {
            case '/' -> lineComment(at + 2);
            case '*' -> blockComment(at + 2);
            default -> at + 1;
        };
    }

    private int lineComment(int from) {
        int at = from;
        for (int c = text.at(at); c != END_OF_TEXT && !isLineEnd(c); c = text.at(at)) {
            at++;
        }
        return at;
    }

    private int blockComment(int from) {
        int at = from;
        for (int c = text.at(at); c != END_OF_TEXT; c = text.at(++at)) {
            if (c == '*' && text.at(at + 1) == '/') {
                return at + 2;
            }
        }
        return at;
    }

    private int stringNotClosed(int at) {
        return fail(at, "the string that begins here is not closed on its line: expected \"");
    }

    private int fail(int at, String failure) {
        result = Region.failed(at, failure);
        return at;
    }

    private void push(Kind kind, int at) {
        if (size == kinds.length) {
            kinds = Arrays.copyOf(kinds, size * 2);
            depths = Arrays.copyOf(depths, size * 2);
            starts = Arrays.copyOf(starts, size * 2);
        }
        kinds[size] = kind;
        depths[size] = 0;
        starts[size++] = at;
    }

    private static boolean isString(Kind kind) {
        return kind == Kind.INTERPOLATED || kind == Kind.INTERPOLATED_VERBATIM;
    }

    private static boolean isLineEnd(int c) {
        return c == '\n' || c == '\r';
    }
}
