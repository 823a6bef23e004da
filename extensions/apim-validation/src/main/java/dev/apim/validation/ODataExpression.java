package dev.apim.validation;

import java.util.Set;

/** Holds expressions of {@code $filter}, {@code $orderby} and {@code $compute} against the grammar of OData 4.01. */
final class ODataExpression {
    private static final Set<String> COMPARISONS = Set.of("eq", "ne", "gt", "ge", "lt", "le", "has", "in");
    private static final Set<String> SUMS = Set.of("add", "sub");
    private static final Set<String> PRODUCTS = Set.of("mul", "div", "divby", "mod");
    private static final Set<String> OPERATORS =
            Set.of("and", "or", "not", "eq", "ne", "gt", "ge", "lt", "le", "has", "in");
    private static final int DEEPEST = 64;

    private final ODataTokens tokens;
    private int depth;

    ODataExpression(ODataTokens tokens) {
        this.tokens = tokens;
    }

    /** One expression, to wherever it ends. */
    void read() throws ODataSyntax {
        if (++depth > DEEPEST) {
            throw ODataSyntax.of("the expression nests too deeply");
        }
        conjunction();
        while (tokens.accept("or")) {
            conjunction();
        }
        depth--;
    }

    private void conjunction() throws ODataSyntax {
        comparison();
        while (tokens.accept("and")) {
            comparison();
        }
    }

    private void comparison() throws ODataSyntax {
        sum();
        if (COMPARISONS.contains(tokens.word())) {
            tokens.next();
            sum();
        }
    }

    private void sum() throws ODataSyntax {
        product();
        while (SUMS.contains(tokens.word())) {
            tokens.next();
            product();
        }
    }

    private void product() throws ODataSyntax {
        operand();
        while (PRODUCTS.contains(tokens.word())) {
            tokens.next();
            operand();
        }
    }

    private void operand() throws ODataSyntax {
        if (tokens.accept("not") || tokens.accept("-")) {
            if (++depth > DEEPEST) {
                throw ODataSyntax.of("the expression nests too deeply");
            }
            operand();
            depth--;
        } else if (tokens.accept("(")) {
            list(")");
        } else if (tokens.isAtEnd() || tokens.isMark() && !tokens.is("*") || OPERATORS.contains(tokens.word())) {
            throw ODataSyntax.expected("an operand", tokens);
        } else {
            path();
        }
    }

    private void list(String end) throws ODataSyntax {
        do {
            read();
        } while (tokens.accept(","));
        tokens.expect(end);
    }

    /** A literal, or members and functions one behind the other. */
    private void path() throws ODataSyntax {
        boolean literal = tokens.isString();
        tokens.next();
        while (!literal && !tokens.isAtEnd()) {
            if (tokens.is("(") && !tokens.isSpaced()) {
                tokens.next();
                arguments();
            } else if (tokens.accept("/")) {
                if (tokens.isAtEnd() || tokens.isMark()) {
                    throw ODataSyntax.expected("a name", tokens);
                }
                tokens.next();
            } else {
                return;
            }
        }
    }

    /** Of a function, or a lambda: {@code any(x:x/Price gt 5)}, {@code key='a',other=5}. */
    private void arguments() throws ODataSyntax {
        if (tokens.accept(")")) {
            return;
        }
        do {
            read();
            if (tokens.accept(":") || tokens.accept("=")) {
                read();
            }
        } while (tokens.accept(","));
        tokens.expect(")");
    }
}
