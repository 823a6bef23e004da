package dev.apim.core.policies.transform;

import dev.apim.core.policies.message.ExistsAction;
import dev.apim.http.QueryParameters;
import dev.apim.http.RequestMessage;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicyFailure;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Section;
import dev.apim.policy.Value;
import java.util.List;

/** Changes a parameter of the request's query string (Azure: set-query-parameter). */
final class SetQueryParameterPolicy implements PolicyType {
    @Override
    public PolicySpec spec() {
        return PolicySpec.of("set-query-parameter", "Sets, adds to or removes a query parameter.")
                .sections(Section.INBOUND, Section.BACKEND)
                .attributes(
                        AttributeSpec.of("name", AttributeSpec.Type.STRING, "Name of the parameter.")
                                .mandatory()
                                .orExpression(),
                        ExistsAction.attribute())
                .children(ElementSpec.of("value", "A value; several make several parameters.")
                        .content(ElementSpec.Content.EXPRESSION, AttributeSpec.Type.STRING));
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        ExistsAction action = ExistsAction.named(
                element.attribute("exists-action").map(Value::text).orElse("override"));
        if (action != null
                && action != ExistsAction.DELETE
                && element.children("value").isEmpty()) {
            context.error(
                    element.position(), "set-query-parameter has no <value>; add one, or set exists-action=\"delete\"");
        }
        return new Step(
                context.required(element, "name", String.class),
                context.required(element, "exists-action", String.class),
                element.children("value").stream()
                        .map(value -> context.text(value, String.class))
                        .toList());
    }

    private record Step(Expression<String> name, Expression<String> action, List<Expression<String>> values)
            implements Policy {
        @Override
        public Outcome apply(Exchange exchange) {
            String parameter = name.evaluate(exchange);
            if (parameter == null || parameter.isEmpty()) {
                return Outcome.fail(PolicyFailure.internal(
                        "InvalidQueryParameter", "The expression of name gave no name; mend the expression."));
            }
            ExistsAction chosen = ExistsAction.named(action.evaluate(exchange));
            if (chosen == null) {
                return Outcome.fail(ExistsAction.unknown());
            }
            RequestMessage request = exchange.request();
            String query = request.url().query();
            if (chosen != ExistsAction.SKIP || !QueryParameters.contains(query, parameter)) {
                boolean replaces = chosen == ExistsAction.OVERRIDE || chosen == ExistsAction.DELETE;
                String kept = replaces ? QueryParameters.without(query, parameter) : query;
                String changed = chosen == ExistsAction.DELETE ? kept : withValues(kept, parameter, exchange);
                request.url(request.url().withQuery(changed));
            }
            return Outcome.next();
        }

        private String withValues(String query, String parameter, Exchange exchange) {
            String changed = query;
            for (Expression<String> value : values) {
                String text = value.evaluate(exchange);
                changed = text == null ? changed : QueryParameters.with(changed, parameter, text);
            }
            return changed;
        }

        /** The configuration; values may be secret and are only counted. */
        @Override
        public String toString() {
            return "set-query-parameter name=" + name + " exists-action=" + action + " values=" + values.size();
        }
    }
}
