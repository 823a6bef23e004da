package dev.apim.core.expression.csharp.syntax;

import java.util.ArrayList;
import java.util.List;

/** Reads what begins with {@code new}. */
final class CreationParser {
    private final Grammar grammar;
    private final Tokens tokens;

    CreationParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    Expr creation() {
        int start = tokens.next().start();
        Token behind = tokens.peek();
        if (behind.is("{")) {
            return anonymous(start);
        }
        if (behind.is("[")) {
            return untypedArray(start);
        }
        if (behind.is(TokenKind.PLACEHOLDER)) {
            return unknown(start);
        }
        if (behind.is("(") && !grammar.scan.type(tokens.index()).isType()) {
            tokens.error(behind.span(), NewerSyntax.message("'new' without a type", "the type: new T(…)"));
            return object(grammar.types.unknown(), start);
        }
        TypeSyntax type = grammar.types.created();
        return tokens.is("[") ? array(type, start) : object(type, start);
    }

    private Expr object(TypeSyntax type, int start) {
        if (!tokens.is("(") && !grammar.initializers.begins()) {
            tokens.unexpected("'(', '[' or '{' behind the type");
        }
        List<Expr.Argument> arguments = tokens.is("(") ? grammar.arguments.list(")") : List.of();
        Expr.Initializer initializer = grammar.initializers.begins() ? grammar.initializers.initializer() : null;
        return new Expr.Creation(tokens.spanFrom(start), type, arguments, initializer);
    }

    /** {@code new {{type}}(…)}. */
    private Expr unknown(int start) {
        String name = tokens.next().text();
        if (tokens.is("(")) {
            grammar.arguments.list(")");
        }
        if (tokens.is("{")) {
            grammar.initializers.initializer();
        }
        return new Expr.Placeholder(tokens.spanFrom(start), name);
    }

    private Expr untypedArray(int start) {
        int behind = grammar.scan.rank(tokens.index());
        if (behind < 0) {
            tokens.complain(
                    tokens.ahead(1).span(),
                    "found a size without a type; write new T[size], or new[] { … } with the elements");
            tokens.skip();
        }
        while (tokens.index() < behind) {
            tokens.next();
        }
        List<Expr> elements = elements();
        return new Expr.ArrayCreation(tokens.spanFrom(start), null, List.of(), elements);
    }

    private List<Expr> elements() {
        if (grammar.initializers.begins()) {
            return grammar.initializers.elements();
        }
        tokens.unexpected("the elements of the array in '{' and '}'");
        return List.of();
    }

    private Expr array(TypeSyntax element, int start) {
        int typeStart = element.span().start();
        if (grammar.scan.rank(tokens.index()) >= 0) {
            List<Integer> ranks = grammar.types.ranks();
            TypeSyntax type = grammar.types.array(element, ranks, typeStart);
            List<Expr> elements = elements();
            return new Expr.ArrayCreation(tokens.spanFrom(start), type, List.of(), elements);
        }
        List<Expr> sizes = new ArrayList<>();
        tokens.next();
        do {
            sizes.add(grammar.expressions.expression());
        } while (tokens.accept(","));
        tokens.expect("]");
        TypeSyntax inner = grammar.types.array(element, grammar.types.ranks(), typeStart);
        TypeSyntax type = new TypeSyntax.Array(tokens.spanFrom(typeStart), inner, sizes.size());
        List<Expr> elements = grammar.initializers.begins() ? grammar.initializers.elements() : null;
        return new Expr.ArrayCreation(tokens.spanFrom(start), type, List.copyOf(sizes), elements);
    }

    private Expr anonymous(int start) {
        tokens.next();
        List<Expr.AnonymousMember> members = new ArrayList<>();
        while (!tokens.is("}") && !tokens.atEnd()) {
            members.add(member());
            if (!grammar.initializers.separated()) {
                break;
            }
        }
        tokens.expect("}");
        return new Expr.Anonymous(tokens.spanFrom(start), List.copyOf(members));
    }

    private Expr.AnonymousMember member() {
        int start = tokens.peek().start();
        String name = null;
        if (tokens.peek().is(TokenKind.IDENTIFIER) && tokens.ahead(1).is("=")) {
            name = tokens.next().text();
            tokens.next();
        }
        Expr value = grammar.expressions.expression();
        return new Expr.AnonymousMember(tokens.spanFrom(start), name, value);
    }
}
