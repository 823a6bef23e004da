package dev.apim.core.fluent;

import dev.apim.policy.AttributeSpec;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.PolicySpec;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The source of one policy's builder. */
final class BuilderSource {
    private final PolicySpec spec;
    private final SourceWriter out = new SourceWriter();

    private BuilderSource(PolicySpec spec) {
        this.spec = spec;
    }

    static String of(PolicySpec spec) {
        return new BuilderSource(spec).file();
    }

    private String file() {
        ElementSpec element = spec.element();
        String type = Names.type(spec.name());
        out.doc(sentence(element.summary()) + " Azure: {@code " + spec.name() + "}. Immutable.");
        open(element, type, "public final class " + type + " implements PolicyStep {");
        if (element.attributes().stream()
                .noneMatch(attribute -> attribute.name().equals("id"))) {
            setter(type, "id", "String", "attribute", "A name for traces and errors.");
        }
        members(element, type);
        out.lines("", "@Override", "public PolicyXml element() {", "return xml;", "}");
        end();
        nested(element);
        out.lines("}");
        return out.file();
    }

    private void open(ElementSpec element, String type, String head) {
        out.lines(head);
        if (!Specs.children(element).isEmpty() && !Specs.hasBranches(element)) {
            out.imports("java.util.List");
            List<String> names =
                    Specs.children(element).stream().map(ElementSpec::name).toList();
            out.list("private static final List<String> ORDER =", names);
            out.lines("");
        }
        out.lines("private final PolicyXml xml;", "", type + "(PolicyXml xml) {", "this.xml = xml;", "}");
    }

    private void end() {
        out.lines("", "/** Its XML. */", "@Override", "public String toString() {", "return xml.toString();", "}");
    }

    private void members(ElementSpec element, String type) {
        element.attributes().forEach(attribute -> attribute(type, attribute));
        if (Specs.hasText(element)) {
            out.doc("With this text" + (element.content() == ElementSpec.Content.TEXT ? "." : ", or an expression."));
            method(type, "text(String value)", "xml.text(value)");
        }
        if (element.content() == ElementSpec.Content.POLICIES) {
            out.doc("With these policies, behind those it has.");
            method(type, "steps(PolicyStep... steps)", "xml.steps(steps)");
        }
        if (!Specs.hasBranches(element)) {
            Specs.children(element).forEach(child -> child(type, child));
        }
    }

    private void attribute(String type, AttributeSpec attribute) {
        String summary = sentence(attribute.summary()) + notes(attribute);
        String unit = Specs.unit(attribute);
        String java = switch (attribute.type()) {
            case STRING, ANY -> "String";
            case BOOLEAN -> "boolean";
            case INTEGER -> "int";
            case LONG -> "long";
            case DECIMAL -> "double";
        };
        if (!unit.isEmpty()) {
            out.imports("java.time.Duration");
            setter(type, attribute.name(), "Duration", unit, summary);
        } else {
            setter(type, attribute.name(), java, "attribute", summary);
        }
        if (!java.equals("String")) {
            String as = unit.isEmpty() ? "The same as text" : "The same as text, in " + words(unit);
            setter(
                    type,
                    attribute.name(),
                    "String",
                    "attribute",
                    as + (attribute.expression() ? ", or an expression." : ", such as a named value in braces."));
        }
    }

    private static String words(String unit) {
        return unit.equals("decimalSeconds") ? "seconds" : unit;
    }

    private void setter(String type, String attribute, String java, String how, String doc) {
        out.doc(doc);
        method(type, Names.member(attribute) + "(" + java + " value)", "xml." + how + "(\"" + attribute + "\", value)");
    }

    private void method(String type, String head, String xml) {
        out.lines("public " + type + " " + head + " {", "return new " + type + "(" + xml + ");", "}");
    }

    private void child(String type, ElementSpec child) {
        String member = Names.member(child.name());
        String add = "xml." + (child.max() == 1 ? "onlyChild" : "child") + "(ORDER, ";
        String written = Specs.isMarkup(child) ? " The whole element, as it is written in a file of its own." : "";
        out.doc(sentence(child.summary()) + written + (child.max() == 1 ? "" : " May be repeated."));
        if (Specs.isText(child)) {
            method(type, member + "(String value)", add + "\"" + child.name() + "\", value)");
        } else if (Specs.isMarkup(child)) {
            method(type, member + "(String markup)", add + "PolicyXml.asWritten(\"" + child.name() + "\", markup))");
        } else if (Specs.isSteps(child)) {
            String steps = "PolicyXml.of(\"" + child.name() + "\").steps(steps)";
            method(type, member + "(PolicyStep... steps)", add + steps + ")");
        } else if (Specs.isPolicy(child)) {
            method(type, member + "(" + Names.type(child.name()) + " step)", add + "step.element())");
        } else {
            String nested = Names.type(child.name());
            out.imports("java.util.function.UnaryOperator");
            out.lines("public " + type + " " + member + "(UnaryOperator<" + nested + "> with) {");
            out.assignment(
                    nested + " child =", "with.apply(new " + nested + "(PolicyXml.of(\"" + child.name() + "\")));");
            out.lines("return new " + type + "(" + add + "child.xml));", "}");
        }
    }

    private void nested(ElementSpec element) {
        if (Specs.hasBranches(element)) {
            String names = Specs.children(element).stream()
                    .map(child -> Names.type(child.name()))
                    .collect(Collectors.joining(", "));
            out.doc("A part of {@code " + element.name() + "}.");
            out.lines("public sealed interface Branch permits " + names + " {");
            out.doc("Its element.").lines("PolicyXml element();", "}");
        }
        for (ElementSpec child : Specs.children(element)) {
            boolean branch = Specs.hasBranches(element);
            if (branch || Specs.isNested(child)) {
                String type = Names.type(child.name());
                out.doc(sentence(child.summary()) + " Azure: {@code " + child.name() + "}. Immutable.");
                open(child, type, "public static final class " + type + (branch ? " implements Branch {" : " {"));
                members(child, type);
                if (branch) {
                    out.lines("", "@Override", "public PolicyXml element() {", "return xml;", "}");
                }
                end();
                nested(child);
                out.lines("}");
            }
        }
    }

    private static String notes(AttributeSpec attribute) {
        StringBuilder notes = new StringBuilder();
        if (!attribute.allowed().isEmpty()) {
            notes.append(attribute.allowed().stream()
                    .map(value -> "{@code " + value + "}")
                    .collect(Collectors.joining(", ", " One of ", ".")));
        }
        if (attribute.min() != -Double.MAX_VALUE || attribute.max() != Double.MAX_VALUE) {
            notes.append(" From ").append(number(attribute.min()));
            notes.append(attribute.max() >= Integer.MAX_VALUE ? " on." : " to " + number(attribute.max()) + ".");
        }
        notes.append(attribute.required() && !attribute.lenient() ? " Required." : "");
        notes.append(attribute.defaultValue() == null ? "" : " Default {@code " + attribute.defaultValue() + "}.");
        boolean text = attribute.type() == AttributeSpec.Type.STRING || attribute.type() == AttributeSpec.Type.ANY;
        return notes + (text && attribute.expression() ? " May be an expression." : "");
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%,d", (long) value) : Double.toString(value);
    }

    static String sentence(String summary) {
        String text = Character.toUpperCase(summary.charAt(0)) + summary.substring(1);
        return List.of('.', '!').contains(text.charAt(text.length() - 1)) ? text : text + ".";
    }
}
