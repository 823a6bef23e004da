package dev.apim.core.expression.csharp.syntax;

import java.util.ArrayList;
import java.util.List;

/** Reads the parameters of lambdas and local functions. */
final class ParameterParser {
    private final Grammar grammar;
    private final Tokens tokens;

    ParameterParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /** Parameters in parentheses. */
    List<Expr.Parameter> list() {
        tokens.expect("(");
        List<Expr.Parameter> parameters = new ArrayList<>();
        if (!tokens.is(")")) {
            do {
                parameters.add(parameter());
                if (!tokens.is(",") && !tokens.is(")")) {
                    tokens.unexpected("',' or ')'");
                    tokens.skipTo(",", ")");
                }
            } while (tokens.accept(","));
        }
        tokens.expect(")");
        return List.copyOf(parameters);
    }

    /** A parameter whose type is inferred. */
    Expr.Parameter untyped() {
        Token name = tokens.expectName("the name of a parameter");
        return new Expr.Parameter(name.span(), null, name.text(), Expr.Argument.Mode.VALUE, false, null);
    }

    private Expr.Parameter parameter() {
        if (tokens.atName() && (tokens.ahead(1).is(",") || tokens.ahead(1).is(")"))) {
            return untyped();
        }
        int start = tokens.peek().start();
        boolean isParams = tokens.accept("params");
        Expr.Argument.Mode mode = grammar.arguments.mode();
        TypeSyntax type = grammar.types.type();
        String name = tokens.expectName("the name of a parameter").text();
        Expr value = tokens.accept("=") ? grammar.expressions.expression() : null;
        return new Expr.Parameter(tokens.spanFrom(start), type, name, mode, isParams, value);
    }
}
