package dev.apim.validation;

import dev.apim.http.Headers;
import dev.apim.model.Operation;
import dev.apim.model.OperationResponse;
import dev.apim.model.Parameter;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.Exchange;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicyFailure;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Section;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Holds the fields of a response against what the API says of them (Azure: validate-headers). */
final class ValidateHeadersPolicy implements PolicyType {
    private final Definitions definitions;

    ValidateHeadersPolicy(Definitions definitions) {
        this.definitions = definitions;
    }

    @Override
    public PolicySpec spec() {
        return PolicySpec.of("validate-headers", "Holds the fields of a response against the API's description.")
                .sections(Section.OUTBOUND, Section.ON_ERROR)
                .onlyOnce()
                .attributes(
                        Action.attribute("specified-header-action", "What a wrong field leads to.")
                                .mandatory(),
                        Action.attribute(
                                        "unspecified-header-action",
                                        "What one that the API does not describe leads to.")
                                .mandatory(),
                        AttributeSpec.of("errors-variable-name", Type.STRING, "Variable that takes the errors."))
                .children(NamedActions.spec("header", "Action for one field."));
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        context.unbounded(); // schemas have patterns
        return new ValidateHeaders(
                new NamedActions(
                        context.required(element, "specified-header-action", String.class),
                        context.required(element, "unspecified-header-action", String.class),
                        NamedActions.named(element, "header", context)),
                context.literal(element, "errors-variable-name", String.class),
                new ParameterCheck(definitions, Side.RESPONSE, ParameterKind.RESPONSE_HEADER));
    }

    private record ValidateHeaders(
            NamedActions actions, @Nullable String variable, ParameterCheck check) implements Policy {
        @Override
        public Outcome apply(Exchange exchange) {
            Report report = new Report(Side.RESPONSE);
            Headers sent = exchange.response().headers();
            Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
            try {
                for (Parameter parameter : described(exchange)) {
                    names.add(parameter.name());
                    Action action = report.prevents() ? Action.IGNORE : actions.of(parameter.name(), true, exchange);
                    if (action != Action.IGNORE) {
                        report.add(action, check.findings(exchange, parameter, sent.all(parameter.name())));
                    }
                }
            } catch (EcmaPattern.ExhaustedException e) {
                return Outcome.fail(
                        PolicyFailure.internal("PolicyTimeout", "validate-headers gave up: " + e.getMessage() + "."));
            }
            for (String name : sent.names()) {
                boolean common = CommonFields.holds(Side.RESPONSE, name) && !actions.names(name);
                if (names.add(name) && !common && !report.prevents()) {
                    report.add(actions.of(name, false, exchange), check.unspecified(name));
                }
            }
            return report.outcome(exchange, variable);
        }

        private static List<Parameter> described(Exchange exchange) {
            Operation operation = exchange.operation();
            int status = exchange.response().status();
            return operation == null
                    ? List.of()
                    : operation.responses().stream()
                            .filter(response -> response.statusCode() == status)
                            .map(OperationResponse::headers)
                            .findFirst()
                            .orElse(List.of());
        }

        @Override
        public String toString() {
            return "validate-headers";
        }
    }
}
