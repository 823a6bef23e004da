package dev.apim.core.expression.csharp.syntax;

import java.util.List;

/** Reads lambdas and anonymous methods. */
final class LambdaParser {
    private final Grammar grammar;
    private final Tokens tokens;

    LambdaParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /** Whether one begins here. */
    boolean begins() {
        if (tokens.is("delegate")) {
            return true;
        }
        boolean modified = tokens.isWord("async") || tokens.is("static");
        return signature(tokens.index()) || (modified && signature(tokens.index() + 1));
    }

    private boolean signature(int from) {
        Token token = tokens.at(from);
        if (token.is("(")) {
            int partner = tokens.partner(from);
            return partner >= 0 && tokens.at(partner + 1).is("=>");
        }
        return tokens.isName(token) && tokens.at(from + 1).is("=>");
    }

    Expr lambda() {
        int start = tokens.peek().start();
        if (!signature(tokens.index()) && !tokens.is("delegate")) {
            Token modifier = tokens.next();
            tokens.error(
                    modifier.span(),
                    modifier.is("static")
                            ? NewerSyntax.message("a 'static' lambda", "it without 'static'")
                            : Unavailable.ASYNC);
        }
        return tokens.accept("delegate") ? anonymousMethod(start) : arrow(start);
    }

    private Expr anonymousMethod(int start) {
        List<Expr.Parameter> parameters = tokens.is("(") ? grammar.parameters.list() : List.of();
        Stmt.Block body = grammar.statements.block();
        return new Expr.Lambda(tokens.spanFrom(start), parameters, null, body);
    }

    private Expr arrow(int start) {
        List<Expr.Parameter> parameters =
                tokens.is("(") ? grammar.parameters.list() : List.of(grammar.parameters.untyped());
        tokens.expect("=>");
        if (tokens.is("{")) {
            Stmt.Block body = grammar.statements.block();
            return new Expr.Lambda(tokens.spanFrom(start), parameters, null, body);
        }
        Expr value = grammar.expressions.expression();
        return new Expr.Lambda(tokens.spanFrom(start), parameters, value, null);
    }
}
