package dev.apim.core.fluent;

import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.Section;
import java.util.List;
import java.util.stream.Collectors;

/** The source of the class of factories. */
final class FactorySource {
    private final SourceWriter out = new SourceWriter();

    private FactorySource() {}

    static String of(List<PolicySpec> specs) {
        return new FactorySource().file(specs);
    }

    private String file(List<PolicySpec> specs) {
        out.imports("dev.apim.policy.Section").imports("java.util.List");
        out.doc("Policies and documents of them, written in Java; made to be imported statically. Thread-safe.");
        out.lines("public final class Policies {", "private Policies() {}");
        out.doc("A document of these sections; the others stay those of the broader scope.");
        out.lines(
                "public static PolicySource policies(PolicySection... sections) {",
                "return new PolicySections(List.of(sections));",
                "}");
        for (Section section : Section.values()) {
            out.doc("The section {@code " + section.element() + "}, and by itself a document. " + base(section));
            out.lines(
                    "public static PolicySection " + Names.member(section.element()) + "(PolicyStep... steps) {",
                    "return new PolicySection(Section." + section.name() + ", List.of(steps));",
                    "}");
        }
        specs.forEach(spec -> policy(spec.element()));
        out.lines("}");
        return out.file();
    }

    private static String base(Section section) {
        return section == Section.BACKEND
                ? "Its steps take the place of the broader scope's."
                : "The broader scope's steps come first unless {@code base()} stands elsewhere in it.";
    }

    private void policy(ElementSpec element) {
        String type = Names.type(element.name());
        if (Specs.hasBranches(element)) {
            branches(element, type);
            return;
        }
        List<AttributeSpec> mandatory = Specs.mandatory(element);
        boolean texts = mandatory.stream().allMatch(a -> a.type() == Type.STRING || a.type() == Type.ANY);
        boolean named = mandatory.isEmpty() ? Specs.hasText(element) : mandatory.size() <= 2 && texts;
        if (!named) {
            factory(element, "", List.of());
        }
        if (mandatory.size() == 1 || mandatory.size() == 2 && texts) {
            if (mandatory.get(0).type() == Type.INTEGER) {
                boolean time = !Specs.unit(mandatory.get(0)).isEmpty();
                if (time) {
                    out.imports("java.time.Duration");
                }
                factory(element, parameters(mandatory, time ? "Duration" : "int"), setters(mandatory));
            }
            factory(element, parameters(mandatory, "String"), setters(mandatory));
        } else if (named) {
            factory(element, "String text", List.of(".text(text)"));
        }
    }

    private void branches(ElementSpec element, String type) {
        out.doc(BuilderSource.sentence(element.summary()));
        out.lines(
                "public static " + type + " " + Names.member(element.name()) + "(" + type + ".Branch... branches) {",
                "PolicyXml xml = PolicyXml.of(\"" + element.name() + "\");",
                "for (" + type + ".Branch branch : branches) {",
                "xml = xml.child(branch.element());",
                "}",
                "return new " + type + "(xml);",
                "}");
        for (ElementSpec child : element.children()) {
            String nested = type + "." + Names.type(child.name());
            String parameters = parameters(Specs.mandatory(child), "String");
            out.doc(BuilderSource.sentence(child.summary()) + " A part of {@code " + element.name() + "}.");
            out.lines(
                    "public static " + nested + " " + Names.member(child.name()) + "(" + parameters
                            + (parameters.isEmpty() ? "" : ", ") + "PolicyStep... steps) {",
                    "return new " + nested + "(PolicyXml.of(\"" + child.name() + "\"))"
                            + String.join("", setters(Specs.mandatory(child))) + ".steps(steps);",
                    "}");
        }
    }

    private void factory(ElementSpec element, String parameters, List<String> setters) {
        String type = Names.type(element.name());
        out.doc(BuilderSource.sentence(element.summary()));
        out.lines("public static " + type + " " + Names.member(element.name()) + "(" + parameters + ") {");
        out.chain("return new " + type + "(PolicyXml.of(\"" + element.name() + "\"))", setters);
        out.lines("}");
    }

    private static String parameters(List<AttributeSpec> attributes, String type) {
        return attributes.stream()
                .map(attribute -> type + " " + Names.member(attribute.name()))
                .collect(Collectors.joining(", "));
    }

    private static List<String> setters(List<AttributeSpec> attributes) {
        return attributes.stream()
                .map(attribute -> "." + Names.member(attribute.name()) + "(" + Names.member(attribute.name()) + ")")
                .toList();
    }
}
