package dev.apim.core.fluent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.Issue;
import dev.apim.core.StandaloneDocuments;
import dev.apim.core.document.NamedValues;
import dev.apim.core.document.PolicyDocumentReader;
import dev.apim.core.document.ReaderOptions;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.Scope;
import java.util.ArrayList;
import java.util.List;

/** What the engine makes of what was built. */
final class ReadBack {
    private ReadBack() {}

    /** What is wrong with it in the eyes of a strict gateway, at the scope of an API. */
    static List<Issue> issues(PolicySource source) {
        return issues(source, Scope.API);
    }

    /** The same at another scope. */
    static List<Issue> issues(PolicySource source, Scope scope) {
        List<Issue> issues = new ArrayList<>();
        StandaloneDocuments.create(true).check("built", source.xml(scope), scope, issues::add);
        return issues;
    }

    /** The root as the reader sees it. */
    static PolicyElement root(String xml) {
        List<Issue> issues = new ArrayList<>();
        PolicyElement root = PolicyDocumentReader.read(
                        "built", xml, ReaderOptions.of(NamedValues.unknown()), issues::add)
                .orElseThrow(() -> new AssertionError(issues + "\n" + xml))
                .root();
        assertThat(issues).isEmpty();
        return root;
    }

    /** A step as the reader sees it. */
    static PolicyElement step(PolicyStep step) {
        return root(Policies.inbound(step).xml(Scope.GLOBAL))
                .child("inbound")
                .orElseThrow()
                .children()
                .get(0);
    }

    /** Elements and attributes in the order of the document, such as {@code set-header[name=X](value"y")}. */
    static String shape(PolicyElement element) {
        StringBuilder shape = new StringBuilder(element.name());
        if (!element.attributes().isEmpty()) {
            List<String> attributes = element.attributes().stream()
                    .map(attribute -> attribute.name() + "=" + attribute.value().text())
                    .toList();
            shape.append('[').append(String.join(",", attributes)).append(']');
        }
        if (!element.text().text().isEmpty()) {
            shape.append('"').append(element.text().text()).append('"');
        }
        if (!element.children().isEmpty()) {
            List<String> children =
                    element.children().stream().map(ReadBack::shape).toList();
            shape.append('(').append(String.join(" ", children)).append(')');
        }
        return shape.toString();
    }
}
