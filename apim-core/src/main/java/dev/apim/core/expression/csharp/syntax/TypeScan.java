package dev.apim.core.expression.csharp.syntax;

/**
 * Looks whether a type stands somewhere, without reading it: casts, declarations and type arguments are told from expressions that
 * way (C# specification, "Cast expressions" and "Grammar ambiguities").
 */
final class TypeScan {
    /** Deeper type arguments are taken for comparisons, which keeps the scan of {@code a < b < c …} linear. */
    private static final int DEEPEST = 24;

    /**
     * What was found.
     *
     * @param end index of the token behind the type, or -1 where there is none
     * @param certain whether it can be nothing but a type
     */
    record Found(int end, boolean certain) {
        boolean isType() {
            return end >= 0;
        }
    }

    private static final Found NONE = new Found(-1, false);

    private final Tokens tokens;

    TypeScan(Tokens tokens) {
        this.tokens = tokens;
    }

    /** The type that begins at a token. */
    Found type(int from) {
        return type(from, 0);
    }

    /** The same behind {@code is}, where a {@code ?} with an operand behind it begins a conditional expression. */
    Found operand(int from) {
        Found core = core(from, 0);
        return core.isType() ? suffixes(core, false) : NONE;
    }

    /** Whether a type and then a name stand here; returns the index of the name, or -1. */
    int typeThenName(int from) {
        Found type = type(from);
        return type.isType() && tokens.isName(tokens.at(type.end())) ? type.end() : -1;
    }

    /** The index behind the type arguments that begin at a token, or -1. */
    int typeArguments(int from) {
        return typeArguments(from, 0);
    }

    private Found type(int from, int depth) {
        Found core = depth > DEEPEST ? NONE : core(from, depth);
        return core.isType() ? suffixes(core, true) : NONE;
    }

    private Found core(int from, int depth) {
        Token first = tokens.at(from);
        if (first.is(TokenKind.KEYWORD)) {
            return Words.TYPES.contains(first.text()) ? new Found(from + 1, true) : NONE;
        }
        return first.is("(") ? tuple(from, depth) : name(from, depth);
    }

    private Found name(int from, int depth) {
        int at = from;
        boolean certain = false;
        while (tokens.isName(tokens.at(at))) {
            at++;
            if (tokens.at(at).is("<")) {
                int end = typeArguments(at, depth);
                if (end < 0) {
                    return NONE;
                }
                at = end;
                certain = true;
            }
            if (!tokens.at(at).is(".") && !tokens.at(at).is("::")) {
                return new Found(at, certain);
            }
            at++;
        }
        return NONE;
    }

    private int typeArguments(int from, int depth) {
        int at = from;
        do {
            Found argument = type(at + 1, depth + 1);
            if (!argument.isType()) {
                return -1;
            }
            at = argument.end();
        } while (tokens.at(at).is(","));
        return tokens.at(at).is(">") ? at + 1 : -1;
    }

    private Found tuple(int from, int depth) {
        int at = from;
        int elements = 0;
        do {
            Found element = type(at + 1, depth + 1);
            if (!element.isType()) {
                return NONE;
            }
            at = tokens.isName(tokens.at(element.end())) ? element.end() + 1 : element.end();
            elements++;
        } while (tokens.at(at).is(","));
        return elements > 1 && tokens.at(at).is(")") ? new Found(at + 1, false) : NONE;
    }

    private Found suffixes(Found core, boolean anyQuestion) {
        int at = core.end();
        boolean certain = core.certain();
        while (true) {
            int behindRank = rank(at);
            if (behindRank >= 0) {
                at = behindRank;
            } else if (tokens.at(at).is("?") && (anyQuestion || !Operands.canBegin(tokens.at(at + 1)))) {
                at++;
            } else {
                return new Found(at, certain);
            }
            certain = true;
        }
    }

    /** The index behind {@code []} or {@code [,]}, or -1. */
    int rank(int from) {
        if (!tokens.at(from).is("[")) {
            return -1;
        }
        int at = from + 1;
        while (tokens.at(at).is(",")) {
            at++;
        }
        return tokens.at(at).is("]") ? at + 1 : -1;
    }
}
