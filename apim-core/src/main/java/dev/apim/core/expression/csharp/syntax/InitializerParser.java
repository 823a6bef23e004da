package dev.apim.core.expression.csharp.syntax;

import java.util.ArrayList;
import java.util.List;

/** Reads what stands in braces behind a creation. */
final class InitializerParser {
    private final Grammar grammar;
    private final Tokens tokens;

    InitializerParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /** Whether braces stand here; of a named value they are the braces of one element that holds anything. */
    boolean begins() {
        return tokens.is("{") || tokens.peek().is(TokenKind.PLACEHOLDER);
    }

    /** The initializer of an object or a collection. */
    Expr.Initializer initializer() {
        int start = tokens.peek().start();
        List<List<Expr>> elements = new ArrayList<>();
        List<Expr.MemberInitializer> members = new ArrayList<>();
        if (tokens.peek().is(TokenKind.PLACEHOLDER)) {
            elements.add(List.of(grammar.primaries.primary()));
            return new Expr.Initializer(tokens.spanFrom(start), List.copyOf(elements), List.of());
        }
        if (!grammar.nesting.enter(tokens)) {
            grammar.nesting.leave();
            return new Expr.Initializer(tokens.spanFrom(start), List.of(), List.of());
        }
        tokens.next();
        while (!tokens.is("}") && !tokens.atEnd()) {
            part(elements, members);
            if (!separated()) {
                break;
            }
        }
        tokens.expect("}");
        grammar.nesting.leave();
        return new Expr.Initializer(tokens.spanFrom(start), List.copyOf(elements), List.copyOf(members));
    }

    private void part(List<List<Expr>> elements, List<Expr.MemberInitializer> members) {
        boolean isMember = tokens.is("[")
                || (tokens.peek().is(TokenKind.IDENTIFIER) && tokens.ahead(1).is("="));
        if (isMember ? !elements.isEmpty() : !members.isEmpty()) {
            tokens.complain(
                    tokens.peek().span(),
                    "an initializer sets members, 'name = value' or '[key] = value', or lists elements; this one mixes both");
        }
        if (isMember) {
            members.add(member());
        } else if (tokens.is("{")) {
            elements.add(elements());
        } else {
            elements.add(List.of(grammar.expressions.expression()));
        }
    }

    private Expr.MemberInitializer member() {
        int start = tokens.peek().start();
        String name = null;
        List<Expr> index = new ArrayList<>();
        if (tokens.accept("[")) {
            do {
                index.add(grammar.expressions.expression());
            } while (tokens.accept(","));
            tokens.expect("]");
        } else {
            name = tokens.next().text();
        }
        tokens.expect("=");
        Expr.Initializer nested = tokens.is("{") ? initializer() : null;
        Expr value = nested == null ? grammar.expressions.expression() : null;
        return new Expr.MemberInitializer(tokens.spanFrom(start), name, List.copyOf(index), value, nested);
    }

    /** The elements of an array. */
    List<Expr> elements() {
        if (tokens.peek().is(TokenKind.PLACEHOLDER)) {
            return List.of(grammar.primaries.primary());
        }
        if (!grammar.nesting.enter(tokens)) {
            grammar.nesting.leave();
            return List.of();
        }
        List<Expr> elements = new ArrayList<>();
        tokens.next();
        while (!tokens.is("}") && !tokens.atEnd()) {
            elements.add(element());
            if (!separated()) {
                break;
            }
        }
        tokens.expect("}");
        grammar.nesting.leave();
        return List.copyOf(elements);
    }

    /** The elements of an array as an expression, where its type stands elsewhere. */
    Expr array() {
        int start = tokens.peek().start();
        List<Expr> elements = elements();
        return new Expr.ArrayCreation(tokens.spanFrom(start), null, List.of(), elements);
    }

    private Expr element() {
        return tokens.is("{") ? array() : grammar.expressions.expression();
    }

    /** Whether another part may follow: takes the comma, and says so where something else stands. */
    boolean separated() {
        if (!tokens.is(",") && !tokens.is("}")) {
            tokens.unexpected("',' or '}'");
            tokens.skipTo(",", "}");
        }
        return tokens.accept(",");
    }
}
