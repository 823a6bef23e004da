package dev.apim.core.expression.el;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.core.expression.context.ContextMember;
import dev.apim.core.expression.context.ContextType;
import dev.apim.policy.Exchange;
import dev.apim.policy.ExpressionException;
import org.jspecify.annotations.Nullable;

/**
 * A key or index in brackets behind a value whose type shows when the request runs.
 *
 * @param target what it is looked up in
 * @param key what is looked up
 * @param member what is read instead where there is nothing to look up in, if the key is a literal; a computed name must not lead to a
 *     member, since what it reads would not be known ahead
 */
record DynamicIndex(ElNode target, ElNode key, @Nullable DynamicMember member) implements ElNode {
    @Override
    public @Nullable Object value(Exchange exchange) {
        Object value = target.value(exchange);
        Object at = key.value(exchange);
        if (value == null || at == null) {
            return null;
        }
        if (value instanceof JsonNode json) {
            return ElValues.part(json, at);
        }
        ContextType type = ElTypes.of(value);
        ContextMember indexer = type == null ? null : type.indexer();
        if (indexer == null && member != null) {
            return member.read(value, exchange);
        }
        if (indexer == null) {
            throw new ExpressionException("There is no [ ] on " + ElValues.kind(value) + ".");
        }
        Object argument = ElValues.argument(at, indexer.parameters().get(0));
        return ElValues.of(indexer.read(value, exchange, new @Nullable Object[] {argument}));
    }
}
