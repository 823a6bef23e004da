package dev.apim.core.expression.csharp.syntax;

import java.util.Set;

/** Reads the patterns of C# 7. */
final class PatternParser {
    private static final Set<String> COMPARISONS = Set.of("<", ">", "<=", ">=");

    private final Grammar grammar;
    private final Tokens tokens;

    PatternParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /** {@code is} and what follows. */
    Expr is(Expr operand, int start) {
        tokens.next();
        Pattern pattern = checked(false);
        return new Expr.Is(tokens.spanFrom(start), operand, pattern);
    }

    /** What follows {@code case}. */
    Pattern ofCase() {
        return checked(true);
    }

    private Pattern checked(boolean ofCase) {
        Pattern pattern = withoutNewer(ofCase);
        while (NewerSyntax.isPatternWord(tokens.peek()) && canBegin(tokens.ahead(1))) {
            Token word = tokens.next();
            tokens.error(
                    word.span(),
                    NewerSyntax.message(
                            "'" + word.text() + "' between patterns",
                            ofCase ? "a 'case' for each, or 'when'" : "x is A || x is B, or &&"));
            withoutNewer(ofCase);
        }
        return pattern;
    }

    private static boolean canBegin(Token token) {
        return Operands.canBegin(token) || isComparison(token);
    }

    private static boolean isComparison(Token token) {
        return token.is(TokenKind.SYMBOL) && COMPARISONS.contains(token.text());
    }

    private Pattern withoutNewer(boolean ofCase) {
        Token first = tokens.peek();
        if (first.isWord("not") && Operands.canBegin(tokens.ahead(1))) {
            String instead = ofCase ? "'when' with '!='" : "!(x is T), or x != null";
            tokens.error(first.span(), NewerSyntax.message(ofCase ? "'not'" : "'is not'", instead));
            tokens.next();
        } else if (isComparison(first)) {
            tokens.error(
                    first.span(),
                    NewerSyntax.message(
                            "a comparison as a pattern",
                            ofCase ? "case T x when x " + first.text() + " …" : "x " + first.text() + " …"));
            tokens.next();
        } else if (first.is("{")) {
            tokens.error(first.span(), NewerSyntax.message("a pattern of properties", "comparisons with '&&'"));
            tokens.skip();
            return new Pattern.Constant(first.span(), new Expr.Missing(first.span()));
        }
        return pattern(ofCase);
    }

    private Pattern pattern(boolean ofCase) {
        Token first = tokens.peek();
        if (first.isWord("var") && tokens.isName(tokens.ahead(1))) {
            tokens.next();
            String name = tokens.next().text();
            return new Pattern.Any(tokens.spanFrom(first.start()), name);
        }
        TypeScan.Found type = grammar.scan.operand(tokens.index());
        if (type.isType()) {
            Token behind = tokens.at(type.end());
            if (tokens.isName(behind) && !behind.isWord("when") && !NewerSyntax.isPatternWord(behind)) {
                return declaration(first);
            }
            if (type.certain() && !behind.is(".") && !behind.is("(")) {
                return type(ofCase, first);
            }
        }
        return constant(ofCase, first);
    }

    private Pattern declaration(Token first) {
        TypeSyntax type = grammar.types.operand();
        String name = tokens.next().text();
        return new Pattern.Declaration(tokens.spanFrom(first.start()), type, name);
    }

    private Pattern type(boolean ofCase, Token first) {
        TypeSyntax type = grammar.types.operand();
        Span span = tokens.spanFrom(first.start());
        if (ofCase) {
            tokens.error(span, NewerSyntax.message("a type without a name behind 'case'", "case T _:"));
        }
        return new Pattern.OfType(span, type);
    }

    private Pattern constant(boolean ofCase, Token first) {
        if (ofCase && first.isWord("_") && tokens.ahead(1).is(":")) {
            tokens.error(first.span(), NewerSyntax.message("'case _'", "default:"));
        }
        Expr value = ofCase ? grammar.expressions.caseOperand() : grammar.expressions.patternOperand();
        return new Pattern.Constant(tokens.spanFrom(first.start()), value);
    }
}
