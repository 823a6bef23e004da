package dev.apim.core.expression.csharp.syntax;

import java.util.ArrayList;
import java.util.List;

/** Reads {@code if}, {@code switch} and {@code try}. */
final class BranchParser {
    private final Grammar grammar;
    private final Tokens tokens;

    BranchParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /** A condition in parentheses. */
    Expr condition() {
        tokens.expect("(");
        Expr condition = grammar.expressions.expression();
        if (!tokens.is(")")) {
            tokens.unexpected("')'");
            tokens.skipTo(")", "{");
        }
        tokens.accept(")");
        return condition;
    }

    Stmt ifStatement() {
        int start = tokens.next().start();
        Expr condition = condition();
        Stmt then = grammar.statements.embedded();
        Stmt otherwise = tokens.accept("else") ? grammar.statements.embedded() : null;
        return new Stmt.If(tokens.spanFrom(start), condition, then, otherwise);
    }

    Stmt switchStatement() {
        int start = tokens.next().start();
        Expr value = condition();
        List<Stmt.Section> sections = new ArrayList<>();
        if (tokens.expect("{")) {
            while (!tokens.is("}") && !tokens.atEnd()) {
                sections.add(section());
            }
            tokens.expect("}");
        }
        return new Stmt.Switch(tokens.spanFrom(start), value, List.copyOf(sections));
    }

    private Stmt.Section section() {
        int start = tokens.peek().start();
        List<Stmt.Label> labels = new ArrayList<>();
        if (!labelBegins()) {
            tokens.unexpected("'case' or 'default'");
        }
        while (labelBegins()) {
            labels.add(label());
        }
        List<Stmt> statements = grammar.statements.statements(true);
        return new Stmt.Section(tokens.spanFrom(start), List.copyOf(labels), statements);
    }

    /** Whether a label of {@code switch} stands here; {@code default} may be a value as well. */
    boolean labelBegins() {
        return tokens.is("case") || (tokens.is("default") && tokens.ahead(1).is(":"));
    }

    private Stmt.Label label() {
        int start = tokens.peek().start();
        Pattern pattern = null;
        Expr when = null;
        if (tokens.next().is("case")) {
            pattern = grammar.patterns.ofCase();
            when = tokens.acceptWord("when") ? grammar.expressions.expression() : null;
        }
        tokens.expect(":");
        return new Stmt.Label(tokens.spanFrom(start), pattern, when);
    }

    Stmt tryStatement() {
        int start = tokens.next().start();
        Stmt.Block body = grammar.statements.block();
        List<Stmt.Catch> catches = new ArrayList<>();
        while (tokens.is("catch")) {
            catches.add(catchClause());
        }
        Stmt.Block finallyBlock = tokens.accept("finally") ? grammar.statements.block() : null;
        if (catches.isEmpty() && finallyBlock == null) {
            tokens.unexpected("'catch' or 'finally' behind the block of 'try'");
        }
        return new Stmt.Try(tokens.spanFrom(start), body, List.copyOf(catches), finallyBlock);
    }

    private Stmt.Catch catchClause() {
        int start = tokens.next().start();
        TypeSyntax type = null;
        String name = null;
        if (tokens.accept("(")) {
            type = grammar.types.type();
            name = tokens.atName() ? tokens.next().text() : null;
            tokens.expect(")");
        }
        Expr when = tokens.acceptWord("when") ? condition() : null;
        Stmt.Block body = grammar.statements.block();
        return new Stmt.Catch(tokens.spanFrom(start), type, name, when, body);
    }
}
