package dev.apim.core.pipeline;

import static dev.apim.core.pipeline.Bench.at;
import static dev.apim.core.pipeline.Bench.document;
import static dev.apim.core.pipeline.Bench.leaf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.core.pipeline.CodeBuilder.Label;
import dev.apim.core.pipeline.CodeBuilder.Needs;
import dev.apim.core.pipeline.CodeBuilder.Repetition;
import dev.apim.http.Body;
import dev.apim.http.BytesBody;
import dev.apim.http.HttpResponse;
import dev.apim.policy.BodyUse;
import dev.apim.policy.Cost;
import dev.apim.policy.Expression;
import dev.apim.policy.ExpressionException;
import dev.apim.policy.Outcome;
import dev.apim.policy.Section;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ExchangeFlowTest {
    private final Bench bench = new Bench();

    private HttpResponse response() {
        return Objects.requireNonNull(bench.call.response, "no response yet");
    }

    private String body() {
        return new String(((BytesBody) response().body()).bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void sectionsRunInOrderAndBaseRunsTheBroaderScopeInItsPlace() {
        PolicyCode broad = document(Map.of(
                Section.INBOUND, bench.code(b -> leaf(b, "x", bench.say("broad in"))),
                Section.OUTBOUND, bench.code(b -> leaf(b, "x", bench.say("broad out")))));
        PolicyCode narrow = document(Map.of(Section.INBOUND, bench.code(b -> {
            leaf(b, "x", bench.say("before"));
            b.statement(() -> b.callBase(at("base")));
            leaf(b, "x", bench.say("after"));
        })));

        bench.start(narrow, broad);

        assertThat(bench.log).containsExactly("before", "broad in", "after", "broad out");
        assertThat(response().status()).isEqualTo(200);
    }

    @Test
    void aSectionWithoutBaseCutsTheBroaderScopes() {
        PolicyCode broad = document(Map.of(Section.INBOUND, bench.code(b -> leaf(b, "x", bench.say("broad")))));
        PolicyCode narrow = document(Map.of(Section.INBOUND, bench.code(b -> leaf(b, "x", bench.say("narrow")))));

        bench.start(narrow, broad);

        assertThat(bench.log).containsExactly("narrow");
    }

    @Test
    void aFailureSkipsTheRestAndRunsOnErrorWithTheErrorInPlace() {
        PolicyCode document = document(Map.of(
                Section.INBOUND,
                bench.code(b -> {
                    leaf(b, "x", bench.fail(403));
                    leaf(b, "x", bench.say("never"));
                }),
                Section.OUTBOUND,
                bench.code(b -> leaf(b, "x", bench.say("never"))),
                Section.ON_ERROR,
                bench.code(b -> leaf(b, "x", exchange -> {
                    bench.log.add(exchange.response().status() + " " + exchange.lastError());
                    return Outcome.next();
                }))));

        bench.start(document);

        assertThat(bench.log)
                .containsExactly("403 LastError[source=x, reason=Broken, message=broken, scope=api, section=inbound,"
                        + " path=x[1], policyId=null]");
        assertThat(response().status()).isEqualTo(403);
        assertThat(body()).isEqualTo("{ \"statusCode\": 403, \"message\": \"broken\" }");
        assertThat(response().headers().get("content-type")).isEqualTo("application/json");
    }

    @Test
    void aFailureWithinOnErrorIsAGeneric500() {
        PolicyCode document = document(Map.of(
                Section.INBOUND, bench.code(b -> leaf(b, "x", bench.fail(403))),
                Section.ON_ERROR, bench.code(b -> leaf(b, "x", bench.fail(404)))));

        bench.start(document);

        assertThat(response().status()).isEqualTo(500);
        assertThat(body()).startsWith("{ \"statusCode\": 500, \"message\": \"Internal server error\", \"activityId\":");
    }

    @Test
    void anExpressionThatThrowsIsAnExpressionFailure() {
        PolicyCode document = document(Map.of(
                Section.INBOUND,
                bench.code(b -> leaf(b, "x", exchange -> {
                    throw new ExpressionException("Object reference not set to an instance of an object.");
                }))));

        bench.start(document);

        assertThat(response().status()).isEqualTo(500);
        assertThat(Objects.requireNonNull(bench.exchange).lastError())
                .extracting("reason", "message")
                .containsExactly(
                        "ExpressionValueEvaluationFailure",
                        "Expression evaluation failed. Object reference not set to an instance of an object.");
    }

    @Test
    void respondingEndsTheRequestWithoutOutbound() {
        bench.start(document(Map.of(
                Section.INBOUND, bench.code(b -> leaf(b, "x", bench.respond())),
                Section.OUTBOUND, bench.code(b -> leaf(b, "x", bench.say("never"))))));

        assertThat(response().status()).isEqualTo(299);
        assertThat(bench.log).isEmpty();
    }

    @Test
    void aStageThatIsCompleteGoesOnInTheLoopAndOneThatIsNotGoesOnLater() {
        CompletableFuture<String> later = new CompletableFuture<>();
        bench.start(document(Map.of(Section.INBOUND, bench.code(b -> {
            leaf(b, "x", bench.await(CompletableFuture.completedFuture("now"), () -> {}));
            leaf(b, "x", bench.await(later, () -> {}));
        }))));

        assertThat(bench.log).containsExactly("got now");
        later.complete("later");
        assertThat(bench.log).containsExactly("got now", "got later");
        assertThat(response().status()).isEqualTo(200);
    }

    @Test
    void aClientThatHasGoneCallsOffTheWaitAndWhatComesLateIsIgnored() {
        CompletableFuture<String> stage = new CompletableFuture<>();
        ExchangeFlow flow = bench.flow(document(Map.of(
                Section.INBOUND, bench.code(b -> leaf(b, "x", bench.await(stage, () -> bench.log.add("cancelled")))))));
        Objects.requireNonNull(bench.exchange).onResponse(e -> bench.log.add("counted"));
        bench.exchange.onEnd(e -> bench.log.add("ended"));
        bench.call.execute(flow::start);

        bench.call.execute(() -> flow.ended(new IOException("gone")));
        bench.call.execute(() -> flow.ended(new IOException("gone again")));
        stage.complete("late");

        assertThat(bench.log).containsExactly("cancelled", "counted", "ended");
        assertThat(bench.call.response).isNull();
    }

    @Test
    void actionsRunOnceEachOnTheOrdinaryWay() {
        ExchangeFlow flow = bench.flow(document(Map.of()));
        Objects.requireNonNull(bench.exchange).onResponse(e -> bench.log.add("response"));
        bench.exchange.onEnd(e -> bench.log.add("end"));
        bench.call.execute(flow::start);
        assertThat(bench.log).containsExactly("response");

        bench.call.execute(() -> flow.ended(null));

        assertThat(bench.log).containsExactly("response", "end");
    }

    @Test
    void theDeadlineEndsAWaitingRequestWith504() {
        bench.deadline = Duration.ofSeconds(5);
        bench.start(document(Map.of(
                Section.INBOUND,
                bench.code(b -> b.guarded(
                        Expression.constant(String.class, "k"),
                        1,
                        at("limit-concurrency"),
                        Needs.NONE,
                        () -> leaf(b, "x", bench.await(new CompletableFuture<>(), () -> bench.log.add("off"))))))));
        assertThat(bench.permits.inUse()).isEqualTo(1);

        bench.time.advance(Duration.ofSeconds(5));

        assertThat(response().status()).isEqualTo(504);
        assertThat(bench.log).containsExactly("off");
        assertThat(bench.permits.inUse()).isZero();
    }

    @Test
    void whenTimeIsUpOnErrorRunsForAWhileOfItsOwnAndNoLonger() {
        bench.deadline = Duration.ofSeconds(5);
        bench.start(document(Map.of(
                Section.INBOUND,
                bench.code(b -> leaf(b, "x", bench.await(new CompletableFuture<>(), () -> bench.log.add("off")))),
                Section.ON_ERROR,
                bench.code(b -> {
                    leaf(b, "x", bench.say("on-error"));
                    leaf(b, "x", bench.await(new CompletableFuture<>(), () -> bench.log.add("on-error is off")));
                }))));

        bench.time.advance(Duration.ofSeconds(5));
        assertThat(bench.log).containsExactly("off", "on-error");
        assertThat(bench.call.response).isNull();
        bench.time.advance(bench.onErrorDeadline.minusNanos(1));
        assertThat(bench.call.response).isNull();
        bench.time.advance(Duration.ofNanos(1));

        assertThat(response().status()).isEqualTo(504);
        assertThat(bench.log).containsExactly("off", "on-error", "on-error is off");
        assertThat(bench.time.waiting()).isZero();
    }

    @Test
    void anOnErrorThatEndsInItsTimeAnswersAsItSays() {
        bench.deadline = Duration.ofSeconds(5);
        CompletableFuture<String> told = new CompletableFuture<>();
        bench.start(document(Map.of(
                Section.INBOUND,
                bench.code(b -> leaf(b, "x", bench.await(new CompletableFuture<>(), () -> {}))),
                Section.ON_ERROR,
                bench.code(b -> {
                    leaf(b, "x", bench.await(told, () -> {}));
                    leaf(b, "x", bench.respond());
                }))));

        bench.time.advance(Duration.ofSeconds(6));
        told.complete("told");

        assertThat(response().status()).isEqualTo(299);
        assertThat(bench.time.waiting()).isZero();
    }

    @Test
    void retryRepeatsWithItsWaitsWhileTheConditionHolds() {
        AtomicInteger runs = new AtomicInteger();
        Repetition how = new Repetition(
                Bench.Eval.of(e -> runs.get() < 4),
                Expression.constant(Integer.class, 10),
                Expression.constant(Double.class, 2.0),
                null,
                Expression.constant(Double.class, 3.0),
                Expression.constant(Boolean.class, false));
        bench.start(document(Map.of(
                Section.INBOUND,
                bench.code(b -> b.repeated(
                        how,
                        at("retry"),
                        Needs.NONE,
                        () -> leaf(b, "x", e -> {
                            bench.log.add(
                                    "run " + runs.incrementAndGet() + " at " + bench.time.nanos() / 1_000_000_000);
                            return Outcome.next();
                        }))))));

        bench.time.advance(Duration.ofMinutes(1));

        assertThat(bench.log).containsExactly("run 1 at 0", "run 2 at 2", "run 3 at 7", "run 4 at 15");
        assertThat(bench.time.waiting()).isZero();
    }

    @Test
    void workWithoutABoundRunsOnAWorkerWhileOtherThingsOfTheExchangeWait() {
        CompletableFuture<String> other = new CompletableFuture<>();
        Code slow = bench.code(b ->
                b.statement(() -> b.leaf(bench.say("worked"), at("choose"), new Needs(BodyUse.NONE, Cost.UNBOUNDED))));
        Code waiting = bench.code(b -> leaf(b, "send-request", bench.await(other, () -> {})));
        bench.start(document(Map.of(
                Section.INBOUND,
                bench.code(b -> b.statement(() -> b.fork(
                        List.of(waiting, slow), Expression.constant(String.class, "all"), at("wait"), Needs.NONE))))));

        other.complete("answer");
        assertThat(bench.log).as("the lane is on the worker").isEmpty();
        bench.workers.runAll();

        assertThat(bench.log).containsExactly("worked", "got answer");
        assertThat(response().status()).isEqualTo(200);
    }

    @Test
    void aChildDoesNotStartWhileAnEarlierOneIsOnAWorker() {
        Code slow = bench.code(b ->
                b.statement(() -> b.leaf(bench.say("worked"), at("choose"), new Needs(BodyUse.NONE, Cost.UNBOUNDED))));
        Code quick = bench.code(b -> leaf(b, "set-variable", bench.say("quick")));
        bench.start(document(Map.of(
                Section.INBOUND,
                bench.code(b -> b.statement(() -> b.fork(
                        List.of(slow, quick, slow),
                        Expression.constant(String.class, "all"),
                        at("wait"),
                        Needs.NONE))))));

        assertThat(bench.log).as("the lane is on the worker").isEmpty();
        bench.workers.runAll();

        assertThat(bench.log).containsExactly("worked", "quick", "worked");
        assertThat(response().status()).isEqualTo(200);
    }

    @Test
    void waitForAnyCallsOffTheOthers() {
        CompletableFuture<String> fast = new CompletableFuture<>();
        Code one = bench.code(b -> leaf(b, "send-request", bench.await(fast, () -> {})));
        Code two = bench.code(b ->
                leaf(b, "send-request", bench.await(new CompletableFuture<>(), () -> bench.log.add("two is off"))));
        bench.start(document(Map.of(
                Section.INBOUND,
                bench.code(b -> b.statement(() -> b.fork(
                        List.of(one, two), Expression.constant(String.class, "any"), at("wait"), Needs.NONE))))));

        fast.complete("one");

        assertThat(bench.log).containsExactly("got one", "two is off");
        assertThat(response().status()).isEqualTo(200);
    }

    @Test
    void aFailingChildOfWaitFailsTheParentAndCallsOffTheOthers() {
        CompletableFuture<String> trigger = new CompletableFuture<>();
        Code one = bench.code(b -> {
            leaf(b, "send-request", bench.await(trigger, () -> {}));
            leaf(b, "send-request", bench.fail(502));
        });
        Code two = bench.code(b ->
                leaf(b, "send-request", bench.await(new CompletableFuture<>(), () -> bench.log.add("two is off"))));
        bench.start(document(Map.of(
                Section.INBOUND,
                bench.code(b -> b.statement(() -> b.fork(
                        List.of(one, two), Expression.constant(String.class, "all"), at("wait"), Needs.NONE))))));

        trigger.complete("go");

        assertThat(bench.log).containsExactly("got go", "two is off");
        assertThat(response().status()).isEqualTo(502);
    }

    @Test
    void aCacheHitGoesOnBehindTheStatementThatHoldsTheStore() {
        Label end = new Label();
        PolicyCode broad = document(Map.of(Section.OUTBOUND, bench.code(b -> {
            leaf(b, "x", bench.say("baked in"));
            b.statement(() -> {
                b.jumpUnless(Bench.Eval.of(e -> true), end, at("choose"), Needs.NONE);
                b.leaf(bench.say("stored again"), at("cache-store"), Needs.NONE);
                b.leaf(bench.say("inside"), at("x"), Needs.NONE);
                b.mark(end);
            });
            leaf(b, "x", bench.say("broad after"));
        })));
        PolicyCode narrow = document(Map.of(
                Section.INBOUND,
                bench.code(b -> leaf(b, "cache-lookup", e -> Outcome.cacheHit())),
                Section.BACKEND,
                bench.code(b -> leaf(b, "x", bench.say("never"))),
                Section.OUTBOUND,
                bench.code(b -> {
                    leaf(b, "x", bench.say("baked in, too"));
                    b.statement(() -> b.callBase(at("base")));
                    leaf(b, "x", bench.say("narrow after"));
                })));

        bench.start(narrow, broad);

        assertThat(bench.log).containsExactly("broad after", "narrow after");
    }

    @Test
    void aLookupWithoutAStoreDoesNothing() {
        bench.start(document(Map.of(Section.INBOUND, bench.code(b -> {
            leaf(b, "cache-lookup", e -> Outcome.cacheHit());
            leaf(b, "x", bench.say("on"));
        }))));

        assertThat(bench.log).containsExactly("on");
    }

    @Test
    void aBodyIsBroughtIntoMemoryBeforeItsFirstReader() {
        Chunks body = new Chunks(-1);
        bench.requestBody = body;
        bench.start(document(Map.of(
                Section.INBOUND,
                bench.code(b -> b.statement(() -> b.leaf(
                        e -> {
                            bench.log.add(new String(e.request().body().read(true), StandardCharsets.UTF_8));
                            return Outcome.next();
                        },
                        at("set-body"),
                        new Needs(BodyUse.REQUEST, Cost.BOUNDED)))))));

        assertThat(bench.log).isEmpty();
        body.give("hello ".getBytes(StandardCharsets.UTF_8));
        body.give("world".getBytes(StandardCharsets.UTF_8));
        body.end();

        assertThat(bench.log).containsExactly("hello world");
    }

    @Test
    void aBodyOverTheLimitIs413AndItsStreamIsGivenUp() {
        Chunks body = new Chunks(-1);
        bench.requestBody = body;
        bench.start(readsRequest());

        body.give(new byte[BodyLimits.DEFAULT.bufferedBytes()]);
        body.give(new byte[1]);

        assertThat(response().status()).isEqualTo(413);
        assertThat(body.cancelled).isTrue();
    }

    @Test
    void aBodyThatAnnouncesTooMuchIsRefusedUnread() {
        Chunks body = new Chunks(BodyLimits.DEFAULT.bufferedBytes() + 1L);
        bench.requestBody = body;
        bench.start(readsRequest());

        assertThat(response().status()).isEqualTo(413);
        assertThat(body.cancelled).isTrue();
    }

    @Test
    void aBodyOverTheLimitThatLiesInMemoryAlreadyIs413Too() {
        bench.requestBody = Body.of(new byte[BodyLimits.DEFAULT.bufferedBytes() + 1]);
        bench.start(readsRequest());

        assertThat(response().status()).isEqualTo(413);
        assertThat(bench.log).isEmpty();
    }

    @Test
    void aBodyInMemoryThatFitsIsReadAndOneThatAPolicyMadeMayBeLonger() {
        bench.requestBody = Body.of(new byte[BodyLimits.DEFAULT.bufferedBytes()]);
        bench.start(document(Map.of(Section.INBOUND, bench.code(b -> {
            Needs reads = new Needs(BodyUse.REQUEST, Cost.BOUNDED);
            b.statement(() -> b.leaf(
                    e -> {
                        e.request().body().replace(Body.of(new byte[BodyLimits.DEFAULT.bufferedBytes() + 1]));
                        return Outcome.next();
                    },
                    at("set-body"),
                    reads));
            b.statement(() -> b.leaf(bench.say("read"), at("set-body"), reads));
        }))));

        assertThat(bench.log).containsExactly("read");
    }

    @Test
    void aCompressedBodyIsDecodedForItsReader() throws IOException {
        Chunks body = new Chunks(-1);
        bench.requestBody = body;
        bench.start(readsRequest());
        Objects.requireNonNull(bench.exchange).request().headers().set("Content-Encoding", "gzip");

        body.give(gzip("plain".getBytes(StandardCharsets.UTF_8)));
        body.end();

        assertThat(bench.log).containsExactly("plain");
        assertThat(bench.exchange.request().headers().contains("Content-Encoding"))
                .isFalse();
    }

    @Test
    void aBombIsRefused() throws IOException {
        Chunks body = new Chunks(-1);
        bench.requestBody = body;
        bench.start(readsRequest());
        Objects.requireNonNull(bench.exchange).request().headers().set("Content-Encoding", "gzip");

        body.give(gzip(new byte[100_000_000]));
        body.end();

        assertThat(response().status()).isEqualTo(415);
        assertThat(bench.log).isEmpty();
    }

    @Test
    void aBackendsBodyThatNobodyWillReadIsGivenUp() {
        Chunks replaced = new Chunks(-1);
        Chunks unread = new Chunks(-1);
        CompletableFuture<String> never = new CompletableFuture<>();
        ExchangeFlow flow = bench.flow(document(Map.of(Section.OUTBOUND, bench.code(b -> {
            leaf(b, "forward-request", answersWith(replaced));
            leaf(b, "forward-request", answersWith(unread));
            leaf(b, "x", bench.await(never, () -> {}));
        }))));
        bench.call.execute(flow::start);
        assertThat(replaced.cancelled).isTrue();
        assertThat(unread.cancelled).isFalse();

        bench.call.execute(() -> flow.ended(new IOException("gone")));

        assertThat(unread.cancelled).isTrue();
    }

    @Test
    void aFailureGivesUpTheBackendsBody() {
        Chunks body = new Chunks(-1);
        bench.start(document(Map.of(Section.OUTBOUND, bench.code(b -> {
            leaf(b, "forward-request", answersWith(body));
            leaf(b, "x", bench.fail(403));
        }))));

        assertThat(response().status()).isEqualTo(403);
        assertThat(body.cancelled).isTrue();
    }

    private static dev.apim.policy.Policy answersWith(Body body) {
        return exchange -> {
            exchange.respondWith(new dev.apim.http.ResponseMessage(200, "", new dev.apim.http.Headers(), body));
            return Outcome.next();
        };
    }

    private PolicyCode readsRequest() {
        return document(Map.of(
                Section.INBOUND,
                bench.code(b -> b.statement(() -> b.leaf(
                        e -> {
                            bench.log.add(new String(e.request().body().read(true), StandardCharsets.UTF_8));
                            return Outcome.next();
                        },
                        at("set-body"),
                        new Needs(BodyUse.REQUEST, Cost.BOUNDED))))));
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    /** A body that a test gives in pieces. */
    private static final class Chunks implements Body {
        private final long length;
        private Flow.@org.jspecify.annotations.Nullable Subscriber<? super ByteBuffer> subscriber;
        boolean cancelled;

        Chunks(long length) {
            this.length = length;
        }

        @Override
        public long length() {
            return length;
        }

        @Override
        public void subscribe(Flow.Subscriber<? super ByteBuffer> newSubscriber) {
            subscriber = newSubscriber;
            newSubscriber.onSubscribe(new Flow.Subscription() {
                @Override
                public void request(long count) {}

                @Override
                public void cancel() {
                    cancelled = true;
                }
            });
        }

        void give(byte[] bytes) {
            Objects.requireNonNull(subscriber).onNext(ByteBuffer.wrap(bytes));
        }

        void end() {
            Objects.requireNonNull(subscriber).onComplete();
        }
    }
}
