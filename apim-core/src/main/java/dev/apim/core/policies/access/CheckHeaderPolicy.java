package dev.apim.core.policies.access;

import dev.apim.http.Headers;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.ExpressionException;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicyFailure;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Section;
import java.util.List;
import java.util.Objects;

/** Lets only requests pass that have a header (Azure: check-header). */
final class CheckHeaderPolicy implements PolicyType {
    @Override
    public PolicySpec spec() {
        return PolicySpec.of("check-header", "Lets only requests with a header, of certain values, pass.")
                .sections(Section.INBOUND)
                .attributes(
                        AttributeSpec.of("name", Type.STRING, "Name of the header.")
                                .mandatory()
                                .orExpression(),
                        AttributeSpec.of("failed-check-httpcode", Type.INTEGER, "Status of the answer to others.")
                                .mandatory()
                                .orExpression()
                                .between(200, 599),
                        AttributeSpec.of("failed-check-error-message", Type.STRING, "Message of the answer to others.")
                                .mandatory()
                                .orExpression(),
                        AttributeSpec.of("ignore-case", Type.BOOLEAN, "Whether case makes no difference to values.")
                                .mandatory()
                                .orExpression())
                .children(ElementSpec.of("value", "A value that passes; without any, whatever is there does.")
                        .content(ElementSpec.Content.EXPRESSION, Type.STRING));
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        return new Check(
                context.required(element, "name", String.class),
                context.required(element, "failed-check-httpcode", Integer.class),
                context.required(element, "failed-check-error-message", String.class),
                context.required(element, "ignore-case", Boolean.class),
                element.children("value").stream()
                        .map(value -> context.text(value, String.class))
                        .toList());
    }

    /** The check of one request. */
    private record Check(
            Expression<String> name,
            Expression<Integer> code,
            Expression<String> message,
            Expression<Boolean> ignoreCase,
            List<Expression<String>> values)
            implements Policy {
        @Override
        public Outcome apply(Exchange exchange) {
            String header =
                    Objects.requireNonNullElse(name.evaluate(exchange), "").strip();
            Headers headers = exchange.request().headers();
            List<String> sent = headers.all(header);
            if (sent.isEmpty()) {
                return refuse(
                        exchange,
                        "HeaderNotFound",
                        "Header " + header + " was not found in the request. Access denied.");
            }
            String value = sent.get(0);
            boolean passes = values.isEmpty() || sent.size() == 1 && isAllowed(value, exchange);
            return passes
                    ? Outcome.next()
                    : refuse(
                            exchange,
                            "HeaderValueNotAllowed",
                            "Header " + header + " value of " + String.join(",", sent)
                                    + " is not allowed. Access denied.");
        }

        private boolean isAllowed(String value, Exchange exchange) {
            boolean folded = Boolean.TRUE.equals(ignoreCase.evaluate(exchange));
            for (int i = 0; i < values.size(); i++) {
                String allowed = values.get(i).evaluate(exchange);
                if (folded ? value.equalsIgnoreCase(allowed) : value.equals(allowed)) {
                    return true;
                }
            }
            return false;
        }

        private Outcome refuse(Exchange exchange, String reason, String why) {
            Integer status = code.evaluate(exchange);
            if (status == null || status < 200 || status > 599) {
                throw new ExpressionException(
                        "The attribute 'failed-check-httpcode' is 200 to 599, found " + status + ".");
            }
            String shown = Objects.requireNonNullElse(message.evaluate(exchange), "");
            return Outcome.fail(new PolicyFailure(status, reason, why, shown, new Headers()));
        }

        @Override
        public String toString() {
            return "check-header name=" + name + " ignore-case=" + ignoreCase + " values=" + values.size();
        }
    }
}
