package dev.apim.core.expression.csharp.check;

import dev.apim.Cancellable;
import dev.apim.Time;
import dev.apim.core.expression.csharp.plan.Frame;
import dev.apim.core.expression.csharp.value.Budget;
import dev.apim.core.expression.csharp.value.Evaluation;
import java.time.Duration;
import java.time.Instant;

/** Where constants are computed: what they are made of needs no exchange, no clock and no variable. */
final class Folding {
    static final Frame FRAME = new Frame(new Evaluation(null, new NoTime(), Budget.DEFAULT), 0);

    private Folding() {}

    /** Constants know no time. */
    private static final class NoTime implements Time {
        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public long nanos() {
            return 0;
        }

        @Override
        public Cancellable schedule(Duration delay, Runnable task) {
            throw new UnsupportedOperationException("constants wait for nothing");
        }
    }
}
