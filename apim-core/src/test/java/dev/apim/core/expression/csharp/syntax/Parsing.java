package dev.apim.core.expression.csharp.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** Parses for tests and keeps the issues as {@code start-end: message}. */
class Parsing implements SyntaxIssues {
    final List<String> issues = new ArrayList<>();
    final List<Span> spans = new ArrayList<>();

    /** The tree of the expression in {@code @(…)}, which has no mistake. */
    static String expression(String code) {
        return clean("@(" + code + ")", false);
    }

    /** The tree of the statements in <code>@{…}</code>, which have no mistake. */
    static String statements(String code) {
        return clean("@{" + code + "}", false);
    }

    /** The same of a document read without its named values. */
    static String withPlaceholders(String text) {
        return clean(text, true);
    }

    private static String clean(String text, boolean placeholders) {
        Parsing parsing = new Parsing();
        String tree = Trees.print(CSharpParser.parse(text, placeholders, parsing));
        assertThat(parsing.issues).as(text).isEmpty();
        return tree;
    }

    /** The mistakes of a whole text. */
    static List<String> mistakes(String text) {
        Parsing parsing = new Parsing();
        Trees.print(CSharpParser.parse(text, false, parsing));
        for (Span span : parsing.spans) {
            assertThat(span.start()).as(text).isBetween(0, span.end());
            assertThat(span.end()).as(text).isLessThanOrEqualTo(text.length());
        }
        return parsing.issues;
    }

    @Override
    public void error(Span span, String message) {
        issues.add(span.start() + "-" + span.end() + ": " + message);
        spans.add(span);
    }

    @Override
    public void warning(Span span, String message) {
        error(span, "warning: " + message);
    }
}
