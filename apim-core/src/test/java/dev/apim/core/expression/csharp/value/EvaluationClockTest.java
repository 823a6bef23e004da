package dev.apim.core.expression.csharp.value;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apim.core.time.StillTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The wall time of an evaluation: the clock is read now and then, and surely read in long work. */
class EvaluationClockTest {
    private static final Duration TOO_LONG = Duration.ofNanos(Budget.DEFAULT.nanos() + 1);

    private final StillTime time = new StillTime();
    private final Evaluation evaluation = new Evaluation(null, time, Budget.DEFAULT);

    @Test
    void manySmallStepsAreHeldToTheWallTime() {
        steps(100);
        time.advance(TOO_LONG);
        assertThatThrownBy(() -> steps(256)).isInstanceOf(BudgetException.class);
    }

    @Test
    void aLongWalkOfALibraryMethodIsHeldToTheWallTime() {
        evaluation.steps(100);
        time.advance(TOO_LONG);
        assertThatThrownBy(() -> evaluation.steps(300)).isInstanceOf(BudgetException.class);
    }

    @Test
    void aRegularExpressionStartsTheClock() {
        evaluation.remainingNanos();
        time.advance(TOO_LONG);
        assertThatThrownBy(() -> steps(256)).isInstanceOf(BudgetException.class);
    }

    @Test
    void aSequenceThatIsReadAfterTheEvaluationHasStepsLeftAndNoDeadline() {
        steps(10);
        evaluation.end();
        time.advance(TOO_LONG);
        assertThatCode(() -> steps(1000)).doesNotThrowAnyException();
    }

    @Test
    void stepsThatAreCountedAtOnceEndAtTheBudgetToo() {
        assertThatThrownBy(() -> evaluation.steps(Budget.DEFAULT.steps() + 1)).isInstanceOf(BudgetException.class);
    }

    private void steps(int count) {
        for (int i = 0; i < count; i++) {
            evaluation.step();
        }
    }
}
