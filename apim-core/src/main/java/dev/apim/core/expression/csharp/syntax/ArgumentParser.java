package dev.apim.core.expression.csharp.syntax;

import java.util.ArrayList;
import java.util.List;

/** Reads arguments. */
final class ArgumentParser {
    private final Grammar grammar;
    private final Tokens tokens;

    ArgumentParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /** The arguments between the bracket that stands here and the one that closes it. */
    List<Expr.Argument> list(String close) {
        tokens.next();
        List<Expr.Argument> arguments = new ArrayList<>();
        if (!tokens.is(close)) {
            do {
                arguments.add(argument());
                if (!tokens.is(",") && !tokens.is(close)) {
                    tokens.unexpected("',' or '" + close + "'");
                    tokens.skipTo(",", close);
                }
            } while (tokens.accept(","));
        }
        tokens.expect(close);
        return List.copyOf(arguments);
    }

    private Expr.Argument argument() {
        int start = tokens.peek().start();
        String name = null;
        if (tokens.peek().is(TokenKind.IDENTIFIER) && tokens.ahead(1).is(":")) {
            name = tokens.next().text();
            tokens.next();
        }
        Expr.Argument.Mode mode = mode();
        boolean declares = mode == Expr.Argument.Mode.OUT && grammar.scan.typeThenName(tokens.index()) >= 0;
        Expr value = declares ? grammar.declarations.single() : grammar.expressions.expression();
        return new Expr.Argument(tokens.spanFrom(start), name, mode, value);
    }

    /** How an argument or a parameter is passed. */
    Expr.Argument.Mode mode() {
        if (tokens.accept("out")) {
            return Expr.Argument.Mode.OUT;
        }
        if (tokens.is("in")) {
            tokens.error(tokens.peek().span(), "'in' before an argument has no use in policy expressions; delete it");
            tokens.next();
        }
        return tokens.accept("ref") ? Expr.Argument.Mode.REF : Expr.Argument.Mode.VALUE;
    }
}
