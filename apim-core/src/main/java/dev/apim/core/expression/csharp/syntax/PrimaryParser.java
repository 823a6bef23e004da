package dev.apim.core.expression.csharp.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what operators stand between: literals, names and what begins with a keyword. */
final class PrimaryParser {
    /** What follows type arguments, where {@code <} might be a comparison as well (C# specification, "Grammar ambiguities"). */
    private static final Set<String> BEHIND_TYPE_ARGUMENTS = Set.of(
            "(", ")", "]", "}", ":", ";", ",", ".", "?", "?.", "==", "!=", "|", "^", "&&", "||", "&", "[", "<", ">",
            "<=", ">=", "is", "as");

    private final Grammar grammar;
    private final Tokens tokens;

    PrimaryParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    Expr primary() {
        Token token = tokens.peek();
        return switch (token.kind()) {
            case NUMBER, CHARACTER -> literal(token.value());
            case STRING -> string(token);
            case INTERPOLATED -> interpolated();
            case PLACEHOLDER -> new Expr.Placeholder(tokens.next().span(), token.text());
            case IDENTIFIER -> tokens.atName() || grammar.queries.begins() ? named() : missing();
            case KEYWORD -> keyword(token);
            case SYMBOL -> symbol(token);
            case END -> missing();
        };
    }

    private Expr missing() {
        tokens.unexpected("an expression");
        return grammar.missing();
    }

    private Expr literal(@Nullable Object value) {
        return new Expr.Literal(tokens.next().span(), value);
    }

    /** Some write {@code "} twice where C# wants it behind a backslash; tools that mend attributes leave {@code "x="""} too. */
    private Expr string(Token token) {
        Expr literal = literal(token.value());
        boolean doubled = false;
        while (tokens.peek().is(TokenKind.STRING) && tokens.peek().start() == tokens.previousEnd()) {
            tokens.next();
            doubled = true;
        }
        if (doubled) {
            tokens.issues()
                    .doubt(
                            tokens.spanFrom(token.start()),
                            "found a string right behind another; write \\\" for a quotation mark in a string");
        }
        return literal;
    }

    private Expr symbol(Token token) {
        if (token.is("(")) {
            return parentheses();
        }
        if (token.is("[")) {
            tokens.complain(token.span(), NewerSyntax.message("a list in brackets, '[…]',", "new[] { … }"));
            int start = token.start();
            tokens.skip();
            return new Expr.Missing(tokens.spanFrom(start));
        }
        return missing();
    }

    private Expr keyword(Token token) {
        if (Words.TYPES.contains(token.text())) {
            return typeName();
        }
        return switch (token.text()) {
            case "true" -> literal(true);
            case "false" -> literal(false);
            case "null" -> literal(null);
            case "new" -> grammar.creations.creation();
            case "default" -> defaultValue();
            case "typeof" -> typeOf();
            case "checked", "unchecked" -> checked();
            default -> refused(token);
        };
    }

    private Expr refused(Token token) {
        String reason = Unavailable.operand(token);
        if (reason == null) {
            return missing();
        }
        tokens.error(token.span(), reason);
        tokens.next();
        if (token.is("ref")) {
            return grammar.unaries.unary();
        }
        if (!token.is("this") && !token.is("base")) {
            tokens.skipTo(",", ")");
        }
        return new Expr.Missing(token.span());
    }

    private Expr typeName() {
        Token token = tokens.next();
        TypeSyntax type =
                new TypeSyntax.Named(token.span(), List.of(new TypeSyntax.Part(token.span(), token.text(), List.of())));
        if (!tokens.is(".")) {
            tokens.complain(
                    token.span(),
                    "found the type '" + token.text()
                            + "', expected a value; a type stands before '.', in a cast or behind 'new'");
        }
        return new Expr.TypeName(token.span(), type);
    }

    private Expr defaultValue() {
        int start = tokens.next().start();
        TypeSyntax type = null;
        if (tokens.accept("(")) {
            type = grammar.types.type();
            tokens.expect(")");
        }
        return new Expr.Default(tokens.spanFrom(start), type);
    }

    private Expr typeOf() {
        int start = tokens.next().start();
        tokens.expect("(");
        TypeSyntax type = grammar.types.type();
        tokens.expect(")");
        return new Expr.TypeOf(tokens.spanFrom(start), type);
    }

    private Expr checked() {
        Token word = tokens.next();
        tokens.expect("(");
        Expr operand = grammar.expressions.expression();
        tokens.expect(")");
        return new Expr.Checked(tokens.spanFrom(word.start()), word.is("checked"), operand);
    }

    private Expr named() {
        if (grammar.queries.begins()) {
            return grammar.queries.query();
        }
        Token name = tokens.peek();
        if (name.isWord("nameof") && tokens.ahead(1).is("(")) {
            return nameOf();
        }
        if (grammar.declarations.deconstructionBegins()) {
            return grammar.declarations.deconstruction();
        }
        if (name.isWord("global") && tokens.ahead(1).is("::")) {
            tokens.next();
            tokens.next();
            name = tokens.peek();
        }
        int start = name.start();
        String text = tokens.expectName("a name").text();
        return new Expr.Name(tokens.spanFrom(start), text, typeArguments());
    }

    private Expr nameOf() {
        int start = tokens.next().start();
        tokens.next();
        Expr argument = grammar.expressions.expression();
        tokens.expect(")");
        return new Expr.NameOf(tokens.spanFrom(start), argument);
    }

    /** The type arguments that stand here, if any do. */
    List<TypeSyntax> typeArguments() {
        if (!tokens.is("<")) {
            return List.of();
        }
        int end = grammar.scan.typeArguments(tokens.index());
        Token behind = tokens.at(Math.max(0, end));
        boolean follows = behind.is(TokenKind.END)
                || ((behind.is(TokenKind.SYMBOL) || behind.is(TokenKind.KEYWORD))
                        && BEHIND_TYPE_ARGUMENTS.contains(behind.text()));
        return end >= 0 && follows ? grammar.types.arguments() : List.of();
    }

    private Expr parentheses() {
        int start = tokens.next().start();
        List<Expr.TupleElement> elements = new ArrayList<>();
        do {
            elements.add(tupleElement());
        } while (tokens.accept(","));
        if (!tokens.is(")")) {
            tokens.unexpected("')'");
            tokens.skipTo(")", ")");
        }
        tokens.accept(")");
        boolean isTuple = elements.size() > 1 || elements.get(0).name() != null;
        return isTuple
                ? new Expr.Tuple(tokens.spanFrom(start), List.copyOf(elements))
                : elements.get(0).value();
    }

    private Expr.TupleElement tupleElement() {
        String name = null;
        if (tokens.peek().is(TokenKind.IDENTIFIER) && tokens.ahead(1).is(":")) {
            name = tokens.next().text();
            tokens.next();
        }
        int declared = grammar.scan.typeThenName(tokens.index());
        boolean isDeclaration = declared >= 0
                && (tokens.at(declared + 1).is(",") || tokens.at(declared + 1).is(")"));
        return new Expr.TupleElement(
                name, isDeclaration ? grammar.declarations.single() : grammar.expressions.expression());
    }

    private Expr interpolated() {
        Token token = tokens.next();
        List<Expr.InterpolatedPart> parts = new ArrayList<>();
        if (token.value() instanceof List<?> written) {
            for (Object part : written) {
                if (part instanceof StringPart.Text text) {
                    parts.add(new Expr.Text(text.text()));
                } else if (part instanceof StringPart.Hole hole) {
                    parts.add(hole(hole));
                }
            }
        }
        return new Expr.Interpolated(token.span(), List.copyOf(parts));
    }

    private Expr.Hole hole(StringPart.Hole hole) {
        Tokens inner = new Tokens(hole.tokens(), tokens.issues());
        ExpressionParser expressions = new Grammar(inner, grammar.nesting).expressions;
        Expr value = expressions.expression();
        Expr alignment = inner.accept(",") ? expressions.expression() : null;
        if (!inner.atEnd()) {
            inner.unexpected("'}' behind the value; a conditional expression in a hole needs parentheses");
        }
        return new Expr.Hole(hole.span(), value, alignment, hole.format());
    }
}
