package dev.apim.core.policies.caching;

import dev.apim.cache.ValueCache;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import java.time.Duration;

/** Stores a value for later requests (Azure: cache-store-value). */
final class CacheStoreValuePolicy implements PolicyType {
    @Override
    public PolicySpec spec() {
        return PolicySpec.of("cache-store-value", "Stores a value for later requests.")
                .attributes(
                        AttributeSpec.of("key", Type.STRING, "Of the value.")
                                .mandatory()
                                .orExpression(),
                        AttributeSpec.of("value", Type.ANY, "What is stored.")
                                .mandatory()
                                .orExpression(),
                        AttributeSpec.of("duration", Type.INTEGER, "Seconds the value is kept.")
                                .mandatory()
                                .orExpression()
                                .between(0, Integer.MAX_VALUE),
                        CachingType.ATTRIBUTE);
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        CachingType.check(element, context);
        return new Store(
                context.required(element, "key", String.class),
                context.required(element, "value", Object.class),
                context.required(element, "duration", Integer.class),
                context.services().valueCache());
    }

    private record Store(
            Expression<String> key, Expression<Object> value, Expression<Integer> duration, ValueCache cache)
            implements Policy {
        @Override
        public Outcome apply(Exchange exchange) {
            String name = key.evaluate(exchange);
            Object current = value.evaluate(exchange);
            Integer seconds = duration.evaluate(exchange);
            Object snapshot = current == null ? null : Snapshot.of(current);
            if (name == null || seconds == null || seconds < 1 || current == null) {
                exchange.trace("Not stored: key or value is null, or the duration is not positive.");
            } else if (snapshot == null) {
                exchange.trace(
                        "Not stored: the body of the message is not in memory, or the value is a lambda or a sequence not yet computed.");
            } else {
                cache.put(name, snapshot, Duration.ofSeconds(seconds));
            }
            return Outcome.next();
        }

        @Override
        public String toString() {
            return "cache-store-value[" + key + " for " + duration + " s]";
        }
    }
}
