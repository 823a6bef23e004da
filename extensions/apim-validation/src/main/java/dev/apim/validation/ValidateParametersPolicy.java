package dev.apim.validation;

import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.Expression;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Section;
import java.util.Map;

/** Holds fields, query and path of a request against what the API says of them (Azure: validate-parameters). */
final class ValidateParametersPolicy implements PolicyType {
    private static final String SPECIFIED = "specified-parameter-action";
    private static final String UNSPECIFIED = "unspecified-parameter-action";
    private final Definitions definitions;

    ValidateParametersPolicy(Definitions definitions) {
        this.definitions = definitions;
    }

    @Override
    public PolicySpec spec() {
        return PolicySpec.of(
                        "validate-parameters",
                        "Holds fields, query and path of a request against the API's description.")
                .sections(Section.INBOUND)
                .onlyOnce()
                .attributes(
                        Action.attribute(SPECIFIED, "What a wrong parameter leads to.")
                                .mandatory(),
                        Action.attribute(UNSPECIFIED, "What one that the API does not describe leads to.")
                                .mandatory(),
                        AttributeSpec.of("errors-variable-name", Type.STRING, "Variable that takes the errors."))
                .children(
                        part("headers", "Actions for fields."),
                        part("query", "Actions for the query."),
                        ElementSpec.of("path", "Actions for the path.")
                                .attributes(Action.attribute(SPECIFIED, "Instead of the policy's."))
                                .children(NamedActions.spec("parameter", "Action for one parameter."))
                                .occurs(0, 1));
    }

    private static ElementSpec part(String name, String summary) {
        return ElementSpec.of(name, summary)
                .attributes(
                        Action.attribute(SPECIFIED, "Instead of the policy's."),
                        Action.attribute(UNSPECIFIED, "Instead of the policy's."))
                .children(NamedActions.spec("parameter", "Action for one parameter."))
                .occurs(0, 1);
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        context.unbounded(); // schemas have patterns
        Expression<String> specified = context.required(element, SPECIFIED, String.class);
        Expression<String> unspecified = context.required(element, UNSPECIFIED, String.class);
        NamedActions general = new NamedActions(specified, unspecified, Map.of());
        return new ValidateParameters(
                actions(element, "headers", general, context),
                actions(element, "query", general, context),
                actions(element, "path", general, context),
                context.literal(element, "errors-variable-name", String.class),
                new ParameterCheck(definitions, Side.REQUEST, ParameterKind.REQUEST_HEADER),
                new ParameterCheck(definitions, Side.REQUEST, ParameterKind.QUERY),
                new ParameterCheck(definitions, Side.REQUEST, ParameterKind.PATH));
    }

    private static NamedActions actions(
            PolicyElement policy, String child, NamedActions general, CompileContext context) {
        PolicyElement element = policy.child(child).orElse(null);
        if (element == null) {
            return general;
        }
        Expression<String> specified = context.expression(element, SPECIFIED, String.class);
        Expression<String> unspecified = context.expression(element, UNSPECIFIED, String.class);
        return new NamedActions(
                specified == null ? general.specified() : specified,
                unspecified == null ? general.unspecified() : unspecified,
                NamedActions.named(element, "parameter", context));
    }
}
