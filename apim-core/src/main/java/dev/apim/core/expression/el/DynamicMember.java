package dev.apim.core.expression.el;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.core.expression.context.ContextMember;
import dev.apim.core.expression.context.ContextType;
import dev.apim.policy.Exchange;
import dev.apim.policy.ExpressionException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member of a value whose type shows when the request runs: of what lies in a variable, or of a part of a JSON document. It is looked
 * up in the same table.
 *
 * @param target whose member
 * @param name as written
 * @param arguments of a call, or {@code null}
 */
record DynamicMember(ElNode target, String name, @Nullable List<ElNode> arguments) implements ElNode {
    @Override
    public @Nullable Object value(Exchange exchange) {
        Object value = target.value(exchange);
        if (value == null) {
            if (arguments == null) {
                return null;
            }
            throw calledOnNull(name);
        }
        return read(value, exchange);
    }

    /** Reads it from a value that is already known. */
    @Nullable
    Object read(Object value, Exchange exchange) {
        if (value instanceof JsonNode json && arguments == null && json.has(name)) {
            return ElValues.part(json, name);
        }
        ContextType type = ElTypes.of(value);
        ContextMember member = type == null ? null : ElTypes.member(type, name);
        if (member != null) {
            return ElValues.of(use(member, value, exchange));
        }
        if (value instanceof JsonNode && arguments == null) {
            return null;
        }
        throw new ExpressionException("'" + name + "' is no member of " + ElValues.kind(value) + ".");
    }

    private @Nullable Object use(ContextMember member, Object value, Exchange exchange) {
        List<ElNode> nodes = arguments == null ? List.of() : arguments;
        if (!ElMembers.takes(member, nodes.size())) {
            throw new ExpressionException("'" + member + "' does not take " + nodes.size() + " arguments.");
        }
        @Nullable Object[] given = new Object[nodes.size()];
        for (int i = 0; i < given.length; i++) {
            given[i] = ElValues.argument(
                    nodes.get(i).value(exchange), member.parameters().get(i));
        }
        return member.read(value, exchange, given);
    }

    static ExpressionException calledOnNull(String name) {
        return new ExpressionException(
                "Object reference not set to an instance of an object: '" + name + "' was called on null.");
    }
}
