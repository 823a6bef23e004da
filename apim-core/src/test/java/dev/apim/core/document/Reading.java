package dev.apim.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.Issue;
import dev.apim.model.NamedValue;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads documents for tests. */
final class Reading {
    static final ReaderOptions ALONE = ReaderOptions.of(NamedValues.unknown());

    private Reading() {}

    /** Options with these named values and no others. */
    static ReaderOptions with(NamedValue... values) {
        return ReaderOptions.of(NamedValues.of(List.of(values)));
    }

    static NamedValue plain(String name, String value) {
        return new NamedValue(name, name, value, false, List.of());
    }

    static NamedValue secret(String name, String value) {
        return new NamedValue(name, name, value, true, List.of());
    }

    /** A document that must be read without any issue and whose positions must all be right. */
    static ParsedDocument sound(String text, ReaderOptions options) {
        List<Issue> issues = new ArrayList<>();
        Optional<ParsedDocument> document = PolicyDocumentReader.read("p.xml", text, options, issues::add);
        assertThat(issues).as(text).isEmpty();
        Written.check(document.orElseThrow());
        return document.get();
    }

    static PolicyElement root(String text) {
        return sound(text, ALONE).root();
    }

    /** The only element in the root. */
    static PolicyElement only(String content, ReaderOptions options) {
        return sound("<policies>" + content + "</policies>", options)
                .root()
                .children()
                .get(0);
    }

    static PolicyElement only(String content) {
        return only(content, ALONE);
    }

    /** The value of attribute {@code a} written as {@code <x a=…/>}. */
    static Value attribute(String quoted, ReaderOptions options) {
        return only("<x a=" + quoted + "/>", options).attribute("a").orElseThrow();
    }

    static Value attribute(String quoted) {
        return attribute(quoted, ALONE);
    }

    /** The issues of a document that must be refused, as {@code line:column message}. */
    static List<String> refused(String text, ReaderOptions options) {
        List<Issue> issues = new ArrayList<>();
        assertThat(PolicyDocumentReader.read("p.xml", text, options, issues::add))
                .as(text)
                .isEmpty();
        return lines(issues.stream().filter(Issue::isError));
    }

    /** The errors, whether or not the rest can be read. */
    static List<String> errors(String text, ReaderOptions options) {
        List<Issue> issues = new ArrayList<>();
        PolicyDocumentReader.read("p.xml", text, options, issues::add);
        return lines(issues.stream().filter(Issue::isError));
    }

    static List<String> refused(String text) {
        return refused(text, ALONE);
    }

    static List<String> lines(Stream<Issue> issues) {
        return issues.map(i -> i.position().line() + ":" + i.position().column() + " " + i.message())
                .toList();
    }
}
