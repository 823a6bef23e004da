package dev.apim.validation;

import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Section;

/** Holds the body of a message against a schema (Azure: validate-content). */
final class ValidateContentPolicy implements PolicyType {
    /** What Azure allows without asking. */
    static final int USUAL_SIZE = 102_400;

    private final Definitions definitions;

    ValidateContentPolicy(Definitions definitions) {
        this.definitions = definitions;
    }

    @Override
    public PolicySpec spec() {
        return PolicySpec.of("validate-content", "Holds a body against a schema.")
                .sections(Section.INBOUND, Section.OUTBOUND, Section.ON_ERROR)
                .attributes(
                        Action.attribute(
                                        "unspecified-content-type-action",
                                        "What a media type that the API does not describe leads to.")
                                .mandatory(),
                        AttributeSpec.of("max-size", Type.INTEGER, "Bytes of a body, decompressed.")
                                .mandatory()
                                .orExpression()
                                .between(0, Integer.MAX_VALUE),
                        Action.attribute("size-exceeded-action", "What a larger body leads to; it is not validated.")
                                .mandatory(),
                        AttributeSpec.of("errors-variable-name", Type.STRING, "Variable that takes the errors."))
                .children(ContentTypeMap.spec(), ContentRule.spec());
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        Side side = Side.of(context.section());
        context.takes(side.use);
        var size = context.required(element, "max-size", Integer.class);
        element.attribute("max-size")
                .filter(written -> size.isConstant() && isUnusual(written.text()))
                .ifPresent(written -> context.warning(
                        written.position(),
                        "max-size is " + written.text() + "; Azure takes more than " + USUAL_SIZE
                                + " only for services that asked for it"));
        ContentCheck check = new ContentCheck(
                side,
                context.required(element, "unspecified-content-type-action", String.class),
                ContentTypeMap.compile(element, context),
                element.children("content").stream()
                        .map(rule -> ContentRule.compile(rule, context))
                        .toList(),
                definitions);
        return new ValidateContent(
                side,
                size,
                context.required(element, "size-exceeded-action", String.class),
                context.literal(element, "errors-variable-name", String.class),
                check);
    }

    private static boolean isUnusual(String size) {
        try {
            return Long.parseLong(size.strip()) > USUAL_SIZE;
        } catch (NumberFormatException named) {
            return false;
        }
    }
}
