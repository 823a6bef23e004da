package dev.apim.core.expression.el;

import dev.apim.core.expression.context.ContextType;
import dev.apim.policy.Exchange;
import org.jspecify.annotations.Nullable;

/** One node of a plan. Immutable and thread-safe. */
@FunctionalInterface
interface ElNode {
    /** Its value for one exchange. */
    @Nullable
    Object value(Exchange exchange);

    /**
     * A node with what is known of its value ahead.
     *
     * @param node to evaluate
     * @param type of its value
     */
    record Typed(ElNode node, ContextType type) {}
}
