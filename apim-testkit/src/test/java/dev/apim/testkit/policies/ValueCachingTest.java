package dev.apim.testkit.policies;

import static dev.apim.testkit.policies.PolicyBench.element;
import static dev.apim.testkit.policies.PolicyBench.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.ResponseMessage;
import dev.apim.policy.Policy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ValueCachingTest {
    private final PolicyBench bench =
            new PolicyBench().define("@value", e -> e.variables().get("value")).define("@null", e -> null);
    private final Policy store =
            bench.compile(element("cache-store-value", "key", "k", "value", "@value", "duration", "60"));
    private final Policy lookup = bench.compile(element("cache-lookup-value", "key", "k", "variable-name", "found"));

    @Test
    void aStoredValueIsFoundByOtherRequestsUntilItsTimeIsUp() {
        store("hello");
        assertThat(looked().variables()).containsEntry("found", "hello");
        bench.time.advance(Duration.ofSeconds(60));
        assertThat(looked().variables()).doesNotContainKey("found");
    }

    @Test
    void aMissSetsTheDefaultOrLeavesTheVariableUnset() {
        assertThat(looked().variables()).doesNotContainKey("found");
        FakeExchange exchange = new FakeExchange();
        run(
                bench.compile(
                        element("cache-lookup-value", "key", "k", "variable-name", "found", "default-value", "none")),
                exchange);
        assertThat(exchange.variables()).containsEntry("found", "none");
        run(
                bench.compile(element(
                        "cache-lookup-value", "key", "@null", "variable-name", "found", "default-value", "@null")),
                exchange);
        assertThat(exchange.variables()).containsEntry("found", null);
    }

    @Test
    void aRemovedValueIsGone() {
        store("hello");
        run(bench.compile(element("cache-remove-value", "key", "k")), new FakeExchange());
        assertThat(looked().variables()).doesNotContainKey("found");
    }

    @Test
    void nullAndDurationsThatAreNotPositiveStoreNothing() {
        store(null);
        Policy never = bench.compile(element("cache-store-value", "key", "k", "value", "x", "duration", "0"));
        run(never, new FakeExchange());
        assertThat(looked().variables()).doesNotContainKey("found");
    }

    @Test
    void everyReaderOfAStoredResponseFindsItsBodyWholeWhateverOthersDid() {
        ResponseMessage response = new ResponseMessage(201, "Made", Headers.of("X-A", "1"), Body.of("hello"));
        store(response);
        response.headers().set("X-A", "changed");
        response.body().read(false);
        for (int i = 0; i < 2; i++) {
            ResponseMessage found = (ResponseMessage) looked().variables().get("found");
            assertThat(found).isNotNull();
            assertThat(found.status()).isEqualTo(201);
            assertThat(found.headers().get("X-A")).isEqualTo("1");
            assertThat(new String(found.body().read(false), StandardCharsets.UTF_8))
                    .isEqualTo("hello");
            found.headers().set("X-A", "changed");
        }
    }

    @Test
    void aMessageWhoseBodyIsNotInMemoryIsNotStored() {
        FakeExchange exchange = store(new ResponseMessage(200, "", new Headers(), new StreamedBody("hello")));
        assertThat(looked().variables()).doesNotContainKey("found");
        assertThat(exchange.traces)
                .containsExactly(
                        "Not stored: the body of the message is not in memory, or the value is a lambda or a sequence not yet computed.");
    }

    @Test
    void whatAReaderChangesInStoredJsonDoesNotReachTheNextOne() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("a", 1);
        store(json);
        json.put("a", 2);
        ObjectNode found = (ObjectNode) looked().variables().get("found");
        assertThat(found).isNotNull();
        found.put("a", 3);
        assertThat(String.valueOf(looked().variables().get("found"))).isEqualTo("{\"a\":1}");
    }

    @Test
    void aValueTooGreatForTheCacheIsForgottenAndSoIsWhatItReplaces() {
        store("small");
        store("x".repeat(20 * 1024 * 1024));
        assertThat(looked().variables()).doesNotContainKey("found");
    }

    private FakeExchange store(@Nullable Object value) {
        FakeExchange exchange = new FakeExchange();
        exchange.variables().put("value", value);
        run(store, exchange);
        return exchange;
    }

    private FakeExchange looked() {
        FakeExchange exchange = new FakeExchange();
        run(lookup, exchange);
        return exchange;
    }
}
