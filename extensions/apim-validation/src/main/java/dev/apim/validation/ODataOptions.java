package dev.apim.validation;

import java.util.Locale;
import java.util.Set;

/** Holds system query options against the grammar of OData 4.01 (part 2, §5.1). */
final class ODataOptions {
    private static final Set<String> NAMES = Set.of(
            "$filter",
            "$expand",
            "$select",
            "$orderby",
            "$top",
            "$skip",
            "$count",
            "$search",
            "$format",
            "$id",
            "$index",
            "$schemaversion",
            "$compute",
            "$apply",
            "$skiptoken",
            "$deltatoken");
    private static final Set<String> WITHIN_EXPAND = Set.of(
            "$filter", "$expand", "$select", "$orderby", "$top", "$skip", "$count", "$search", "$levels", "$compute");
    private static final int DEEPEST = 16;

    private ODataOptions() {}

    /** Whether a name is one of a system query option; those of 4.01 need no exact case. */
    static boolean isKnown(String name) {
        return NAMES.contains(name.toLowerCase(Locale.ROOT));
    }

    /**
     * Checks one option.
     *
     * @throws ODataSyntax saying what is wrong with its value
     */
    static void check(String name, String value) throws ODataSyntax {
        switch (name.toLowerCase(Locale.ROOT)) {
            case "$top", "$skip" -> whole(value, false);
            case "$index" -> whole(value, true);
            case "$count" -> flag(value);
            case "$filter" -> filter(value);
            case "$orderby" -> each(value, ODataOptions::order);
            case "$compute" -> each(value, ODataOptions::computed);
            case "$select" -> each(value, tokens -> selected(tokens, 0));
            case "$expand" -> each(value, tokens -> selected(tokens, 0));
            case "$search" -> search(value);
            case "$apply" -> balanced(value);
            default -> {
                if (value.isBlank()) {
                    throw ODataSyntax.of("it has no value");
                }
            }
        }
    }

    private static void whole(String value, boolean negative) throws ODataSyntax {
        if (!value.matches(negative ? "-?[0-9]{1,18}" : "[0-9]{1,18}")) {
            throw ODataSyntax.of("expected a whole number");
        }
    }

    private static void flag(String value) throws ODataSyntax {
        if (!value.equals("true") && !value.equals("false")) {
            throw ODataSyntax.of("expected true or false");
        }
    }

    private static void filter(String value) throws ODataSyntax {
        ODataTokens tokens = new ODataTokens(value);
        new ODataExpression(tokens).read();
        end(tokens);
    }

    private interface Item {
        void read(ODataTokens tokens) throws ODataSyntax;
    }

    private static void each(String value, Item item) throws ODataSyntax {
        ODataTokens tokens = new ODataTokens(value);
        do {
            item.read(tokens);
        } while (tokens.accept(","));
        end(tokens);
    }

    private static void end(ODataTokens tokens) throws ODataSyntax {
        if (!tokens.isAtEnd()) {
            throw ODataSyntax.expected("the end", tokens);
        }
    }

    private static void order(ODataTokens tokens) throws ODataSyntax {
        new ODataExpression(tokens).read();
        if (!tokens.accept("asc")) {
            tokens.accept("desc");
        }
    }

    private static void computed(ODataTokens tokens) throws ODataSyntax {
        new ODataExpression(tokens).read();
        tokens.expect("as");
        name(tokens);
    }

    /** A path, with options for what it leads to: {@code Items/Product($select=Name;$top=5)}. */
    private static void selected(ODataTokens tokens, int depth) throws ODataSyntax {
        if (depth > DEEPEST) {
            throw ODataSyntax.of("it nests too deeply");
        }
        do {
            if (!tokens.accept("*")) {
                name(tokens);
            }
        } while (tokens.accept("/"));
        if (tokens.accept("(")) {
            do {
                option(tokens, depth + 1);
            } while (tokens.accept(";"));
            tokens.expect(")");
        }
    }

    private static void option(ODataTokens tokens, int depth) throws ODataSyntax {
        String name = tokens.word().toLowerCase(Locale.ROOT);
        if (!WITHIN_EXPAND.contains(name)) {
            throw ODataSyntax.expected("a query option", tokens);
        }
        tokens.next();
        tokens.expect("=");
        switch (name) {
            case "$select", "$expand" -> {
                do {
                    selected(tokens, depth);
                } while (tokens.accept(","));
            }
            case "$orderby" -> {
                do {
                    order(tokens);
                } while (tokens.accept(","));
            }
            case "$compute" -> computed(tokens);
            case "$search" -> words(tokens);
            default -> new ODataExpression(tokens).read();
        }
    }

    private static void words(ODataTokens tokens) throws ODataSyntax {
        while (!tokens.isAtEnd() && !tokens.is(";") && !tokens.is(")")) {
            tokens.next();
        }
    }

    private static void name(ODataTokens tokens) throws ODataSyntax {
        if (tokens.isAtEnd() || tokens.isMark() || tokens.isString()) {
            throw ODataSyntax.expected("a name", tokens);
        }
        tokens.next();
    }

    private static void search(String value) throws ODataSyntax {
        if (value.isBlank()) {
            throw ODataSyntax.of("it has no value");
        }
        if (value.chars().filter(c -> c == '"').count() % 2 != 0) {
            throw ODataSyntax.of("a phrase has no end");
        }
        balanced(value.replaceAll("\"[^\"]*\"", ""));
    }

    /** Parentheses are closed as they were opened, outside of strings. */
    static void balanced(String value) throws ODataSyntax {
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < value.length() && depth >= 0; i++) {
            char c = value.charAt(i);
            quoted ^= c == '\'';
            if (!quoted) {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            }
        }
        if (quoted) {
            throw ODataSyntax.of("a string has no end");
        }
        if (depth != 0) {
            throw ODataSyntax.of("the parentheses do not match");
        }
    }
}
