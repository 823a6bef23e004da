package dev.apim.core.expression.csharp.syntax;

import java.util.ArrayList;
import java.util.List;

/** Reads types. */
final class TypeParser {
    private final Grammar grammar;
    private final Tokens tokens;

    TypeParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /** A type, with all its {@code ?} and {@code []}. */
    TypeSyntax type() {
        return suffixed(core(), true);
    }

    /** A type behind {@code is} or {@code as}: a {@code ?} with an operand behind it begins a conditional expression. */
    TypeSyntax operand() {
        return suffixed(core(), false);
    }

    /** A type behind {@code new}: brackets there may hold sizes. */
    TypeSyntax created() {
        int start = tokens.peek().start();
        TypeSyntax type = core();
        return tokens.is("?") && !tokens.ahead(1).is(".") && nullableCreation() ? optional(type, start) : type;
    }

    private boolean nullableCreation() {
        return tokens.ahead(1).is("[") || tokens.ahead(1).is("(");
    }

    /** Whether the {@code ?} here belongs to the type before it. */
    boolean questionBelongsToType() {
        return !Operands.canBegin(tokens.ahead(1));
    }

    private TypeSyntax core() {
        if (!grammar.nesting.enter(tokens)) {
            grammar.nesting.leave();
            return unknown();
        }
        TypeSyntax type;
        Token first = tokens.peek();
        if (first.is(TokenKind.KEYWORD) && Words.TYPES.contains(first.text())) {
            tokens.next();
            type = new TypeSyntax.Named(
                    first.span(), List.of(new TypeSyntax.Part(first.span(), first.text(), List.of())));
        } else {
            type = first.is("(") ? tuple() : named();
        }
        grammar.nesting.leave();
        return type;
    }

    private TypeSyntax named() {
        if (!tokens.atName()) {
            tokens.unexpected("a type");
            return unknown();
        }
        int start = tokens.peek().start();
        if (tokens.isWord("global") && tokens.ahead(1).is("::")) {
            tokens.next();
            tokens.next();
        }
        List<TypeSyntax.Part> parts = new ArrayList<>();
        do {
            int partStart = tokens.peek().start();
            String name = tokens.expectName("the name of a type").text();
            List<TypeSyntax> arguments = tokens.is("<") ? arguments() : List.of();
            parts.add(new TypeSyntax.Part(tokens.spanFrom(partStart), name, arguments));
        } while (tokens.accept("."));
        return new TypeSyntax.Named(tokens.spanFrom(start), List.copyOf(parts));
    }

    /** {@code <A, B>}, at whose first token this stands. */
    List<TypeSyntax> arguments() {
        tokens.expect("<");
        List<TypeSyntax> arguments = new ArrayList<>();
        do {
            arguments.add(type());
        } while (tokens.accept(","));
        tokens.expect(">");
        return List.copyOf(arguments);
    }

    private TypeSyntax tuple() {
        int start = tokens.next().start();
        List<TypeSyntax.Element> elements = new ArrayList<>();
        do {
            TypeSyntax type = type();
            elements.add(
                    new TypeSyntax.Element(type, tokens.atName() ? tokens.next().text() : null));
        } while (tokens.accept(","));
        tokens.expect(")");
        return new TypeSyntax.Tuple(tokens.spanFrom(start), List.copyOf(elements));
    }

    private TypeSyntax suffixed(TypeSyntax core, boolean anyQuestion) {
        int start = core.span().start();
        TypeSyntax type = core;
        while (true) {
            if (tokens.is("?") && (anyQuestion || questionBelongsToType())) {
                type = optional(type, start);
            } else if (grammar.scan.rank(tokens.index()) >= 0) {
                type = array(type, ranks(), start);
            } else {
                return type;
            }
            grammar.nesting.link(tokens);
        }
    }

    private TypeSyntax optional(TypeSyntax type, int start) {
        tokens.next();
        return new TypeSyntax.Optional(tokens.spanFrom(start), type);
    }

    /** The ranks of {@code [][,]}, outermost first. */
    List<Integer> ranks() {
        List<Integer> ranks = new ArrayList<>();
        while (grammar.scan.rank(tokens.index()) >= 0) {
            int behind = grammar.scan.rank(tokens.index());
            ranks.add(behind - tokens.index() - 1);
            while (tokens.index() < behind) {
                tokens.next();
            }
            grammar.nesting.link(tokens);
        }
        return ranks;
    }

    /** An array of arrays; the first rank is the outermost. */
    TypeSyntax array(TypeSyntax element, List<Integer> ranks, int start) {
        TypeSyntax type = element;
        for (int i = ranks.size() - 1; i >= 0; i--) {
            type = new TypeSyntax.Array(tokens.spanFrom(start), type, ranks.get(i));
        }
        return type;
    }

    /** What stands for a type that could not be read; its name is empty. */
    TypeSyntax unknown() {
        Span here = grammar.missing().span();
        return new TypeSyntax.Named(here, List.of(new TypeSyntax.Part(here, "", List.of())));
    }
}
