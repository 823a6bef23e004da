package dev.apim.validation;

import dev.apim.model.Operation;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Section;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds the status of a response against those the API describes (Azure: validate-status-code). */
final class ValidateStatusCodePolicy implements PolicyType {
    @Override
    public PolicySpec spec() {
        return PolicySpec.of("validate-status-code", "Holds the status of a response against the API's description.")
                .sections(Section.OUTBOUND, Section.ON_ERROR)
                .attributes(
                        Action.attribute(
                                        "unspecified-status-code-action",
                                        "What a status that the API does not describe leads to.")
                                .mandatory(),
                        AttributeSpec.of("errors-variable-name", Type.STRING, "Variable that takes the errors."),
                        AttributeSpec.of("error-variable-name", Type.STRING, "The same, as Azure's tools write it."))
                .children(ElementSpec.of("status-code", "Action for one status that the API does not describe.")
                        .attributes(
                                AttributeSpec.of("code", Type.INTEGER, "The status.")
                                        .mandatory()
                                        .between(100, 599),
                                Action.attribute("action", "What it leads to.").mandatory()));
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        Map<Integer, Expression<String>> named = new HashMap<>();
        for (PolicyElement each : element.children("status-code")) {
            Integer code = context.literal(each, "code", Integer.class);
            named.put(code == null ? 0 : code, context.required(each, "action", String.class));
        }
        String variable = context.literal(element, "errors-variable-name", String.class);
        return new ValidateStatusCode(
                context.required(element, "unspecified-status-code-action", String.class),
                Map.copyOf(named),
                variable == null ? context.literal(element, "error-variable-name", String.class) : variable);
    }

    private record ValidateStatusCode(
            Expression<String> unspecified,
            Map<Integer, Expression<String>> named,
            @Nullable String variable) implements Policy {
        @Override
        public Outcome apply(Exchange exchange) {
            int status = exchange.response().status();
            Operation operation = exchange.operation();
            boolean described = operation != null
                    && operation.responses().stream().anyMatch(response -> response.statusCode() == status);
            if (described) {
                return Outcome.next();
            }
            Report report = new Report(Side.RESPONSE);
            report.add(
                    Action.of(named.getOrDefault(status, unspecified), exchange),
                    Finding.internal(
                            Integer.toString(status),
                            "StatusCode",
                            "Unspecified",
                            "Response status code " + status + " is not allowed."));
            return report.outcome(exchange, variable);
        }

        @Override
        public String toString() {
            return "validate-status-code";
        }
    }
}
