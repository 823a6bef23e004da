package dev.apim.testkit.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.backend.BackendException;
import dev.apim.core.GatewaySettings;
import dev.apim.http.HttpResponse;
import dev.apim.testkit.TestCall;
import dev.apim.testkit.TestGateway;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A forward that fails within a retry, where that is set to be the end of an attempt, and where it is not. */
class RetriedFailuresTest {
    private static final String RETRY =
            "<retry condition=\"@(context.Response.StatusCode &gt;= 500)\" count=\"2\" interval=\"0\">%s</retry>";
    private static final String FORWARD = "<forward-request buffer-request-body=\"true\"/>";
    private static final String SEEN = "<set-header name=\"X-Seen\"><value>@(context.Response.StatusCode + \" \" +"
            + " (context.LastError == null ? \"none\" : context.LastError.Path))</value></set-header>";

    private final AtomicInteger attempts = new AtomicInteger();
    private TestGateway gateway = TestGateway.create();

    private TestGateway started(boolean retries, int failing, String backend) {
        gateway = TestGateway.create()
                .settings(GatewaySettings.builder().retriesFailures(retries).build())
                .fragment("send", "<fragment>" + FORWARD + "</fragment>")
                .api("a", "a", "POST /x")
                .policy("", "<policies><inbound/><backend>" + FORWARD + "</backend><outbound/><on-error/></policies>")
                .policy(
                        "/apis/a",
                        "<policies><inbound><base/></inbound><backend>" + backend + "</backend><outbound><base/>" + SEEN
                                + "</outbound><on-error><base/>" + SEEN + "</on-error></policies>");
        gateway.backends().whenLater("backend.test", request -> answer(failing));
        return gateway.start();
    }

    private CompletionStage<HttpResponse> answer(int failing) {
        return attempts.incrementAndGet() <= failing
                ? CompletableFuture.failedFuture(
                        new BackendException(BackendException.Kind.CONNECTION, "refused", null))
                : CompletableFuture.completedFuture(HttpResponse.of(200, "text/plain", "fine"));
    }

    @AfterEach
    void nothingIsLeft() {
        gateway.verifyNothingIsLeft();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                FORWARD,
                "<base/>",
                "<include-fragment fragment-id=\"send\"/>",
                "<limit-concurrency key=\"k\" max-count=\"1\">" + FORWARD + "</limit-concurrency>",
                "<choose><when condition=\"@(true)\"><limit-concurrency key=\"k\" max-count=\"1\"><base/></limit-concurrency>"
                        + "</when></choose>"
            })
    void itIsTriedAgainAndTheErrorIsForgotten(String body) {
        TestCall call = started(true, 1, RETRY.formatted(body)).post("/a/x", "order");
        assertThat(call.text()).isEqualTo("fine");
        assertThat(call.header("X-Seen")).isEqualTo("200 none");
        assertThat(attempts).hasValue(2);
        assertThat(gateway.backends().received().get(1).body().text()).isEqualTo("order");
    }

    @Test
    void whenNoAttemptIsLeftTheFailureIsWhatItWas() {
        TestCall call = started(true, 9, RETRY.formatted(FORWARD)).post("/a/x", "order");
        assertThat(call.status()).isEqualTo(500);
        assertThat(call.header("X-Seen")).isEqualTo("500 retry[1]/forward-request[1]");
        assertThat(attempts).hasValue(3);
    }

    @Test
    void aConditionThatDoesNotHoldOrFailsLeavesTheRetry() {
        started(true, 9, RETRY.replace("&gt;= 500", "== 429").formatted(FORWARD));
        assertThat(gateway.post("/a/x", "").header("X-Seen")).isEqualTo("500 retry[1]/forward-request[1]");
        started(
                true,
                9,
                RETRY.replace("context.Response.StatusCode &gt;= 500", "(bool)context.Variables[&quot;no&quot;]")
                        .formatted(FORWARD));
        assertThat(gateway.post("/a/x", "").header("X-Seen")).isEqualTo("500 retry[1]/forward-request[1]");
        assertThat(attempts).hasValue(2);
    }

    @Test
    void anOuterRetryTakesWhatTheInnerOneGivesUp() {
        String inner = RETRY.replace("count=\"2\"", "count=\"1\"").formatted(FORWARD);
        TestCall call = started(true, 3, RETRY.formatted(inner)).post("/a/x", "");
        assertThat(call.text()).isEqualTo("fine");
        assertThat(attempts).hasValue(4);
    }

    @Test
    void otherFailuresAndForwardsOutsideLeaveAtOnce() {
        String other = "<set-backend-service backend-id=\"@(&quot;ghost&quot;)\"/>" + FORWARD;
        started(true, 0, RETRY.formatted(other));
        assertThat(gateway.post("/a/x", "").header("X-Seen")).isEqualTo("500 retry[1]/set-backend-service[1]");
        started(true, 9, FORWARD);
        assertThat(gateway.post("/a/x", "").header("X-Seen")).isEqualTo("500 forward-request[1]");
    }

    @Test
    void withoutTheSettingTheFailureLeavesTheRetryAtOnce() {
        TestCall call = started(false, 1, RETRY.formatted(FORWARD)).post("/a/x", "");
        assertThat(call.status()).isEqualTo(500);
        assertThat(attempts).hasValue(1);
    }
}
