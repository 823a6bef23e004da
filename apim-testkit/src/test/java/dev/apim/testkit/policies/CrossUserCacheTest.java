package dev.apim.testkit.policies;

import static dev.apim.testkit.policies.PolicyBench.element;
import static dev.apim.testkit.policies.PolicyBench.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Threat row 63: users in any order, known by their token, their cookie, their subscription or not at all, share one cache and nothing else. */
final class CrossUserCacheTest {
    private static final String URL = "https://api.example/orders/1?q=";
    private static final int USERS = 50;

    private final PolicyBench bench = new PolicyBench();
    private final Policy store = bench.compile(element("cache-store", "duration", "60"));
    private final Policy shared = lookup("false");
    private final Policy byDeveloper = lookup("true");
    private final Random random = new Random(1);
    private int hits;
    private int leaks;

    /** How the backend knows whom it answers, and what it says about the answer. */
    private enum Kind {
        TOKEN("Cache-Control", "private"),
        TOKEN_AND_COOKIE("Set-Cookie", "id=1"),
        COOKIE("Vary", "Cookie"),
        SESSION("Set-Cookie", "id=1"),
        ADDRESS("Cache-Control", "private"),
        SECRET("Cache-Control", "no-store"),
        ANYTHING("Vary", "*"),
        DEVELOPER("Cache-Control", "private");

        private final String name;
        private final String value;

        Kind(String name, String value) {
            this.name = name;
            this.value = value;
        }

        Headers says() {
            return Headers.of(name, value);
        }
    }

    @Test
    void amongTwentyThousandRequestsNobodyGetsAnothersResponse() {
        mix(20_000);
    }

    @Test
    @Tag("proof")
    void amongAMillionRequestsNobodyGetsAnothersResponse() {
        mix(1_000_000);
    }

    private void mix(int requests) {
        Kind[] kinds = Kind.values();
        for (int i = 0; i < requests; i++) {
            ask(kinds[random.nextInt(kinds.length)], "user-" + random.nextInt(USERS));
        }
        System.out.printf(
                "%,d requests of %d users to one cache: %,d answered from it, %d of them with another's response%n",
                requests, USERS, hits, leaks);
        assertThat(leaks).isZero();
        assertThat(hits).isGreaterThan(requests / 10);
    }

    private void ask(Kind kind, String user) {
        FakeExchange exchange = FakeExchange.get(URL + random.nextInt(4));
        switch (kind) {
            case TOKEN, TOKEN_AND_COOKIE -> exchange.header("Authorization", "Bearer " + user);
            case COOKIE -> exchange.header("Cookie", "id=" + user);
            case DEVELOPER -> exchange.user(user);
            default -> exchange.header("X-User", user);
        }
        Policy lookup = kind == Kind.DEVELOPER ? byDeveloper : shared;
        if (run(lookup, exchange) == Outcome.cacheHit()) {
            hits++;
            String answer = new String(exchange.response().body().read(true), StandardCharsets.UTF_8);
            leaks += answer.equals(user) ? 0 : 1;
        } else {
            run(store, exchange.responds(200, kind.says(), Body.of(user)));
        }
    }

    private Policy lookup(String byDeveloper) {
        return bench.compile(element(
                "cache-lookup",
                "vary-by-developer",
                byDeveloper,
                "vary-by-developer-groups",
                "false",
                "allow-private-response-caching",
                "true"));
    }
}
