package dev.apim.core.expression.csharp.syntax;

import dev.apim.core.expression.csharp.value.UInt32;
import dev.apim.core.expression.csharp.value.UInt64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads prefix operators and casts. */
final class UnaryParser {
    private static final Set<String> BEFORE_THROW = Set.of("??", "?", ":", "=>");

    private final Grammar grammar;
    private final Tokens tokens;

    UnaryParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    Expr unary() {
        Token token = tokens.peek();
        if (grammar.lambdas.begins()) {
            return grammar.lambdas.lambda();
        }
        if (token.is(TokenKind.SYMBOL)) {
            return symbol(token);
        }
        if (token.is("throw")) {
            return thrown();
        }
        if (awaits(token, tokens.ahead(1))) {
            return refused(Unavailable.ASYNC);
        }
        if (token.isWord("not") && tokens.isName(tokens.ahead(1))) {
            return refused("found 'not'; C# writes '!'");
        }
        return grammar.postfixes.operand();
    }

    private Expr symbol(Token token) {
        return switch (token.text()) {
            case "-" -> {
                Expr least = leastNumber();
                yield least != null ? least : operator();
            }
            case "+", "!", "~" -> operator();
            case "++", "--" -> step();
            case "(" -> isCast() ? cast() : grammar.postfixes.operand();
            case "&", "*" -> refused(Unavailable.POINTERS);
            case "^" -> refused(NewerSyntax.message("an index from the end, '^1',", "a.Length - 1, or a.Last()"));
            case ".." -> refused(NewerSyntax.RANGE);
            case "=", ">" -> foreign(token);
            default -> grammar.postfixes.operand();
        };
    }

    /** {@code ===} and {@code <>}, whose first half was taken for an operator. */
    private Expr foreign(Token token) {
        Token before = tokens.at(Math.max(0, tokens.index() - 1));
        boolean isEquality = token.is("=") && (before.is("==") || before.is("!="));
        if (!before.touches(token) || !(isEquality || (token.is(">") && before.is("<")))) {
            return grammar.postfixes.operand();
        }
        return refused("found '" + before.text() + token.text() + "'; C# writes '" + (isEquality ? before.text() : "!=")
                + "'");
    }

    /** Whether the first of two tokens is an {@code await}. */
    static boolean awaits(Token token, Token behind) {
        return token.isWord("await")
                && !behind.is("(")
                && (Operands.canFollowCast(behind) || behind.is("foreach") || behind.is("using"));
    }

    private Expr operator() {
        Token operator = tokens.next();
        Expr operand = operand();
        return new Expr.Unary(tokens.spanFrom(operator.start()), operator.text(), operand);
    }

    private Expr step() {
        Token operator = tokens.next();
        Expr operand = operand();
        return new Expr.Step(tokens.spanFrom(operator.start()), operand, operator.is("++"), true);
    }

    private Expr refused(String message) {
        tokens.error(tokens.peek().span(), message);
        tokens.next();
        return operand();
    }

    /** An operand one deeper. */
    private Expr operand() {
        if (!grammar.nesting.enter(tokens)) {
            grammar.nesting.leave();
            return grammar.missing();
        }
        Expr operand = unary();
        grammar.nesting.leave();
        return operand;
    }

    /** The two numbers whose positive is too large for their type (C# specification, "Integer literals"). */
    private @Nullable Expr leastNumber() {
        Token number = tokens.ahead(1);
        String digits = number.is(TokenKind.NUMBER) ? number.text().replace("_", "") : "";
        Object value = null;
        if (digits.equals("2147483648") && number.value() instanceof UInt32) {
            value = Integer.MIN_VALUE;
        } else if (digits.matches("9223372036854775808[lL]?") && number.value() instanceof UInt64) {
            value = Long.MIN_VALUE;
        }
        if (value == null) {
            return null;
        }
        int start = tokens.next().start();
        tokens.next();
        return new Expr.Literal(tokens.spanFrom(start), value);
    }

    /**
     * Parentheses hold a cast where they hold what can only be a type, or what may be one and an operand follows that could not
     * continue an expression (C# specification, "Cast expressions").
     */
    private boolean isCast() {
        TypeScan.Found type = grammar.scan.type(tokens.index() + 1);
        if (!type.isType() || !tokens.at(type.end()).is(")")) {
            return false;
        }
        Token behind = tokens.at(type.end() + 1);
        if (type.certain()) {
            return !behind.is(".") && !behind.is("=>");
        }
        boolean ofQuery = behind.is(TokenKind.IDENTIFIER) && !tokens.isName(behind);
        return !ofQuery && !NewerSyntax.isPatternWord(behind) && Operands.canFollowCast(behind);
    }

    private Expr cast() {
        int start = tokens.next().start();
        TypeSyntax type = grammar.types.type();
        tokens.expect(")");
        Expr operand = operand();
        return new Expr.Cast(tokens.spanFrom(start), type, operand);
    }

    private Expr thrown() {
        Token before = tokens.at(Math.max(0, tokens.index() - 1));
        if (!BEFORE_THROW.contains(before.text())) {
            tokens.error(
                    tokens.peek().span(), "'throw' within an expression can stand only behind '??', '?', ':' and '=>'");
        }
        int start = tokens.next().start();
        Expr exception = grammar.expressions.expression();
        return new Expr.Throw(tokens.spanFrom(start), exception);
    }
}
