package dev.apim.core.expression.csharp.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads loops. */
final class LoopParser {
    private final Grammar grammar;
    private final Tokens tokens;

    LoopParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    Stmt whileLoop() {
        int start = tokens.next().start();
        Expr condition = grammar.branches.condition();
        Stmt body = grammar.statements.embedded();
        return new Stmt.While(tokens.spanFrom(start), condition, body);
    }

    Stmt doLoop() {
        int start = tokens.next().start();
        Stmt body = grammar.statements.embedded();
        tokens.expect("while");
        Expr condition = grammar.branches.condition();
        grammar.statements.semicolon();
        return new Stmt.DoWhile(tokens.spanFrom(start), body, condition);
    }

    Stmt forLoop() {
        int start = tokens.next().start();
        tokens.expect("(");
        List<Stmt> initializers = initializers();
        part(";");
        Expr condition = tokens.is(";") ? null : grammar.expressions.expression();
        part(";");
        List<Expr> iterators = tokens.is(")") ? List.of() : expressions();
        part(")");
        Stmt body = grammar.statements.embedded();
        return new Stmt.For(tokens.spanFrom(start), initializers, condition, iterators, body);
    }

    private void part(String end) {
        if (!tokens.is(end)) {
            tokens.unexpected("'" + end + "'; 'for' has three parts: for (start; condition; step)");
            tokens.skipTo(end, end);
        }
        tokens.accept(end);
    }

    private List<Stmt> initializers() {
        if (tokens.is(";")) {
            return List.of();
        }
        if (grammar.declarations.begins()) {
            return List.of(grammar.declarations.local(false));
        }
        List<Stmt> initializers = new ArrayList<>();
        for (Expr expression : expressions()) {
            initializers.add(new Stmt.Expression(expression.span(), expression));
        }
        return List.copyOf(initializers);
    }

    private List<Expr> expressions() {
        List<Expr> expressions = new ArrayList<>();
        do {
            expressions.add(grammar.expressions.expression());
        } while (tokens.accept(","));
        return List.copyOf(expressions);
    }

    Stmt forEach() {
        int start = tokens.next().start();
        tokens.expect("(");
        Expr variable = variable();
        if (!tokens.accept("in")) {
            tokens.unexpected("'in' between the variable and what is walked through");
            tokens.skipTo("in", ")");
            tokens.accept("in");
        }
        Expr source = tokens.is(")") ? grammar.missing() : grammar.expressions.expression();
        if (!tokens.is(")")) {
            tokens.unexpected("')'");
            tokens.skipTo(")", ")");
        }
        tokens.accept(")");
        Stmt body = grammar.statements.embedded();
        return new Stmt.ForEach(tokens.spanFrom(start), variable, source, body);
    }

    private Expr variable() {
        if (tokens.is("(") || grammar.declarations.deconstructionBegins()) {
            return grammar.unaries.unary();
        }
        Expr untyped = untyped();
        return untyped != null ? untyped : grammar.declarations.single();
    }

    private @Nullable Expr untyped() {
        if (!tokens.atName() || !tokens.ahead(1).is("in")) {
            return null;
        }
        Token name = tokens.peek();
        tokens.complain(
                name.span(),
                "found " + tokens.shown(name) + " without a type; write foreach (var "
                        + tokens.issues().shown(name.span(), name.text()) + " in …)");
        tokens.next();
        TypeSyntax type =
                new TypeSyntax.Named(name.span(), List.of(new TypeSyntax.Part(name.span(), "var", List.of())));
        return new Expr.Declaration(name.span(), type, name.text());
    }
}
