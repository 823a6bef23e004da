package dev.apim.validation;

import dev.apim.policy.AttributeSpec;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.PolicyElement;
import java.util.Map;
import java.util.TreeMap;

/**
 * The actions for one kind of parameter, those of single ones among them.
 *
 * @param specified for those the API describes
 * @param unspecified for the others
 * @param named for single ones, by name without case
 */
record NamedActions(
        Expression<String> specified, Expression<String> unspecified, Map<String, Expression<String>> named) {
    static ElementSpec spec(String child, String summary) {
        return ElementSpec.of(child, summary)
                .attributes(
                        AttributeSpec.of("name", AttributeSpec.Type.STRING, "Which.")
                                .mandatory(),
                        Action.attribute("action", "What a mistake in it leads to.")
                                .mandatory());
    }

    static Map<String, Expression<String>> named(PolicyElement parent, String child, CompileContext context) {
        Map<String, Expression<String>> named = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (PolicyElement each : parent.children(child)) {
            String name = context.literal(each, "name", String.class);
            named.put(name == null ? "" : name, context.required(each, "action", String.class));
        }
        return named;
    }

    /** Whether the policy names it, whatever else is true of it. */
    boolean names(String name) {
        return named.containsKey(name);
    }

    Action of(String name, boolean isSpecified, Exchange exchange) {
        Expression<String> own = named.get(name);
        return Action.of(own != null ? own : isSpecified ? specified : unspecified, exchange);
    }
}
