package dev.apim.core.expression.csharp.syntax;

import java.util.List;

/** Reads what follows an operand: members, calls, elements, steps. */
final class PostfixParser {
    private final Grammar grammar;
    private final Tokens tokens;

    PostfixParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /** An operand with everything behind it. */
    Expr operand() {
        int start = tokens.peek().start();
        int index = tokens.index();
        Expr operand = grammar.primaries.primary();
        return tokens.index() == index ? operand : chain(operand, start);
    }

    private Expr chain(Expr first, int start) {
        Expr target = first;
        while (true) {
            Expr longer = link(target, start);
            if (longer == target) {
                return target;
            }
            grammar.nesting.link(tokens);
            target = longer;
        }
    }

    /** The same expression where nothing follows it. */
    private Expr link(Expr target, int start) {
        Token token = tokens.peek();
        if (token.is(TokenKind.PLACEHOLDER) || continues(target, token)) {
            return glued(target, start);
        }
        if (!token.is(TokenKind.SYMBOL)) {
            return newer(target, start);
        }
        return switch (token.text()) {
            case "." -> member(target, start);
            case "?." -> conditional(target, start);
            case "?" -> tokens.ahead(1).is("[") || tokens.ahead(1).is(".") ? conditional(target, start) : target;
            case "(" -> {
                List<Expr.Argument> arguments = grammar.arguments.list(")");
                yield new Expr.Invocation(tokens.spanFrom(start), target, arguments);
            }
            case "[" -> {
                List<Expr.Argument> arguments = grammar.arguments.list("]");
                yield new Expr.Element(tokens.spanFrom(start), target, arguments);
            }
            case "++", "--" -> {
                boolean increment = tokens.next().is("++");
                yield new Expr.Step(tokens.spanFrom(start), target, increment, false);
            }
            case ".." -> range(start);
            case "!" -> forgiven(target, start);
            case "->" -> {
                tokens.error(token.span(), Unavailable.POINTERS);
                yield member(target, start);
            }
            default -> target;
        };
    }

    private Expr member(Expr target, int start) {
        tokens.next();
        if (tokens.peek().is(TokenKind.PLACEHOLDER)) {
            return glued(target, start);
        }
        Token name = tokens.peek();
        if (!name.is(TokenKind.IDENTIFIER)) {
            tokens.unexpected("the name of a member behind '.'");
            return new Expr.Missing(tokens.spanFrom(start));
        }
        tokens.next();
        List<TypeSyntax> typeArguments = grammar.primaries.typeArguments();
        return new Expr.Member(tokens.spanFrom(start), target, name.text(), name.span(), typeArguments);
    }

    /** Everything behind {@code ?.}, also where a line ends between the two, is skipped where there is nothing before it, so it is one node. */
    private Expr conditional(Expr target, int start) {
        Token question = tokens.peek();
        if (!grammar.nesting.enter(tokens)) {
            grammar.nesting.leave();
            return target;
        }
        Expr receiver = new Expr.Receiver(question.span());
        Expr access;
        if (question.is("?")) {
            tokens.next();
        }
        if (!tokens.is("[")) {
            access = member(receiver, question.start());
        } else {
            List<Expr.Argument> arguments = grammar.arguments.list("]");
            access = new Expr.Element(tokens.spanFrom(question.start()), receiver, arguments);
        }
        access = chain(access, question.start());
        grammar.nesting.leave();
        return new Expr.ConditionalAccess(tokens.spanFrom(start), target, access);
    }

    private Expr forgiven(Expr target, int start) {
        Token behind = tokens.ahead(1);
        if (Operands.canBegin(behind) && !behind.is("(")) {
            return target;
        }
        tokens.error(tokens.peek().span(), NewerSyntax.message("'!' behind a value", "it without '!'"));
        tokens.next();
        return link(target, start);
    }

    private Expr range(int start) {
        tokens.error(tokens.next().span(), NewerSyntax.RANGE);
        if (Operands.canBegin(tokens.peek())) {
            grammar.unaries.unary();
        }
        return new Expr.Missing(tokens.spanFrom(start));
    }

    private Expr newer(Expr target, int start) {
        Token token = tokens.peek();
        boolean isSwitch = token.is("switch");
        if ((!isSwitch && !token.isWord("with")) || !tokens.ahead(1).is("{")) {
            return target;
        }
        tokens.error(
                token.span(),
                isSwitch
                        ? NewerSyntax.message("a 'switch' expression", "a 'switch' statement in @{…}, or c ? a : b")
                        : NewerSyntax.message("a 'with' expression", "a new object with all its members"));
        tokens.next();
        tokens.skip();
        return new Expr.Missing(tokens.spanFrom(start));
    }

    /** A named value may stand for an operator, so an operand may follow it. */
    private boolean continues(Expr target, Token token) {
        return target instanceof Expr.Placeholder
                && (token.is(TokenKind.NUMBER)
                        || token.is(TokenKind.STRING)
                        || token.is(TokenKind.CHARACTER)
                        || token.is(TokenKind.INTERPOLATED)
                        || (tokens.isName(token) && !token.isWord("when")));
    }

    /** Whatever a named value touches is part of what is not known. */
    private Expr glued(Expr target, int start) {
        Token token = tokens.peek();
        String name = target instanceof Expr.Placeholder placeholder ? placeholder.name() : token.text();
        if (token.is(TokenKind.PLACEHOLDER)) {
            tokens.next();
        } else {
            grammar.primaries.primary();
        }
        return new Expr.Placeholder(tokens.spanFrom(start), name);
    }
}
