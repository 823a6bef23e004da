package dev.apim.graphql;

import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.BodyUse;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Section;
import dev.apim.policy.Value;
import java.util.List;
import java.util.Objects;

/** Holds a GraphQL request against the API's schema, limits and rules about fields (Azure: validate-graphql-request). */
final class ValidateGraphQlRequestPolicy implements PolicyType {
    private static final int MOST_BYTES = 102_400;

    @Override
    public PolicySpec spec() {
        return PolicySpec.of("validate-graphql-request", "Holds a GraphQL request against schema, limits and rules.")
                .sections(Section.INBOUND)
                .attributes(
                        AttributeSpec.of("error-variable-name", Type.STRING, "Variable for the errors."),
                        AttributeSpec.of("max-size", Type.INTEGER, "Most bytes of a request.")
                                .between(1, MOST_BYTES)
                                .mandatory(),
                        AttributeSpec.of("max-depth", Type.INTEGER, "Most levels of fields.")
                                .between(1, Limits.DEPTH)
                                .or("6"))
                .children(ElementSpec.of("authorize", "Rules about fields.")
                        .occurs(0, 1)
                        .children(ElementSpec.of("rule", "Says what becomes of a field; the first that fits decides.")
                                .attributes(
                                        AttributeSpec.of(
                                                        "path",
                                                        Type.STRING,
                                                        "Which fields: /type/field, /type/*, /*, /__*.")
                                                .mandatory(),
                                        AttributeSpec.of("action", Type.STRING, "What becomes of them.")
                                                .oneOf("allow", "remove", "reject", "ignore")
                                                .orExpression()
                                                .or("allow"))));
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        context.reads(BodyUse.REQUEST);
        context.unbounded();
        List<FieldRule> rules = element.children("authorize").stream()
                .flatMap(authorize -> authorize.children("rule").stream())
                .map(rule -> rule(rule, context))
                .toList();
        return new ValidateGraphQlRequest(
                context.literal(element, "error-variable-name", String.class),
                Objects.requireNonNullElse(context.literal(element, "max-size", Integer.class), MOST_BYTES),
                Objects.requireNonNullElse(context.literal(element, "max-depth", Integer.class), 6),
                rules);
    }

    private static FieldRule rule(PolicyElement rule, CompileContext context) {
        Value path = rule.attribute("path").orElse(Value.literal("/*", rule.position()));
        if (!FieldRule.isPath(path.text())) {
            context.error(
                    path.position(),
                    "path is '" + path.text() + "', expected /type/field, /type/*, /* or /__*; correct it");
        }
        return new FieldRule(path.text(), context.required(rule, "action", String.class));
    }
}
