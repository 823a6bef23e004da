package dev.apim.core.fluent;

import dev.apim.core.compile.CompileEnvironment;
import dev.apim.core.pipeline.Code;
import dev.apim.core.policies.AllPolicies;
import dev.apim.core.policies.control.ControlPolicies;
import dev.apim.model.Backend;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.Scope;
import dev.apim.policy.Section;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The specs of all policies, and what their parts are to the builders. */
final class Specs {
    private Specs() {}

    /** What is at hand, in alphabetical order. */
    static List<PolicySpec> all() {
        return Stream.concat(
                        AllPolicies.types().stream().map(type -> type.spec()),
                        ControlPolicies.types(new Nowhere()).stream().map(type -> type.spec()))
                .sorted(Comparator.comparing(PolicySpec::name))
                .toList();
    }

    /** The children a builder offers: not those that only make documents load. */
    static List<ElementSpec> children(ElementSpec element) {
        return element.children().stream()
                .filter(child -> !child.summary().startsWith("Not supported"))
                .toList();
    }

    /** Whether it is nothing but a text. */
    static boolean isText(ElementSpec element) {
        return element.attributes().isEmpty() && element.children().isEmpty() && !isMarkup(element) && hasText(element);
    }

    /** Whether it is of another vocabulary, and given as somebody wrote it: {@code xsl:stylesheet}. */
    static boolean isMarkup(ElementSpec element) {
        return element.content() == ElementSpec.Content.RAW && element.name().contains(":");
    }

    /** Whether it is there only to hold policies. */
    static boolean isSteps(ElementSpec element) {
        return element.attributes().isEmpty()
                && element.content() == ElementSpec.Content.POLICIES
                && element.max() == 1;
    }

    /** Whether it has a builder of its own, within that of its parent. */
    static boolean isNested(ElementSpec child) {
        return !isText(child) && !isMarkup(child) && !isSteps(child) && !isPolicy(child);
    }

    /** Whether it holds a text beside what else it has. */
    static boolean hasText(ElementSpec element) {
        return switch (element.content()) {
            case TEXT, EXPRESSION, RAW -> true;
            case ELEMENTS, POLICIES -> false;
        };
    }

    /** Whether it is a policy by itself too, so that its builder serves here. */
    static boolean isPolicy(ElementSpec child) {
        return all().stream()
                .map(PolicySpec::element)
                .anyMatch(policy -> policy.name().equals(child.name())
                        && policy.attributes().equals(child.attributes())
                        && policy.children().equals(child.children())
                        && policy.content() == child.content());
    }

    /** Whether it is nothing but branches of policies, as {@code choose} is. */
    static boolean hasBranches(ElementSpec element) {
        return element.attributes().isEmpty()
                && !element.children().isEmpty()
                && element.children().stream().allMatch(child -> child.content() == ElementSpec.Content.POLICIES);
    }

    static List<AttributeSpec> mandatory(ElementSpec element) {
        return element.attributes().stream()
                .filter(attribute -> attribute.required() && !attribute.lenient())
                .toList();
    }

    /** In what a number counts time: {@code seconds}, {@code milliseconds}, or empty. */
    static String unit(AttributeSpec attribute) {
        boolean number = attribute.type() == AttributeSpec.Type.INTEGER
                || attribute.type() == AttributeSpec.Type.LONG
                || attribute.type() == AttributeSpec.Type.DECIMAL;
        String summary = attribute.summary().toLowerCase(java.util.Locale.ROOT);
        if (!number || !summary.contains("seconds")) {
            return "";
        }
        if (summary.contains("milliseconds")) {
            return "milliseconds";
        }
        return attribute.type() == AttributeSpec.Type.DECIMAL ? "decimalSeconds" : "seconds";
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
