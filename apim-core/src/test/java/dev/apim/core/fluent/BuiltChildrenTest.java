package dev.apim.core.fluent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.policy.AttributeSpec;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.PolicySpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every builder has a method for whatever may stand in its policy, however deep. */
class BuiltChildrenTest {
    static List<PolicySpec> specs() {
        return Specs.all().stream()
                .filter(spec -> !Specs.hasBranches(spec.element()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("specs")
    void whateverMayStandInItCanBeGivenAndStandsInOrder(PolicySpec spec) {
        Object step = filled(empty(spec.element()), spec.element());
        assertThat(ReadBack.shape(ReadBack.step((PolicyStep) step))).isEqualTo(expected(spec.element()));
    }

    @Test
    void aStylesheetIsTakenAsItIsWritten() {
        String stylesheet = "<xsl:stylesheet version=\"1.0\"><!-- all of it -->\n</xsl:stylesheet>";
        assertThat(Policies.xslTransform().stylesheet("\uFEFF<?xml version=\"1.0\"?>\n" + stylesheet))
                .hasToString("<xsl-transform>\n    " + stylesheet + "\n</xsl-transform>\n");
        assertThat(ReadBack.issues(Policies.inbound(Policies.xslTransform().stylesheet(stylesheet))))
                .singleElement()
                .satisfies(issue -> assertThat(issue.message()).startsWith("the stylesheet cannot be compiled"));
    }

    static PolicyStep empty(ElementSpec policy) {
        try {
            return (PolicyStep) Class.forName("dev.apim.core.fluent." + Names.type(policy.name()))
                    .getDeclaredConstructor(PolicyXml.class)
                    .newInstance(PolicyXml.of(policy.name()));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** With all its attributes, and its children from the last to the first. */
    private static Object filled(Object builder, ElementSpec element) {
        Object filled = builder;
        for (AttributeSpec attribute : element.attributes()) {
            filled = with(filled, Names.member(attribute.name()), String.class, "a");
        }
        if (Specs.hasText(element) && Specs.children(element).isEmpty()) {
            filled = with(filled, "text", String.class, "t");
        }
        List<ElementSpec> lastFirst = new ArrayList<>(Specs.children(element));
        Collections.reverse(lastFirst);
        for (ElementSpec child : lastFirst) {
            filled = child(filled, child);
        }
        return filled;
    }

    private static Object child(Object parent, ElementSpec child) {
        String member = Names.member(child.name());
        if (Specs.isText(child)) {
            return with(parent, member, String.class, "t");
        }
        if (Specs.isMarkup(child)) {
            return with(parent, member, String.class, "<" + child.name() + "/>");
        }
        if (Specs.isSteps(child)) {
            return with(parent, member, PolicyStep[].class, new PolicyStep[] {Policies.base()});
        }
        if (Specs.isPolicy(child)) {
            PolicyStep step = empty(child);
            return with(parent, member, step.getClass(), step);
        }
        UnaryOperator<Object> fill = nested -> filled(nested, child);
        return with(parent, member, UnaryOperator.class, fill);
    }

    private static Object with(Object builder, String member, Class<?> type, Object value) {
        try {
            return builder.getClass().getMethod(member, type).invoke(builder, value);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(builder.getClass() + "." + member, e);
        }
    }

    private static String expected(ElementSpec element) {
        List<String> attributes = element.attributes().stream()
                .map(attribute -> attribute.name() + "=a")
                .toList();
        List<String> children = Specs.children(element).stream()
                .map(BuiltChildrenTest::expectedChild)
                .toList();
        return element.name()
                + (attributes.isEmpty() ? "" : "[" + String.join(",", attributes) + "]")
                + (Specs.hasText(element) && children.isEmpty() ? "\"t\"" : "")
                + (children.isEmpty() ? "" : "(" + String.join(" ", children) + ")");
    }

    private static String expectedChild(ElementSpec child) {
        if (Specs.isSteps(child)) {
            return child.name() + "(base)";
        }
        boolean alone = !Specs.isText(child) && (Specs.isMarkup(child) || Specs.isPolicy(child));
        return alone ? child.name() : expected(child);
    }
}
