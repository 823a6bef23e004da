package dev.apim.core.expression.csharp.syntax;

import java.util.Set;

/** What people write who know a newer C# than policy expressions have. */
final class NewerSyntax {
    private static final Set<String> PATTERN_WORDS = Set.of("and", "or", "with");

    static final String RANGE = message("a range, '..',", "Substring, Skip and Take");

    private NewerSyntax() {}

    /**
     * Names the construct and its replacement.
     *
     * @param construct a noun with its article
     * @param instead what C# 7 has for it
     */
    static String message(String construct, String instead) {
        return construct + " belongs to a newer C# than policy expressions have, which is C# 7; write " + instead;
    }

    /** Whether a newer C# takes this name for an operator behind an operand. */
    static boolean isPatternWord(Token token) {
        return token.is(TokenKind.IDENTIFIER) && token.isPlain() && PATTERN_WORDS.contains(token.text());
    }
}
