package dev.apim.core.expression.csharp.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads queries: {@code from … select …} (C# specification, "Query expressions"). */
final class QueryParser {
    private final Grammar grammar;
    private final Tokens tokens;

    QueryParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /** Whether {@code from} stands here as the beginning of a query and not as a name. */
    boolean begins() {
        if (!tokens.isWord("from")) {
            return false;
        }
        int behind = tokens.index() + 1;
        if (tokens.isName(tokens.at(behind)) && tokens.at(behind + 1).is("in")) {
            return true;
        }
        int name = grammar.scan.typeThenName(behind);
        return name >= 0 && tokens.at(name + 1).is("in");
    }

    Expr query() {
        int start = tokens.peek().start();
        tokens.enterQuery();
        List<Expr.QueryClause> clauses = new ArrayList<>();
        clauses.add(from());
        do {
            body(clauses);
            clauses.add(end());
        } while (continuation(clauses));
        tokens.leaveQuery();
        return new Expr.Query(tokens.spanFrom(start), List.copyOf(clauses));
    }

    private void body(List<Expr.QueryClause> clauses) {
        while (true) {
            Token word = tokens.peek();
            if (word.isWord("from")) {
                clauses.add(from());
            } else if (word.isWord("let")) {
                clauses.add(let());
            } else if (word.isWord("where")) {
                tokens.next();
                Expr condition = grammar.expressions.expression();
                clauses.add(new Expr.Where(tokens.spanFrom(word.start()), condition));
            } else if (word.isWord("join")) {
                clauses.add(join());
            } else if (word.isWord("orderby")) {
                clauses.add(orderBy());
            } else {
                return;
            }
        }
    }

    private Expr.QueryClause from() {
        int start = tokens.next().start();
        TypeSyntax type = typeBeforeName();
        String name = name();
        tokens.expect("in");
        Expr source = grammar.expressions.expression();
        return new Expr.From(tokens.spanFrom(start), type, name, source);
    }

    private @Nullable TypeSyntax typeBeforeName() {
        return grammar.scan.typeThenName(tokens.index()) >= 0 ? grammar.types.type() : null;
    }

    private String name() {
        return tokens.expectName("the name of a variable of the query").text();
    }

    private Expr.QueryClause let() {
        int start = tokens.next().start();
        String name = name();
        tokens.expect("=");
        Expr value = grammar.expressions.expression();
        return new Expr.Let(tokens.spanFrom(start), name, value);
    }

    private Expr.QueryClause join() {
        int start = tokens.next().start();
        TypeSyntax type = typeBeforeName();
        String name = name();
        tokens.expect("in");
        Expr source = grammar.expressions.expression();
        expectWord("on");
        Expr left = grammar.expressions.expression();
        if (tokens.is("==")) {
            tokens.unexpected("'equals' between the keys of a join");
            tokens.next();
        } else {
            expectWord("equals");
        }
        Expr right = grammar.expressions.expression();
        String into = tokens.acceptWord("into") ? name() : null;
        return new Expr.Join(tokens.spanFrom(start), type, name, source, left, right, into);
    }

    private Expr.QueryClause orderBy() {
        int start = tokens.next().start();
        List<Expr.Ordering> orderings = new ArrayList<>();
        do {
            Expr key = grammar.expressions.expression();
            boolean descending = tokens.acceptWord("descending");
            if (!descending) {
                tokens.acceptWord("ascending");
            }
            orderings.add(new Expr.Ordering(key, descending));
        } while (tokens.accept(","));
        return new Expr.OrderBy(tokens.spanFrom(start), List.copyOf(orderings));
    }

    private Expr.QueryClause end() {
        int start = tokens.peek().start();
        if (tokens.acceptWord("group")) {
            Expr value = grammar.expressions.expression();
            expectWord("by");
            Expr key = grammar.expressions.expression();
            return new Expr.GroupBy(tokens.spanFrom(start), value, key);
        }
        if (!tokens.acceptWord("select")) {
            tokens.unexpected("'select' or 'group', with which a query ends");
            return new Expr.Select(tokens.spanFrom(start), grammar.missing());
        }
        Expr value = grammar.expressions.expression();
        return new Expr.Select(tokens.spanFrom(start), value);
    }

    private boolean continuation(List<Expr.QueryClause> clauses) {
        int start = tokens.peek().start();
        if (!tokens.acceptWord("into")) {
            return false;
        }
        String name = name();
        clauses.add(new Expr.Into(tokens.spanFrom(start), name));
        return true;
    }

    private void expectWord(String word) {
        if (!tokens.acceptWord(word)) {
            tokens.unexpected("'" + word + "'");
        }
    }
}
