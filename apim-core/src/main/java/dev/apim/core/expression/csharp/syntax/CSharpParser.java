package dev.apim.core.expression.csharp.syntax;

import java.util.List;

/**
 * Reads policy expressions: C# 7 as Azure's documentation has it. Whatever the text is, it takes linear time and bounded stack, throws
 * nothing and returns a tree; {@link Expr.Missing} stands in it for what could not be read. Stateless.
 */
public final class CSharpParser {
    private static final int PREFIX = 2;

    private CSharpParser() {}

    /**
     * Reads one expression.
     *
     * @param text with its <code>@(</code> or <code>@&#123;</code> and the bracket that closes it
     * @param placeholders whether <code>&#123;&#123;name&#125;&#125;</code> in the place of code is a named value that is not known; else it is what C# makes
     *     of it. In a string it is text either way
     * @param issues takes every mistake, at its offsets in {@code text}
     */
    public static ParsedExpression parse(String text, boolean placeholders, SyntaxIssues issues) {
        if (!text.startsWith("@(") && !text.startsWith("@{")) {
            Span start = new Span(0, Math.min(PREFIX, text.length()));
            issues.error(start, "a policy expression begins with '@(' or '@{'");
            return new ParsedExpression(new Expr.Missing(start), null);
        }
        Tokens tokens = new Tokens(Lexer.tokens(text, PREFIX, placeholders, issues), issues);
        Grammar grammar = new Grammar(tokens, new Nesting());
        return text.charAt(1) == '(' ? expression(grammar) : block(grammar);
    }

    private static ParsedExpression expression(Grammar grammar) {
        Tokens tokens = grammar.tokens;
        boolean returns = tokens.is("return");
        if (returns) {
            tokens.error(
                    tokens.peek().span(),
                    "found 'return' in @(…), which holds a value only; delete it, or write @{ return …; }");
            tokens.next();
        }
        Expr expression = grammar.expressions.expression();
        if (tokens.is(";")) {
            if (!returns) {
                tokens.complain(
                        tokens.peek().span(),
                        "found ';' in @(…), which holds a single value; delete it, or write statements as @{ …; return …; }");
            }
            tokens.next();
        }
        if (tokens.is(")")) {
            tokens.next();
            rest(tokens);
        } else {
            tokens.unexpected("')' at the end of the expression");
        }
        return new ParsedExpression(expression, null);
    }

    private static ParsedExpression block(Grammar grammar) {
        Tokens tokens = grammar.tokens;
        List<Stmt> statements = grammar.statements.statements(false);
        if (tokens.expect("}")) {
            rest(tokens);
        }
        return new ParsedExpression(
                null, new Stmt.Block(new Span(1, Math.max(PREFIX, tokens.previousEnd())), statements));
    }

    private static void rest(Tokens tokens) {
        if (!tokens.atEnd()) {
            tokens.complain(
                    tokens.peek().span(),
                    "found " + tokens.shown(tokens.peek())
                            + " behind the bracket that closes the expression, expected nothing there; look for a bracket too many");
        }
    }
}
