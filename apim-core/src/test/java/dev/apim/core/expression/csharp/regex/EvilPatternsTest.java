package dev.apim.core.expression.csharp.regex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.core.expression.csharp.value.Budget;
import dev.apim.core.expression.csharp.value.BudgetException;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.Evaluation;
import dev.apim.core.time.StillTime;
import dev.apim.core.time.SystemTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Patterns that take for ever on texts made for them, in Java's engine and in ours: each ends by its budget, if not by itself. */
class EvilPatternsTest {
    private static final Budget FEW_STEPS = new Budget(5_000, Budget.DEFAULT.nanos(), 1 << 20, 128);
    private static final long TIMEOUT_TICKS = 10_000; // a millisecond
    private static final int PAIRS = 50;

    private record Evil(String pattern, String text) {}

    /** Nested quantifiers, alternatives that overlap, references, looks within repetitions; each on a text that almost matches. */
    private static List<Evil> evils() {
        List<Evil> evils = new ArrayList<>();
        String as = "a".repeat(64) + "!";
        for (String atom : List.of("a", "[ab]", ".", "\\w", "(?:a|b)")) {
            evils.add(new Evil("^(" + atom + "+)+$", as));
            evils.add(new Evil("^(" + atom + "*)*$", as));
            evils.add(new Evil("^(?:(" + atom + "{1,9}){1,9}){1,99}$", as));
            evils.add(new Evil("^(" + atom + "+?)+?$", as));
            evils.add(new Evil("(?:" + atom + "+){2,}[^!]$", as));
        }
        for (String overlap : List.of("a|a", "a|aa", "a|a?", "aa|aaa", "a|\\w|.")) {
            evils.add(new Evil("^(" + overlap + ")+$", as));
            evils.add(new Evil("^(?:" + overlap + ")*(?:" + overlap + ")*b$", as));
            evils.add(new Evil("(?:" + overlap + "){10,}[^a!]", as));
        }
        for (String reference :
                List.of("(a+)\\1+b", "^(a+)(\\1|a)*$", "(a*)(a*)(a*)\\1\\2\\3b", "(?:(a)|b)*\\1{30}c")) {
            evils.add(new Evil(reference, as));
        }
        for (String look : List.of("^(?:(?=(a+))a*b?)+$", "(?:a*(?!b)a*)*c", "^(?:a(?<=a+)a*)+$", "(?=(?:a+)+b)a")) {
            evils.add(new Evil(look, as));
        }
        evils.add(new Evil("^([a-z0-9]+[._-]?)*@x$", "abc.".repeat(2_000)));
        evils.add(new Evil("^(\\s*\\w+\\s*,?)*;$", "ab , ".repeat(2_000)));
        return evils;
    }

    /** What only our engine matches: a condition that changes nothing stands before the pattern. */
    private static final String OURS = "(?(0)|)";

    /** How it ended. */
    private static String end(Evil evil, String before, long timeout, Evaluation evaluation) {
        try {
            new RegexValue(before + evil.pattern(), 0, timeout)
                    .match(evaluation, evil.text(), -1)
                    .success();
            return "finished";
        } catch (BudgetException budget) {
            return "budget";
        } catch (DotNetException thrown) {
            return thrown.typeName();
        }
    }

    @Test
    void thereAreFiftyOfThem() {
        assertThat(evils()).hasSize(PAIRS).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("evils")
    void eachEndsByItsStepsThoughNoTimePasses(Evil evil) {
        assertThat(end(evil, "", RegexValue.INFINITE, new Evaluation(null, new StillTime(), FEW_STEPS)))
                .isIn("finished", "budget");
    }

    @ParameterizedTest
    @MethodSource("evils")
    void eachEndsByItsStepsInOurEngineToo(Evil evil) {
        assertThat(end(evil, OURS, RegexValue.INFINITE, new Evaluation(null, new StillTime(), FEW_STEPS)))
                .isIn("finished", "budget");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", OURS})
    void manyWouldNotEndByThemselves(String before) {
        List<String> ends = evils().stream()
                .map(evil -> end(evil, before, RegexValue.INFINITE, new Evaluation(null, new StillTime(), FEW_STEPS)))
                .toList();
        assertThat(ends.stream().filter("budget"::equals)).hasSizeGreaterThan(PAIRS / 5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", OURS})
    void theTimeThatTheAuthorAllowsIsHeldAsInDotNet(String before) {
        Evil evil = new Evil("(a*)(a*)(a*)(a*)\\1\\2\\3\\4b", "a".repeat(64));
        Evaluation evaluation = new Evaluation(null, new SystemTime(), Budget.DEFAULT);

        assertThat(end(evil, before, TIMEOUT_TICKS, evaluation))
                .isEqualTo("System.Text.RegularExpressions.RegexMatchTimeoutException");
    }
}
