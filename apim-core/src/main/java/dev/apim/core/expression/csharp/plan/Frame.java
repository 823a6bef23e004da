package dev.apim.core.expression.csharp.plan;

import dev.apim.core.expression.csharp.value.Evaluation;
import dev.apim.policy.Exchange;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The variables of one call: of the whole expression, a lambda or a local function. Touched by one thread at a time. */
public final class Frame {
    private static final @Nullable Object[] NONE = new Object[0];

    final Evaluation evaluation;
    final @Nullable Object[] locals;

    @Nullable
    Object result;

    /** With room for so many variables. */
    public Frame(Evaluation evaluation, int slots) {
        this.evaluation = evaluation;
        this.locals = slots == 0 ? NONE : new Object[slots];
    }

    /** The evaluation it belongs to. */
    public Evaluation evaluation() {
        return evaluation;
    }

    /** For whom it is evaluated. */
    public Exchange exchange() {
        return evaluation.exchange();
    }

    /** Forgets the call, so that the next may use it. */
    void clear() {
        Arrays.fill(locals, null);
        result = null;
    }
}
