package dev.apim.testkit.policies;

import static dev.apim.testkit.policies.PolicyBench.element;
import static dev.apim.testkit.policies.PolicyBench.run;
import static dev.apim.testkit.policies.PolicyBench.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ResponseCachingTest {
    private static final String URL = "https://api.example/orders/1";

    private final PolicyBench bench = new PolicyBench();
    private Policy lookup = lookup();
    private Policy store = bench.compile(element("cache-store", "duration", "60"));

    @Test
    void aStoredResponseAnswersTheNextRequestUntilItsTimeIsUp() {
        stored(new FakeExchange(), 200, Headers.of("Content-Type", "text/plain", "X-Own", "1"), "hello");
        FakeExchange second = new FakeExchange();
        assertThat(run(lookup, second)).isEqualTo(Outcome.cacheHit());
        assertThat(second.response().status()).isEqualTo(200);
        assertThat(second.response().headers().get("X-Own")).isEqualTo("1");
        assertThat(body(second)).isEqualTo("hello");
        bench.time.advance(Duration.ofSeconds(60));
        assertThat(run(lookup, new FakeExchange())).isEqualTo(Outcome.next());
    }

    @Test
    void whatAReaderDoesToAHitDoesNotReachTheNextOne() {
        stored(new FakeExchange(), 200, new Headers(), "hello");
        FakeExchange second = new FakeExchange();
        run(lookup, second);
        second.response().headers().set("X-Mine", "secret");
        second.response().body().read(false);
        FakeExchange third = new FakeExchange();
        run(lookup, third);
        assertThat(third.response().headers().contains("X-Mine")).isFalse();
        assertThat(body(third)).isEqualTo("hello");
    }

    @Test
    void withoutALookupNothingIsStored() {
        run(store, new FakeExchange().responds(200, new Headers(), Body.of("hello")));
        assertThat(hits(new FakeExchange())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        // what the second request looks like; whether the first one's response is its own
        "https://api.example/orders/1?b=2&a=1, true",
        "https://api.example/orders/1?a=1&b=3, false",
        "https://api.example/orders/1?a=1, false",
        "https://api.example/orders/1?a=1&b=2&c=, false",
        "https://api.example/orders/1?A=1&b=2, false",
        "https://api.example/orders/1?%61=1&b=2, false",
        "https://api.example/Orders/1?a=1&b=2, false",
        "https://other.example/orders/1?a=1&b=2, false",
        "http://api.example/orders/1?a=1&b=2, false",
    })
    void withoutSelectedParametersThePathAndAllOfThemTellResponsesApart(String url, boolean hit) {
        stored(FakeExchange.get(URL + "?a=1&b=2"), 200, new Headers(), "hello");
        assertThat(hits(FakeExchange.get(url))).isEqualTo(hit);
    }

    @ParameterizedTest
    @CsvSource({"?a=1&utm=x, true", "?utm=x&a=1, true", "?a=2&utm=z, false", "?a=1&a=2, false", "?utm=x;a=2&a=1, false"
    })
    void withSelectedParametersOnlyTheseDo(String query, boolean hit) {
        lookup = lookup(text("vary-by-query-parameter", "a; b"));
        stored(FakeExchange.get(URL + "?a=1&utm=z"), 200, new Headers(), "hello");
        assertThat(hits(FakeExchange.get(URL + query))).isEqualTo(hit);
    }

    @Test
    void theOrderOfTheValuesOfOneParameterCounts() {
        stored(FakeExchange.get(URL + "?a=1&a=2"), 200, new Headers(), "hello");
        assertThat(hits(FakeExchange.get(URL + "?a=2&a=1"))).isFalse();
    }

    @Test
    void selectedFieldsTellResponsesApart() {
        lookup = lookup(text("vary-by-header", "Accept;X-Tenant"));
        stored(new FakeExchange().header("accept", "text/html").header("X-Tenant", "a"), 200, new Headers(), "hello");
        assertThat(hits(new FakeExchange().header("Accept", "text/html").header("x-tenant", "a")))
                .isTrue();
        assertThat(hits(new FakeExchange().header("Accept", "text/html").header("X-Tenant", "b")))
                .isFalse();
        assertThat(hits(new FakeExchange().header("Accept", "text/html"))).isFalse();
        // Values cannot run into one another.
        assertThat(hits(new FakeExchange().header("Accept", "text/htmlX-Tenant").header("X-Tenant", "a")))
                .isFalse();
    }

    @Test
    void operationsRevisionsAndProductsHaveResponsesOfTheirOwn() {
        stored(new FakeExchange(), 200, new Headers(), "hello");
        assertThat(hits(new FakeExchange().operation(FakeExchange.operation("other"))))
                .isFalse();
        assertThat(hits(new FakeExchange().api(FakeExchange.api("orders", "2"))))
                .isFalse();
        assertThat(hits(new FakeExchange().product("premium"))).isFalse();
    }

    @Test
    void developersAndTheirGroupsHaveResponsesOfTheirOwnWhereTheAuthorSaysSo() {
        lookup = bench.compile(
                element("cache-lookup", "vary-by-developer", "false", "vary-by-developer-groups", "true"));
        stored(new FakeExchange().user("ann", "beta", "gold"), 200, new Headers(), "hello");
        assertThat(hits(new FakeExchange().user("bob", "gold", "beta"))).isTrue();
        assertThat(hits(new FakeExchange().user("bob", "gold"))).isFalse();
        lookup = bench.compile(
                element("cache-lookup", "vary-by-developer", "true", "vary-by-developer-groups", "false"));
        stored(new FakeExchange().user("ann"), 200, new Headers(), "hello");
        assertThat(hits(new FakeExchange().user("ann"))).isTrue();
        assertThat(hits(new FakeExchange().user("bob"))).isFalse();
        assertThat(hits(new FakeExchange().subscription("ann"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "POST", "OPTIONS", "get"})
    void onlyGetIsAnsweredAndStored(String method) {
        stored(new FakeExchange(), 200, new Headers(), "hello");
        assertThat(hits(new FakeExchange(method, URL, Body.empty()))).isFalse();
        stored(new FakeExchange(method, URL + "?x", Body.empty()), 200, new Headers(), "other");
        assertThat(hits(FakeExchange.get(URL + "?x"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "X-HTTP-Method-Override, DELETE",
        "X-Forwarded-Host, evil.example",
        "X-Forwarded-Proto, http",
        "X-Original-URL, /admin",
        "X-Rewrite-URL, /admin",
        "Authorization, Bearer x",
        "Cache-Control, no-store",
    })
    void whatARequestSaysBesidesItsKeyCannotChangeWhatOthersGet(String name, String value) {
        stored(new FakeExchange().header(name, value), 200, new Headers(), "poisoned");
        assertThat(hits(new FakeExchange())).isFalse();
    }

    @Test
    void aGetWithABodyIsNotCached() {
        stored(new FakeExchange("GET", URL, Body.of("poison")), 200, new Headers(), "poisoned");
        assertThat(hits(new FakeExchange())).isFalse();
    }

    @Test
    void aRequestBoundForAnotherBackendHasAResponseOfItsOwn() {
        FakeExchange canary = new FakeExchange();
        canary.request().url(canary.request().url().withPath("/canary"));
        stored(canary, 200, new Headers(), "canary");
        assertThat(hits(new FakeExchange())).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Set-Cookie | id=1",
                "Cache-Control | private",
                "Cache-Control | max-age=60, PRIVATE",
                "Cache-Control | private=\"x-id\"",
                "Cache-Control | no-store",
                "Vary | *",
                "Vary | Accept, *",
                "Content-Range | bytes 0-1/2",
            })
    void aResponseNotMeantForOthersIsNotStored(String name, String value) {
        FakeExchange first = stored(new FakeExchange(), 200, Headers.of(name, value), "mine");
        assertThat(first.traces).anyMatch(trace -> trace.startsWith("Not stored: "));
        assertThat(first.response().headers().get(name)).isEqualTo(value);
        assertThat(hits(new FakeExchange())).isFalse();
    }

    @Test
    void withAllowPrivateEachAuthorizationHasResponsesOfItsOwnAndCachesBeyondUsMayNotShareThem() {
        lookup = bench.compile(element(
                "cache-lookup",
                "vary-by-developer",
                "false",
                "vary-by-developer-groups",
                "false",
                "allow-private-response-caching",
                "true",
                "downstream-caching-type",
                "public"));
        FakeExchange first = stored(bearer("a"), 200, Headers.of("Cache-Control", "private"), "mine");
        assertThat(first.response().headers().all("Cache-Control"))
                .containsExactly("private, max-age=60, must-revalidate");
        FakeExchange again = bearer("a");
        assertThat(hits(again)).isTrue();
        assertThat(again.response().headers().get("Cache-Control")).startsWith("private,");
        assertThat(hits(bearer("b"))).isFalse();
        assertThat(hits(new FakeExchange())).isFalse();
    }

    @Test
    void aPrivateResponseWithoutACallerInTheKeyIsNotStoredEvenWhereAllowed() {
        lookup = bench.compile(element(
                "cache-lookup",
                "vary-by-developer",
                "false",
                "vary-by-developer-groups",
                "false",
                "allow-private-response-caching",
                "true"));
        stored(new FakeExchange(), 200, Headers.of("Cache-Control", "private"), "mine");
        assertThat(hits(new FakeExchange())).isFalse();
    }

    @Test
    void varyOfTheResponseTellsItsVariantsApart() {
        stored(
                new FakeExchange().header("Accept-Language", "de"),
                200,
                Headers.of("Vary", "Accept-Language, X-Mood"),
                "hallo");
        stored(
                new FakeExchange().header("Accept-Language", "en"),
                200,
                Headers.of("Vary", "Accept-Language, X-Mood"),
                "hello");
        FakeExchange german = new FakeExchange().header("accept-language", "de");
        assertThat(hits(german)).isTrue();
        assertThat(body(german)).isEqualTo("hallo");
        assertThat(hits(new FakeExchange().header("Accept-Language", "en"))).isTrue();
        assertThat(hits(new FakeExchange())).isFalse();
        assertThat(hits(new FakeExchange().header("Accept-Language", "de").header("X-Mood", "sad")))
                .isFalse();
    }

    @Test
    void anEncodedResponseIsOnlyForThoseWhoAskForTheSameCodingsEvenWhereTheBackendForgotToSay() {
        stored(new FakeExchange().header("Accept-Encoding", "gzip"), 200, Headers.of("Content-Encoding", "gzip"), "z");
        assertThat(hits(new FakeExchange().header("Accept-Encoding", "gzip"))).isTrue();
        assertThat(hits(new FakeExchange())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "200, , true",
        "404, , false",
        "200, false, false",
        "404, true, true",
        "206, true, false",
        "304, true, false"
    })
    void onlyA200IsStoredUnlessTheAuthorSaysOtherwise(int status, String cacheResponse, boolean hit) {
        if (cacheResponse != null) {
            store = bench.compile(element("cache-store", "duration", "60", "cache-response", cacheResponse));
        }
        stored(new FakeExchange(), status, new Headers(), "x");
        assertThat(hits(new FakeExchange())).isEqualTo(hit);
    }

    @Test
    void anErrorThatOwesToAConditionOfItsRequestIsNotStored() {
        store = bench.compile(element("cache-store", "duration", "60", "cache-response", "true"));
        stored(new FakeExchange().header("Range", "bytes=9-"), 416, new Headers(), "x");
        stored(new FakeExchange().header("If-Match", "\"x\""), 412, new Headers(), "x");
        assertThat(hits(new FakeExchange())).isFalse();
    }

    @Test
    void fieldsOfOneConnectionAndOfOneTransmissionAreNotStored() {
        Headers headers = Headers.of(
                "Connection",
                "X-Hop, close",
                "X-Hop",
                "1",
                "Keep-Alive",
                "timeout=5",
                "Transfer-Encoding",
                "chunked",
                "Age",
                "7",
                "Expires",
                "0",
                "ETag",
                "\"v1\"");
        stored(new FakeExchange(), 200, headers, "hello");
        FakeExchange hit = new FakeExchange();
        run(lookup, hit);
        assertThat(hit.response().headers().names()).containsExactlyInAnyOrder("ETag", "Cache-Control");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "none | true | no-store | -",
                "private | true | private, max-age=60, must-revalidate | 20",
                "public | true | public, max-age=60, must-revalidate | 20",
                "public | false | public, max-age=60 | 20",
            })
    void theClientIsToldWhatTheAuthorAllowsItToStore(String type, String must, String expected, String age) {
        lookup = bench.compile(element(
                "cache-lookup",
                "vary-by-developer",
                "false",
                "vary-by-developer-groups",
                "false",
                "downstream-caching-type",
                type,
                "must-revalidate",
                must));
        FakeExchange first = stored(new FakeExchange(), 200, Headers.of("Expires", "0"), "hello");
        assertThat(first.response().headers().get("Cache-Control")).isEqualTo(expected);
        assertThat(first.response().headers().contains("Expires")).isFalse();
        bench.time.advance(Duration.ofSeconds(20));
        FakeExchange second = new FakeExchange();
        run(lookup, second);
        assertThat(second.response().headers().get("Cache-Control")).isEqualTo(expected);
        assertThat(second.response().headers().get("Age")).isEqualTo(age);
    }

    @Test
    void aBodyThatStreamsGoesOnStreamingAndIsStoredWhenItsLastByteHasPassed() {
        FakeExchange first = new FakeExchange();
        run(lookup, first);
        StreamedBody backend = new StreamedBody("hel", "lo");
        run(store, first.responds(200, new Headers(), backend));
        List<String> client = StreamedBody.subscribe(first.response().body().take());
        backend.send();
        assertThat(client).containsExactly("hel");
        assertThat(hits(new FakeExchange())).isFalse();
        backend.send();
        backend.complete();
        assertThat(client).containsExactly("hel", "lo", "end");
        FakeExchange second = new FakeExchange();
        assertThat(hits(second)).isTrue();
        assertThat(body(second)).isEqualTo("hello");
    }

    @Test
    void aBodyThatSaysHowLongItIsIsStoredBeforeTheClientHasItAll() {
        FakeExchange first = new FakeExchange();
        run(lookup, first);
        StreamedBody backend = StreamedBody.ofKnownLength("hel", "lo");
        run(store, first.responds(200, new Headers(), backend));
        StreamedBody.subscribe(first.response().body().take());
        backend.send();
        assertThat(hits(new FakeExchange())).isFalse();
        backend.send();
        assertThat(hits(new FakeExchange())).isTrue();
        backend.complete();
        assertThat(hits(new FakeExchange())).isTrue();
    }

    @Test
    void aBodyThatBreaksOffIsNotStored() {
        FakeExchange first = new FakeExchange();
        run(lookup, first);
        StreamedBody backend = new StreamedBody("hel", "lo");
        run(store, first.responds(200, new Headers(), backend));
        List<String> client = StreamedBody.subscribe(first.response().body().take());
        backend.send();
        backend.fail();
        assertThat(client).containsExactly("hel", "broken");
        assertThat(hits(new FakeExchange())).isFalse();
    }

    @Test
    void aBodyTooLongForTheCacheReachesTheClientAllTheSame() {
        String half = "x".repeat(600);
        FakeExchange first = new FakeExchange();
        run(lookup, first);
        StreamedBody backend = new StreamedBody(half, half);
        run(store, first.responds(200, new Headers(), backend));
        List<String> client = StreamedBody.subscribe(first.response().body().take());
        backend.send();
        backend.send();
        backend.complete();
        assertThat(client).containsExactly(half, half, "end");
        assertThat(hits(new FakeExchange())).isFalse();
    }

    @Test
    void anEmptyChildAndAnExternalCacheAreReported() {
        bench.compile(element(
                "cache-lookup",
                "vary-by-developer",
                "false",
                "vary-by-developer-groups",
                "false",
                "caching-type",
                "external",
                text("vary-by-header", " ; ")));
        assertThat(bench.issues).hasSize(2);
        assertThat(bench.issues.get(0).toString()).contains("warning: caching-type 'external' of <cache-lookup>");
        assertThat(bench.issues.get(1).toString()).contains("error: <vary-by-header> is empty");
    }

    private Policy lookup(PolicyElement... children) {
        List<Object> parts =
                new ArrayList<>(List.of("vary-by-developer", "false", "vary-by-developer-groups", "false"));
        parts.addAll(List.of(children));
        return bench.compile(element("cache-lookup", parts.toArray()));
    }

    private FakeExchange stored(FakeExchange exchange, int status, Headers headers, String body) {
        run(lookup, exchange);
        run(store, exchange.responds(status, headers, Body.of(body)));
        return exchange;
    }

    private boolean hits(FakeExchange exchange) {
        return run(lookup, exchange) == Outcome.cacheHit();
    }

    private static FakeExchange bearer(String token) {
        return new FakeExchange().header("Authorization", "Bearer " + token);
    }

    private static String body(FakeExchange exchange) {
        return new String(exchange.response().body().read(true), StandardCharsets.UTF_8);
    }
}
