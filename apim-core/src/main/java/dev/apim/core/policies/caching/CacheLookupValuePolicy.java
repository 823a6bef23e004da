package dev.apim.core.policies.caching;

import dev.apim.Cancellable;
import dev.apim.cache.ValueCache;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.Cost;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import org.jspecify.annotations.Nullable;

/** Puts a stored value into a variable (Azure: cache-lookup-value). */
final class CacheLookupValuePolicy implements PolicyType {
    @Override
    public PolicySpec spec() {
        return PolicySpec.of("cache-lookup-value", "Puts a stored value into a variable.")
                .attributes(
                        AttributeSpec.of("key", Type.STRING, "Of the value.")
                                .mandatory()
                                .orExpression(),
                        AttributeSpec.of("variable-name", Type.STRING, "Variable that takes the value.")
                                .mandatory(),
                        AttributeSpec.of("default-value", Type.ANY, "What it takes where nothing is stored.")
                                .orExpression(),
                        CachingType.ATTRIBUTE);
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        CachingType.check(element, context);
        String variable = context.literal(element, "variable-name", String.class);
        return new Lookup(
                context.required(element, "key", String.class),
                variable == null ? "" : variable,
                context.expression(element, "default-value", Object.class),
                context.services().valueCache());
    }

    private record Lookup(
            Expression<String> key,
            String variable,
            @Nullable Expression<Object> defaultValue,
            ValueCache cache) implements Policy {
        @Override
        public Outcome apply(Exchange exchange) {
            String name = key.evaluate(exchange);
            // Only here may an expression take long; a short one waits until it is needed.
            boolean early = defaultValue != null && (name == null || defaultValue.cost() == Cost.UNBOUNDED);
            Object value = defaultValue != null && early ? defaultValue.evaluate(exchange) : null;
            if (name == null) {
                exchange.trace("Nothing is looked for: the key is null.");
                return missed(exchange, early, value);
            }
            return Outcome.suspend(
                    cache.get(name),
                    (e, stored, failure) -> stored == null ? missed(e, early, value) : found(e, stored),
                    Cancellable.none());
        }

        private Outcome found(Exchange exchange, Object stored) {
            exchange.variables().put(variable, Snapshot.restored(stored));
            return Outcome.next();
        }

        /** Without a default the variable stays as it was: not set, unless somebody else set it. */
        private Outcome missed(Exchange exchange, boolean early, @Nullable Object value) {
            if (defaultValue != null) {
                exchange.variables().put(variable, early ? value : defaultValue.evaluate(exchange));
            }
            return Outcome.next();
        }

        @Override
        public String toString() {
            return "cache-lookup-value[" + key + " into " + variable + "]";
        }
    }
}
