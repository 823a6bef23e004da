package dev.apim.runner;

import dev.apim.core.compile.AzurePolicies;
import dev.apim.core.compile.CompileEnvironment;
import dev.apim.core.pipeline.Code;
import dev.apim.core.policies.PoliciesAtHand;
import dev.apim.core.policies.control.ControlPolicies;
import dev.apim.model.Backend;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.Scope;
import dev.apim.policy.Section;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The reference page of the policies, written from their specs. */
final class PolicyReference {
    private static final String INTRODUCTION = """
            # Policies

            Every policy that is built. The elements and attributes are Azure's; its documentation says what they are for. *Expression* marks what may be an
            expression; `default` is what an absent attribute means. An `id` is allowed everywhere. Elements of Azure that are not listed load with a warning, and
            a request that reaches one fails; an element that Azure does not know is an error.

            This page is written from the policies' own descriptions; a test holds it to them.
            """;

    private PolicyReference() {}

    /** What is at hand, in alphabetical order. */
    static List<PolicySpec> specs() {
        return Stream.concat(
                        PoliciesAtHand.types().stream().map(type -> type.spec()),
                        ControlPolicies.types(new Nowhere()).stream().map(type -> type.spec()))
                .sorted(Comparator.comparing(PolicySpec::name))
                .toList();
    }

    static String page() {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        specs().forEach(spec -> policy(page, spec));
        return page.toString();
    }

    private static void policy(StringBuilder page, PolicySpec spec) {
        page.append("\n## ").append(spec.name()).append("\n\n");
        page.append(spec.element().summary()).append("\n\n");
        page.append("Sections: ").append(names(spec.sections(), Section.values().length));
        page.append(". Scopes: ")
                .append(names(spec.scopes(), Scope.values().length))
                .append(".");
        page.append(spec.once() ? " Once in a section." : "");
        page.append(spec.terminating() ? " Ends the request." : "");
        page.append(content(spec.element()));
        AzurePolicies.jarOf(spec.name())
                .ifPresent(jar -> page.append(" Needs `").append(jar).append("`."));
        page.append("\n");
        if (!spec.element().attributes().isEmpty() || !spec.element().children().isEmpty()) {
            page.append("\n| element | attribute | takes | |\n|---|---|---|---|\n");
            element(page, spec.element(), "");
        }
    }

    private static void element(StringBuilder page, ElementSpec element, String above) {
        String path = above + element.name();
        for (AttributeSpec attribute : element.attributes()) {
            row(page, path, "`" + attribute.name() + "`", takes(attribute), attribute.summary());
        }
        for (ElementSpec child : element.children()) {
            row(page, path + "/" + child.name(), "", occurs(child) + content(child), child.summary());
            element(page, child, path + "/");
        }
    }

    private static void row(StringBuilder page, String element, String attribute, String takes, String summary) {
        page.append("| `").append(element).append("` | ").append(attribute).append(" | ");
        page.append(takes.replace("|", "\\|"))
                .append(" | ")
                .append(summary.replace("|", "\\|"))
                .append(" |\n");
    }

    private static String takes(AttributeSpec attribute) {
        StringBuilder text = new StringBuilder(kind(attribute));
        text.append(attribute.required() && !attribute.lenient() ? ", required" : "");
        text.append(attribute.defaultValue() == null ? "" : ", default `" + attribute.defaultValue() + "`");
        return text.append(attribute.expression() ? ", *expression*" : "").toString();
    }

    private static String kind(AttributeSpec attribute) {
        if (!attribute.allowed().isEmpty()) {
            return attribute.allowed().stream().map(value -> "`" + value + "`").collect(Collectors.joining(" or "));
        }
        String kind = switch (attribute.type()) {
            case STRING -> "text";
            case BOOLEAN -> "`true` or `false`";
            case INTEGER, LONG -> "whole number";
            case DECIMAL -> "number";
            case ANY -> "anything";
        };
        boolean bounded = attribute.min() != -Double.MAX_VALUE;
        boolean capped = attribute.max() != Double.MAX_VALUE;
        return kind
                + (bounded ? ", at least " + number(attribute.min()) : "")
                + (capped ? ", at most " + number(attribute.max()) : "");
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%,d", (long) value) : Double.toString(value);
    }

    private static String occurs(ElementSpec child) {
        String least = child.min() == 0 ? "optional" : "required";
        return child.max() == 1 ? least : least + ", repeatable";
    }

    private static String content(ElementSpec element) {
        return switch (element.content()) {
            case ELEMENTS -> "";
            case TEXT -> " Holds text.";
            case EXPRESSION -> " Holds text or an *expression*.";
            case RAW -> " Holds anything, taken as written.";
            case POLICIES -> " Holds policies.";
        };
    }

    private static String names(Collection<?> some, int all) {
        return some.size() == all ? "all" : some.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    /** Nothing is looked up while specs are read. */
    private static final class Nowhere implements CompileEnvironment.Surroundings {
        @Override
        public boolean alone() {
            return true;
        }

        @Override
        public Optional<Backend> backend(String id) {
            return Optional.empty();
        }

        @Override
        public Optional<Code> fragment(String id, Scope scope, Section section) {
            return Optional.empty();
        }
    }
}
