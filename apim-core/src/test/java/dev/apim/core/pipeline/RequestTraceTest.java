package dev.apim.core.pipeline;

import static dev.apim.core.pipeline.Bench.at;
import static dev.apim.core.pipeline.Bench.document;
import static dev.apim.core.pipeline.Bench.leaf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.core.pipeline.CodeBuilder.Needs;
import dev.apim.core.pipeline.RequestTrace.Step;
import dev.apim.policy.BodyUse;
import dev.apim.policy.Cost;
import dev.apim.policy.Expression;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.Section;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestTraceTest {
    private final Bench bench = new Bench();
    private final RequestTrace trace = new RequestTrace();
    private final CompletableFuture<String> first = new CompletableFuture<>();
    private final CompletableFuture<String> second = new CompletableFuture<>();

    @BeforeEach
    void traced() {
        bench.trace = trace;
    }

    @Test
    void aTraceSaysWhatRanWhereAndWhatItChanged() {
        RequestTrace trace = new RequestTrace();
        bench.trace = trace;
        bench.start(document(Map.of(
                Section.INBOUND,
                bench.code(b -> leaf(b, "set-header", e -> {
                    e.request().headers().set("X-A", "1");
                    e.request().headers().set("Authorization", "Bearer secret-token");
                    e.trace("noted");
                    return Outcome.next();
                })))));

        assertThat(trace.steps()).hasSize(1);
        assertThat(trace.steps().get(0).origin().path()).isEqualTo("set-header[1]");
        assertThat(trace.steps().get(0).changes())
                .containsExactly("noted", "request header X-A: 1", "request header Authorization: ***");
    }

    @Test
    void childrenOfWaitThatEndInAnotherOrderKeepTheirOwnTimesAndChanges() {
        wait(
                "all",
                bench.code(b -> leaf(b, "one", sets("a", first))),
                bench.code(b -> leaf(b, "two", sets("b", second))));

        bench.time.advance(Duration.ofSeconds(1));
        first.complete("1");
        bench.time.advance(Duration.ofSeconds(2));
        second.complete("2");

        assertThat(shown())
                .containsExactly(
                        "one 1 s [asked for a, got 1, variable a: 1] ",
                        "two 3 s [asked for b, got 2, variable b: 2] ",
                        "wait 3 s [] ");
    }

    @Test
    void nestedWaitsEachEndWhatTheyBegan() {
        Code inner = bench.code(b -> {
            b.statement(() -> b.fork(
                    List.of(bench.code(c -> leaf(c, "deep", sets("a", first)))),
                    Expression.constant(String.class, "all"),
                    at("inner"),
                    Needs.NONE));
            leaf(b, "after", bench.say("after"));
        });
        wait("all", inner, bench.code(b -> leaf(b, "two", sets("b", second))));

        second.complete("2");
        bench.time.advance(Duration.ofSeconds(1));
        first.complete("1");

        assertThat(trace.steps().stream().map(step -> step.origin().element()))
                .containsExactly("two", "deep", "inner", "after", "wait");
        assertThat(shown()).contains("deep 1 s [asked for a, got 1, variable a: 1] ", "inner 1 s [] ", "after 0 s [] ");
    }

    @Test
    void whatIsCalledOffSaysSoAndTheOthersAreNotTakenForIt() {
        wait(
                "any",
                bench.code(b -> leaf(b, "one", sets("a", first))),
                bench.code(b -> leaf(b, "two", sets("b", second))));

        second.complete("2");

        assertThat(shown())
                .containsExactly(
                        "two 0 s [asked for b, got 2, variable b: 2] ",
                        "one 0 s [asked for a] called off",
                        "wait 0 s [] ");
    }

    @Test
    void aChildThatFailsSaysWhyAndSoDoesItsWait() {
        wait("all", bench.code(b -> leaf(b, "one", sets("a", first))), bench.code(b -> {
            leaf(b, "two", sets("b", second));
            leaf(b, "three", bench.fail(403));
        }));

        second.complete("2");

        assertThat(shown())
                .containsExactly(
                        "two 0 s [asked for b, got 2, variable b: 2] ",
                        "three 0 s [] failed: 403 Broken: broken",
                        "one 0 s [asked for a] called off",
                        "wait 0 s [] failed: 403 Broken: broken");
    }

    @Test
    void theStepThatADeadlineCutsOffIsCalledOffAndOnErrorIsTracedAsUsual() {
        bench.deadline = Duration.ofSeconds(5);
        bench.start(document(Map.of(
                Section.INBOUND, bench.code(b -> leaf(b, "one", sets("a", first))),
                Section.ON_ERROR,
                        bench.code(b -> leaf(b, "told", sets("e", CompletableFuture.completedFuture("1")))))));

        bench.time.advance(Duration.ofSeconds(5));

        assertThat(shown())
                .containsExactly("one 5 s [asked for a] called off", "told 0 s [asked for e, got 1, variable e: 1] ");
    }

    @Test
    void aStepOnAWorkerIsTracedLikeAnyOther() {
        bench.start(document(Map.of(
                Section.INBOUND,
                bench.code(b -> b.statement(() -> b.leaf(
                        sets("a", CompletableFuture.completedFuture("1")),
                        at("set-variable"),
                        new Needs(BodyUse.NONE, Cost.UNBOUNDED)))))));
        bench.workers.runAll();

        assertThat(shown()).containsExactly("set-variable 0 s [asked for a, got 1, variable a: 1] ");
    }

    private void wait(String mode, Code... children) {
        bench.start(document(Map.of(
                Section.INBOUND,
                bench.code(b -> b.statement(() ->
                        b.fork(List.of(children), Expression.constant(String.class, mode), at("wait"), Needs.NONE))))));
    }

    private static Policy sets(String variable, CompletableFuture<String> stage) {
        return exchange -> {
            exchange.trace("asked for " + variable);
            return Outcome.suspend(
                    stage,
                    (ex, value, error) -> {
                        ex.trace("got " + value);
                        ex.variables().put(variable, value);
                        return Outcome.next();
                    },
                    () -> {});
        };
    }

    private List<String> shown() {
        return trace.steps().stream().map(RequestTraceTest::shown).toList();
    }

    private static String shown(Step step) {
        return step.origin().element() + " " + step.nanos() / 1_000_000_000 + " s " + step.changes() + " "
                + step.outcome();
    }
}
