package dev.apim.core.policies.message;

import dev.apim.policy.CompileContext;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicyFailure;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalUnit;
import org.jspecify.annotations.Nullable;

/** A wait given as a number in an attribute. Immutable; the duration of a literal is made once. */
public final class Timeout {
    private final String attribute;
    private final Expression<Integer> number;
    private final TemporalUnit unit;
    private final @Nullable Duration ready;

    private Timeout(String attribute, Expression<Integer> number, TemporalUnit unit, @Nullable Duration ready) {
        this.attribute = attribute;
        this.number = number;
        this.unit = unit;
        this.ready = ready;
    }

    /** Of an attribute that is there or has a default. */
    public static Timeout of(PolicyElement element, String attribute, ChronoUnit unit, CompileContext context) {
        Expression<Integer> number = context.required(element, attribute, Integer.class);
        boolean computed = element.attribute(attribute).isPresent()
                && element.attribute(attribute).orElseThrow().isExpression();
        Integer literal = computed ? null : context.literal(element, attribute, Integer.class);
        Duration ready = literal == null || literal < 1 ? null : Duration.of(literal, unit);
        return new Timeout(attribute, number, unit, ready);
    }

    /** How long; {@code null} where an expression gave no positive number. */
    public @Nullable Duration evaluate(Exchange exchange) {
        if (ready != null) {
            return ready;
        }
        Integer given = number.evaluate(exchange);
        return given == null || given < 1 ? null : Duration.of(given, unit);
    }

    /** Why {@link #evaluate} gave nothing. */
    public PolicyFailure invalid() {
        return PolicyFailure.internal(
                "InvalidAttribute",
                "The expression of " + attribute + " gave no positive number; mend the expression.");
    }

    @Override
    public String toString() {
        return attribute + "=" + (ready == null ? number : ready.toString());
    }
}
