package dev.apim.testkit.threats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.testkit.TestCall;
import dev.apim.testkit.TestGateway;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Row 44: what an expression that would never end does to its own request, and to those of others. */
class ExpressionHogsTest {
    private final HeldWorkers workers = new HeldWorkers();

    @ParameterizedTest
    @DisplayName("row 44: an expression beyond its budget is a 500")
    @ValueSource(
            strings = {
                "@{ while (true) { } }",
                "@{ int F(int n) { return F(n + 1); } return F(0); }",
                "@{ try { while (true) { } } catch { return 1; } }",
                "@(new string('x', 2000000000))",
                "@(Enumerable.Range(0, int.MaxValue).ToList())",
                "@{ var s = \"a\"; while (true) { s += s; } }"
            })
    void aHogIsA500AndTheNextRequestIsServed(String hog) {
        TestGateway gateway = gateway(hog);

        TestCall hogged = gateway.get("/a/hog");
        workers.work();

        assertThat(hogged.status()).isEqualTo(500);
        assertThat(hogged.header("X-Reason")).isEqualTo("ExpressionValueEvaluationFailure");
        assertThat(gateway.get("/a/other").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("row 44: others do not wait for a hog")
    void othersAreAnsweredWhileAHogHoldsItsWorker() {
        TestGateway gateway = gateway("@{ while (true) { } }");

        TestCall hogged = gateway.get("/a/hog");
        TestCall other = gateway.get("/a/other");
        TestCall another = gateway.get("/a/other");

        assertThat(other.status()).isEqualTo(200);
        assertThat(another.status()).isEqualTo(200);
        assertThat(hogged.isAnswered()).isFalse();
        workers.work();
        assertThat(hogged.status()).isEqualTo(500);
    }

    private TestGateway gateway(String hog) {
        return TestGateway.create()
                .workers(workers)
                .api("a", "a", "GET /hog", "GET /other")
                .policy(
                        "/apis/a/operations/op1",
                        "<policies><inbound><set-variable name=\"v\" value=\"" + hog.replace("\"", "&quot;")
                                + "\"/></inbound><on-error><set-header name=\"X-Reason\" exists-action=\"override\">"
                                + "<value>@(context.LastError.Reason)</value></set-header></on-error></policies>")
                .policy(
                        "/apis/a/operations/op2",
                        "<policies><inbound><set-variable name=\"v\" value=\"@(1 + 1)\"/>"
                                + "<return-response><set-status code=\"200\"/></return-response></inbound></policies>")
                .start();
    }

    /** Workers that are busy until the test lets them work. */
    private static final class HeldWorkers extends AbstractExecutorService {
        private final Deque<Runnable> held = new ArrayDeque<>();

        void work() {
            while (!held.isEmpty()) {
                held.remove().run();
            }
        }

        @Override
        public void execute(Runnable task) {
            held.add(task);
        }

        @Override
        public void shutdown() {}

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return true;
        }
    }
}
