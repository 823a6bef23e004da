package dev.apim.core.compile;

import dev.apim.IssueSink;
import dev.apim.Position;
import dev.apim.core.expression.UnfilledLiteral;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Holds an element against its spec. Reports every mistake; says whether the element can be compiled. */
final class SpecCheck {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{[A-Za-z0-9._-]+}}");

    private final IssueSink issues;
    private final boolean strict;
    private final boolean alone;
    private boolean usable = true;

    private SpecCheck(IssueSink issues, CompileEnvironment environment) {
        this.issues = issues;
        this.strict = environment.strict();
        this.alone = environment.surroundings().alone();
    }

    /** Whether the element can be compiled. */
    static boolean passes(PolicyElement element, ElementSpec spec, CompileEnvironment environment, IssueSink issues) {
        SpecCheck check = new SpecCheck(issues, environment);
        check.element(element, spec);
        return check.usable;
    }

    static boolean hasPlaceholder(Value value) {
        return value.text().contains("{{") && PLACEHOLDER.matcher(value.text()).find();
    }

    private void element(PolicyElement element, ElementSpec spec) {
        attributes(element, spec);
        content(element, spec);
        if (spec.content() == ElementSpec.Content.ELEMENTS
                || !spec.children().isEmpty() && spec.content() != ElementSpec.Content.RAW) {
            children(element, spec);
        }
    }

    private void attributes(PolicyElement element, ElementSpec spec) {
        for (AttributeSpec attribute : spec.attributes()) {
            Value value = element.attribute(attribute.name()).orElse(null);
            if (value == null) {
                missing(element, attribute);
            } else {
                value(value, attribute.name(), attribute, element);
            }
        }
        List<String> names = spec.attributes().stream().map(AttributeSpec::name).toList();
        for (PolicyElement.Attribute attribute : element.attributes()) {
            if (!names.contains(attribute.name())
                    && !attribute.name().equals("id")
                    && !attribute.name().startsWith("xmlns")) {
                doubt(
                        attribute.position(),
                        "<" + element.name() + "> has no attribute '" + attribute.name() + "'; it is ignored, expected "
                                + (names.isEmpty() ? "none" : "one of " + String.join(", ", names)));
            }
        }
    }

    private void missing(PolicyElement element, AttributeSpec attribute) {
        if (!attribute.required()) {
            return;
        }
        String what = "<" + element.name() + "> lacks its attribute '" + attribute.name() + "'";
        if (attribute.lenient()) {
            doubt(element.position(), what + "; '" + attribute.defaultValue() + "' is assumed");
        } else {
            error(element.position(), what + " (" + attribute.summary() + ")");
        }
    }

    private void value(Value value, String name, AttributeSpec spec, PolicyElement element) {
        if (value.isExpression()) {
            if (!spec.expression()) {
                error(
                        value.position(),
                        "attribute '" + name + "' of <" + element.name() + "> takes no expression; write a literal");
            }
            return;
        }
        if (hasPlaceholder(value) && alone) {
            return;
        }
        String problem = LiteralCheck.problem(value.text(), spec);
        if (problem != null) {
            String message = "attribute '" + name + "' of <" + element.name() + ">: " + problem;
            if (spec.lenient() && !spec.allowed().isEmpty()) {
                doubt(value.position(), message);
            } else {
                wrong(value, message, spec.expression());
            }
        }
    }

    /** A literal that is wrong; where an expression may stand, a placeholder that nobody filled in may stay until it is reached. */
    private void wrong(Value value, String message, boolean mayWait) {
        if (mayWait && UnfilledLiteral.mayBe(value)) {
            doubt(value.position(), message + UnfilledLiteral.ADVICE);
        } else {
            error(value.position(), message);
        }
    }

    private void content(PolicyElement element, ElementSpec spec) {
        Value text = element.text();
        switch (spec.content()) {
            case ELEMENTS, POLICIES -> {
                if (!text.text().isBlank()) {
                    doubt(text.position(), "<" + element.name() + "> takes no text; it is ignored");
                }
            }
            case TEXT -> {
                if (text.isExpression()) {
                    error(text.position(), "<" + element.name() + "> takes no expression; write a literal");
                }
            }
            case EXPRESSION -> {
                if (!text.isExpression() && !(alone && hasPlaceholder(text))) {
                    String problem = LiteralCheck.problem(text.text(), textSpec(spec));
                    if (problem != null) {
                        wrong(text, "<" + element.name() + ">: " + problem, true);
                    }
                }
            }
            case RAW -> {}
        }
    }

    private static AttributeSpec textSpec(ElementSpec spec) {
        return AttributeSpec.of("text", spec.contentType(), spec.summary());
    }

    private void children(PolicyElement element, ElementSpec spec) {
        Map<String, Integer> counts = new HashMap<>();
        int lastPlace = 0;
        for (PolicyElement child : element.children()) {
            int place = place(spec, child.name());
            if (place < 0) {
                error(
                        child.position(),
                        "<" + element.name() + "> has no child <" + child.name() + ">, expected "
                                + (spec.children().isEmpty()
                                        ? "none"
                                        : String.join(
                                                ", ",
                                                spec.children().stream()
                                                        .map(ElementSpec::name)
                                                        .toList())));
                continue;
            }
            if (place < lastPlace) {
                doubt(
                        child.position(),
                        "<" + child.name() + "> stands after what should follow it in <" + element.name() + ">");
            }
            lastPlace = Math.max(lastPlace, place);
            counts.merge(child.name(), 1, Integer::sum);
            element(child, spec.children().get(place));
        }
        for (ElementSpec child : spec.children()) {
            count(element, child, counts.getOrDefault(child.name(), 0));
        }
    }

    private void count(PolicyElement element, ElementSpec child, int found) {
        if (found < child.min()) {
            error(
                    element.position(),
                    "<" + element.name() + "> needs " + (child.min() == 1 ? "a" : child.min()) + " <" + child.name()
                            + ">, found " + (found == 0 ? "none" : found));
        } else if (found > child.max()) {
            error(
                    element.children(child.name()).get(child.max()).position(),
                    "<" + element.name() + "> takes " + child.max() + " <" + child.name() + ">, found " + found);
        }
    }

    private static int place(ElementSpec spec, String name) {
        for (int i = 0; i < spec.children().size(); i++) {
            if (spec.children().get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private void error(Position position, String message) {
        usable = false;
        issues.error(position, message);
    }

    private void doubt(Position position, String message) {
        if (strict) {
            error(position, message);
        } else {
            issues.warning(position, message);
        }
    }
}
