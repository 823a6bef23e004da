package dev.apim.core.expression.csharp.syntax;

import java.util.Set;

/** What an operand may begin with. */
final class Operands {
    private static final Set<String> SYMBOLS = Set.of("(", "+", "-", "!", "~", "++", "--");
    private static final Set<String> KEYWORDS = Set.of(
            "new",
            "true",
            "false",
            "null",
            "default",
            "typeof",
            "checked",
            "unchecked",
            "delegate",
            "this",
            "base",
            "throw",
            "sizeof",
            "stackalloc");

    private Operands() {}

    static boolean canBegin(Token token) {
        return switch (token.kind()) {
            case END -> false;
            case SYMBOL -> SYMBOLS.contains(token.text());
            case KEYWORD -> isWord(token);
            default -> true;
        };
    }

    /** The same without the operators that may stand between two operands as well. */
    static boolean canFollowCast(Token token) {
        return switch (token.kind()) {
            case END -> false;
            case SYMBOL -> token.is("(") || token.is("!") || token.is("~");
            case KEYWORD -> isWord(token);
            default -> !token.isWord("when");
        };
    }

    private static boolean isWord(Token token) {
        return KEYWORDS.contains(token.text()) || Words.TYPES.contains(token.text());
    }
}
