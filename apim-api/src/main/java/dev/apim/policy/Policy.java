package dev.apim.policy;

/**
 * A policy ready to run: its attributes are read, its expressions compiled. Immutable and thread-safe; what it needs to remember of
 * one request lies in the exchange.
 *
 * <pre>{@code
 * record SetStatus(Expression<Integer> code) implements Policy {
 *     public Outcome apply(Exchange exchange) {
 *         exchange.response().status(code.evaluate(exchange), "");
 *         return Outcome.next();
 *     }
 * }
 * }</pre>
 */
@FunctionalInterface
public interface Policy {
    /**
     * Does its work for one exchange, on its lane; must not block.
     *
     * @throws ExpressionException when an expression of it fails; the engine turns it into the failure Azure documents
     */
    Outcome apply(Exchange exchange);
}
