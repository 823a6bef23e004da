package dev.apim.core.policies.content;

import dev.apim.core.policies.message.Literals;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicyFailure;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import java.util.Objects;

/** Replaces a text in the body, wherever it stands (Azure: find-and-replace). */
final class FindAndReplacePolicy implements PolicyType {
    @Override
    public PolicySpec spec() {
        return PolicySpec.of("find-and-replace", "Replaces a text in the body, wherever it stands.")
                .attributes(
                        AttributeSpec.of("from", Type.STRING, "The text to look for, taken to the letter.")
                                .mandatory()
                                .orExpression(),
                        AttributeSpec.of("to", Type.STRING, "What takes its place; empty removes it.")
                                .mandatory()
                                .orExpression());
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        element.attribute("from")
                .filter(value -> Literals.isFinal(value) && value.text().isEmpty())
                .ifPresent(value -> context.error(
                        value.position(),
                        "attribute 'from' of <find-and-replace> is empty: expected the text to look for"));
        return new Step(
                context.required(element, "from", String.class),
                context.required(element, "to", String.class),
                Content.Side.of(context));
    }

    private record Step(Expression<String> from, Expression<String> to, Content.Side side) implements Policy {
        @Override
        public Outcome apply(Exchange exchange) {
            Content content = side.of(exchange);
            if (content.isEmpty()) {
                return Outcome.next();
            }
            String wanted = from.evaluate(exchange);
            if (wanted == null || wanted.isEmpty()) {
                return Outcome.fail(PolicyFailure.internal(
                        "InvalidAttribute", "The expression of 'from' gave no text to look for; mend the expression."));
            }
            String other = Objects.requireNonNullElse(to.evaluate(exchange), "");
            try {
                String changed = Replacement.all(content.text(), wanted, other, false);
                if (changed != null) {
                    content.replace(changed);
                }
                return Outcome.next();
            } catch (Replacement.TooLong e) {
                return Outcome.fail(PolicyFailure.internal(
                        "BodyTooLarge",
                        "find-and-replace makes a body of more than " + Replacement.LONGEST + " characters."));
            }
        }

        @Override
        public String toString() {
            return "find-and-replace from=" + from + " to=" + to;
        }
    }
}
