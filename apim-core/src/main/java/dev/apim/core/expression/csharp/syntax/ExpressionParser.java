package dev.apim.core.expression.csharp.syntax;

import java.util.Map;

/** Reads expressions by the precedence of their operators (C# specification, "Operators"). */
final class ExpressionParser {
    private static final int COALESCING = 1;
    private static final int RELATIONAL = 8;
    /** The operands of patterns: what binds tighter than a comparison. */
    private static final int SHIFT = 9;

    private static final Map<String, Integer> PRECEDENCE = Map.ofEntries(
            Map.entry("??", COALESCING),
            Map.entry("||", 2),
            Map.entry("or", 2),
            Map.entry("&&", 3),
            Map.entry("and", 3),
            Map.entry("|", 4),
            Map.entry("^", 5),
            Map.entry("&", 6),
            Map.entry("==", 7),
            Map.entry("!=", 7),
            Map.entry("<", RELATIONAL),
            Map.entry(">", RELATIONAL),
            Map.entry("<=", RELATIONAL),
            Map.entry(">=", RELATIONAL),
            Map.entry("is", RELATIONAL),
            Map.entry("as", RELATIONAL),
            Map.entry("<<", SHIFT),
            Map.entry(">>", SHIFT),
            Map.entry("+", 10),
            Map.entry("-", 10),
            Map.entry("*", 11),
            Map.entry("/", 11),
            Map.entry("%", 11));

    private static final Map<String, String> ASSIGNMENTS = Map.ofEntries(
            Map.entry("=", ""),
            Map.entry("+=", "+"),
            Map.entry("-=", "-"),
            Map.entry("*=", "*"),
            Map.entry("/=", "/"),
            Map.entry("%=", "%"),
            Map.entry("&=", "&"),
            Map.entry("|=", "|"),
            Map.entry("^=", "^"),
            Map.entry("<<=", "<<"),
            Map.entry(">>=", ">>"),
            Map.entry("??=", "??"));

    private final Grammar grammar;
    private final Tokens tokens;
    private final Nesting nesting;

    ExpressionParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
        this.nesting = grammar.nesting;
    }

    /** Any expression. */
    Expr expression() {
        if (!nesting.enter(tokens)) {
            nesting.leave();
            return grammar.missing();
        }
        int links = nesting.begin();
        Expr expression = assignment();
        nesting.end(links);
        nesting.leave();
        return expression;
    }

    private Expr assignment() {
        int start = tokens.peek().start();
        Expr target = conditional(start);
        String operator = ASSIGNMENTS.get(operator());
        if (operator == null) {
            return target;
        }
        if (operator.equals("??")) {
            tokens.error(tokens.peek().span(), NewerSyntax.message("'??='", "x = x ?? y"));
        }
        takeOperator();
        Expr value = expression();
        return new Expr.Assignment(tokens.spanFrom(start), operator, target, value);
    }

    private Expr conditional(int start) {
        Expr condition = binary(COALESCING);
        if (!tokens.accept("?")) {
            return condition;
        }
        Expr whenTrue = expression();
        tokens.expect(":");
        Expr whenFalse = expression();
        return new Expr.Conditional(tokens.spanFrom(start), condition, whenTrue, whenFalse);
    }

    /** What may stand as a constant in a pattern of {@code is}. */
    Expr patternOperand() {
        return binary(SHIFT);
    }

    /** What may stand as a constant behind {@code case}: conditionals and {@code =} must be in parentheses. */
    Expr caseOperand() {
        return binary(COALESCING);
    }

    private Expr binary(int least) {
        int start = tokens.peek().start();
        Expr left = grammar.unaries.unary();
        while (true) {
            String operator = operator();
            int precedence = PRECEDENCE.getOrDefault(operator, 0);
            if (precedence < least) {
                return left;
            }
            nesting.link(tokens);
            refuseWord(operator);
            left = applied(operator, precedence, left, start);
        }
    }

    private void refuseWord(String operator) {
        if (operator.equals("and") || operator.equals("or")) {
            tokens.error(
                    tokens.peek().span(),
                    "found '" + operator + "'; C# writes '" + (operator.equals("and") ? "&&" : "||") + "'");
        }
    }

    private Expr applied(String operator, int precedence, Expr left, int start) {
        if (operator.equals("is")) {
            return grammar.patterns.is(left, start);
        }
        Span span = takeOperator();
        if (operator.equals("as")) {
            TypeSyntax type = grammar.types.operand();
            return new Expr.As(tokens.spanFrom(start), left, type);
        }
        int links = nesting.begin();
        Expr right = operator.equals("??") ? coalesced() : binary(precedence + 1);
        nesting.end(links);
        return new Expr.Binary(tokens.spanFrom(start), operator, span, left, right);
    }

    /** {@code ??} binds to the right. */
    private Expr coalesced() {
        if (!nesting.enter(tokens)) {
            nesting.leave();
            return grammar.missing();
        }
        Expr right = binary(COALESCING);
        nesting.leave();
        return right;
    }

    /** The operator that stands here, shifts put together; empty where none does. */
    private String operator() {
        Token token = tokens.peek();
        if (token.is(">") && token.touches(tokens.ahead(1))) {
            return tokens.ahead(1).is(">") ? ">>" : tokens.ahead(1).is(">=") ? ">>=" : ">";
        }
        if (NewerSyntax.isPatternWord(token) && Operands.canBegin(tokens.ahead(1))) {
            return token.text();
        }
        return token.is(TokenKind.SYMBOL) || token.is(TokenKind.KEYWORD) ? token.text() : "";
    }

    private Span takeOperator() {
        boolean isPair = operator().startsWith(">>");
        int start = tokens.next().start();
        if (isPair) {
            tokens.next();
        }
        return tokens.spanFrom(start);
    }
}
