package dev.apim.core.expression.csharp.syntax;

import dev.apim.core.document.NearestName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads statements. */
final class StatementParser {
    private static final Set<String> FIRST_WORDS = Set.of(
            "return",
            "else",
            "throw",
            "foreach",
            "while",
            "break",
            "continue",
            "switch",
            "catch",
            "finally",
            "const",
            "using");

    private final Grammar grammar;
    private final Tokens tokens;

    StatementParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /** A block; where its brace is missing, that is reported and the block is empty. */
    Stmt.Block block() {
        int start = tokens.peek().start();
        if (!tokens.expect("{")) {
            return new Stmt.Block(tokens.spanFrom(start), List.of());
        }
        List<Stmt> statements = statements(false);
        tokens.expect("}");
        return new Stmt.Block(tokens.spanFrom(start), statements);
    }

    /** The statements up to the brace that closes them or, within {@code switch}, the next label. */
    List<Stmt> statements(boolean inSwitch) {
        List<Stmt> statements = new ArrayList<>();
        while (!tokens.is("}") && !tokens.atEnd() && !(inSwitch && grammar.branches.labelBegins())) {
            int before = tokens.index();
            statements.add(statement());
            if (tokens.index() == before) {
                tokens.unexpected("a statement");
                tokens.skipStatement();
            }
        }
        return List.copyOf(statements);
    }

    /** A statement, also where it is another's only one. */
    Stmt statement() {
        Stmt statement = grammar.nesting.enter(tokens) ? dispatched() : empty();
        grammar.nesting.leave();
        return statement;
    }

    /** The body of an {@code if} or a loop, where C# wants a block for a declaration. */
    Stmt embedded() {
        Span first = tokens.peek().span();
        Stmt statement = statement();
        if (statement instanceof Stmt.Local || statement instanceof Stmt.LocalFunction) {
            tokens.error(first, "a declaration cannot be all that stands here; put it in '{' and '}'");
        }
        return statement;
    }

    private Stmt dispatched() {
        refuseModifiers();
        Token token = tokens.peek();
        if (!token.is(TokenKind.KEYWORD) && !token.is(TokenKind.SYMBOL)) {
            return named(token);
        }
        return switch (token.text()) {
            case "{" -> block();
            case ";" -> new Stmt.Empty(tokens.next().span());
            case "if" -> grammar.branches.ifStatement();
            case "switch" -> grammar.branches.switchStatement();
            case "try" -> grammar.branches.tryStatement();
            case "while" -> grammar.loops.whileLoop();
            case "do" -> grammar.loops.doLoop();
            case "for" -> grammar.loops.forLoop();
            case "foreach" -> grammar.loops.forEach();
            case "break" -> closed(new Stmt.Break(tokens.next().span()));
            case "continue" -> closed(new Stmt.Continue(tokens.next().span()));
            case "return" -> returned();
            case "throw" -> thrown();
            case "const" -> grammar.declarations.constant();
            case "using" -> grammar.declarations.using();
            case "checked", "unchecked" -> tokens.ahead(1).is("{") ? checkedBlock() : declarationOrExpression();
            case "else", "catch", "finally", "case" -> orphan(token);
            default -> other(token);
        };
    }

    private Stmt other(Token token) {
        String reason = Unavailable.statement(token);
        return reason == null ? declarationOrExpression() : refused(reason);
    }

    private Stmt named(Token token) {
        if (token.isWord("yield")
                && (tokens.ahead(1).is("return") || tokens.ahead(1).is("break"))) {
            return refused(Unavailable.ITERATORS);
        }
        if (token.is(TokenKind.IDENTIFIER) && tokens.ahead(1).is(":")) {
            tokens.error(token.span(), Unavailable.LABELS);
            tokens.next();
            tokens.next();
            return empty();
        }
        if (isRecord()) {
            return refused(NewerSyntax.message("a record", "an anonymous type, a tuple or a dictionary"));
        }
        return declarationOrExpression();
    }

    /** {@code record X(…)} reads as a local function that returns a {@code record}, of which there are none. */
    private boolean isRecord() {
        return tokens.isWord("record")
                && tokens.isName(tokens.ahead(1))
                && (tokens.ahead(2).is("(") || tokens.ahead(2).is("{"));
    }

    private void refuseModifiers() {
        for (String reason = modifier(); reason != null; reason = modifier()) {
            tokens.error(tokens.peek().span(), reason);
            tokens.next();
        }
    }

    private @Nullable String modifier() {
        Token token = tokens.peek();
        if (token.isWord("async") && grammar.scan.typeThenName(tokens.index() + 1) >= 0) {
            return Unavailable.ASYNC;
        }
        return UnaryParser.awaits(token, tokens.ahead(1)) ? Unavailable.ASYNC : Unavailable.modifier(token);
    }

    private Stmt refused(String reason) {
        tokens.complain(tokens.peek().span(), reason);
        tokens.skipStatement();
        return empty();
    }

    private Stmt orphan(Token token) {
        String owner = token.is("else") ? "if" : token.is("case") ? "switch" : "try";
        tokens.complain(
                token.span(),
                "found '" + token.text() + "' without the '" + owner
                        + "' it belongs to; look for a ';' or '}' too many before it");
        tokens.next();
        return empty();
    }

    private Stmt checkedBlock() {
        Token word = tokens.next();
        Stmt.Block body = block();
        return new Stmt.Checked(tokens.spanFrom(word.start()), word.is("checked"), body);
    }

    private Stmt returned() {
        int start = tokens.next().start();
        Expr value = tokens.is(";") ? null : grammar.expressions.expression();
        semicolon();
        return new Stmt.Return(tokens.spanFrom(start), value);
    }

    private Stmt thrown() {
        int start = tokens.next().start();
        Expr exception = tokens.is(";") ? null : grammar.expressions.expression();
        semicolon();
        return new Stmt.Throw(tokens.spanFrom(start), exception);
    }

    private Stmt declarationOrExpression() {
        if (grammar.declarations.functionBegins()) {
            return grammar.declarations.function();
        }
        if (grammar.declarations.begins()) {
            return closed(grammar.declarations.local(false));
        }
        return expression();
    }

    private Stmt expression() {
        int start = tokens.peek().start();
        Expr expression = grammar.expressions.expression();
        if (expression instanceof Expr.Placeholder && !tokens.is(";")) {
            return new Stmt.Expression(tokens.spanFrom(start), expression);
        }
        if (!tokens.is(";") && expression instanceof Expr.Name name) {
            complainOfWord(name.name(), name.span());
        }
        if (tokens.is("}") && tokens.ahead(1).is(TokenKind.END)) {
            int end = tokens.previousEnd();
            tokens.complain(
                    new Span(end, end),
                    "found '}', expected ';' behind the statement; what a block gives stands behind 'return', a value"
                            + " alone in @(…)");
        }
        semicolon();
        return new Stmt.Expression(tokens.spanFrom(start), expression);
    }

    /** Where a statement begins with what is nearly a keyword, that is the mistake. */
    void complainOfWord(String word, Span span) {
        if (!Words.isKeyword(word)) {
            meant(word)
                    .ifPresent(near -> tokens.complain(
                            span, "found '" + tokens.issues().shown(span, word) + "'; did you mean '" + near + "'?"));
        }
    }

    /** Letters that changed places are the commonest slip, and two differences by the count of {@link NearestName}. */
    private static Optional<String> meant(String word) {
        if (word.isEmpty() || !Character.isLowerCase(word.charAt(0))) {
            return Optional.empty();
        }
        return FIRST_WORDS.stream()
                .filter(first -> Arrays.equals(
                        first.chars().sorted().toArray(), word.chars().sorted().toArray()))
                .findFirst()
                .or(() -> NearestName.of(word, FIRST_WORDS));
    }

    private <S extends Stmt> S closed(S statement) {
        semicolon();
        return statement;
    }

    /** Takes the semicolon; where it is missing, the place is behind what it should close. */
    void semicolon() {
        if (!tokens.accept(";")) {
            int end = tokens.previousEnd();
            tokens.complain(
                    new Span(end, end), "found " + tokens.shown(tokens.peek()) + ", expected ';' behind the statement");
        }
    }

    /** Stands for a statement that could not be read. */
    Stmt empty() {
        return new Stmt.Empty(grammar.missing().span());
    }
}
