package dev.apim.core.expression.csharp.syntax;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What C# has and policy expressions have not, with what to do instead. */
final class Unavailable {
    static final String ASYNC =
            "'async' and 'await' are not available in policy expressions: nothing here runs asynchronously; delete the word";
    static final String POINTERS = "pointers are not available in policy expressions";
    static final String LABELS =
            "'goto' and labels are not available in policy expressions; use a loop with 'break' or 'continue', or a local function";
    static final String ITERATORS = "'yield' is not available in policy expressions; fill a List<T> and return it";
    static final String CONSTRAINTS =
            "constraints of type parameters are not available in policy expressions; delete them";

    private static final String TYPES =
            " cannot be declared in policy expressions; use an anonymous type, a tuple, a dictionary or a local function";
    private static final String MODIFIER =
            " has no meaning in policy expressions: variables and local functions are visible in their block only; delete it";
    private static final String INSTANCE =
            " is not available in policy expressions: there is no object around them; everything begins at 'context'";

    private static final Map<String, String> STATEMENTS = Map.ofEntries(
            Map.entry("goto", LABELS),
            Map.entry("lock", "'lock' is not available in policy expressions; nothing is shared here, so delete it"),
            Map.entry("unsafe", POINTERS),
            Map.entry("fixed", POINTERS),
            Map.entry("class", "classes" + TYPES),
            Map.entry("struct", "structs" + TYPES),
            Map.entry("enum", "enums" + TYPES),
            Map.entry("interface", "interfaces" + TYPES),
            Map.entry("namespace", "namespaces" + TYPES),
            Map.entry("event", "events" + TYPES),
            Map.entry("operator", "operators" + TYPES));

    private static final Map<String, String> MODIFIERS = Map.ofEntries(
            modifier("public"),
            modifier("private"),
            modifier("protected"),
            modifier("internal"),
            modifier("abstract"),
            modifier("sealed"),
            modifier("virtual"),
            modifier("override"),
            modifier("extern"),
            modifier("volatile"),
            Map.entry("static", NewerSyntax.message("a 'static' local function", "it without 'static'")),
            Map.entry("readonly", "'readonly' has no meaning for variables; write 'const' or delete it"));

    private static final Map<String, String> OPERANDS = Map.of(
            "this", "'this'" + INSTANCE,
            "base", "'base'" + INSTANCE,
            "sizeof", "'sizeof' is not available in policy expressions",
            "stackalloc", "'stackalloc' is not available in policy expressions; write new T[n]",
            "ref", "references to variables are not available in policy expressions; delete 'ref'");

    private Unavailable() {}

    private static Map.Entry<String, String> modifier(String word) {
        return Map.entry(word, "'" + word + "'" + MODIFIER);
    }

    /** Why no statement may begin with this keyword. */
    static @Nullable String statement(Token token) {
        return token.is(TokenKind.KEYWORD) ? STATEMENTS.get(token.text()) : null;
    }

    /** Why no declaration may have this modifier. */
    static @Nullable String modifier(Token token) {
        return token.is(TokenKind.KEYWORD) ? MODIFIERS.get(token.text()) : null;
    }

    /** Why this keyword is no operand. */
    static @Nullable String operand(Token token) {
        return token.is(TokenKind.KEYWORD) ? OPERANDS.get(token.text()) : null;
    }
}
