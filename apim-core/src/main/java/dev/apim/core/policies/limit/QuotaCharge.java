package dev.apim.core.policies.limit;

import dev.apim.Cancellable;
import dev.apim.http.Headers;
import dev.apim.limit.QuotaCounter;
import dev.apim.limit.QuotaCounter.Decision;
import dev.apim.limit.QuotaCounter.Exceeded;
import dev.apim.limit.QuotaCounter.Limit;
import dev.apim.limit.Renewal;
import dev.apim.policy.Exchange;
import dev.apim.policy.ExchangeKey;
import dev.apim.policy.Outcome;
import dev.apim.policy.PolicyFailure;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts a call in a quota, once for each counter and request however many policies name it, and says what a refusal is. */
final class QuotaCharge {
    private static final Logger LOG = LoggerFactory.getLogger("dev.apim.policies.limit");
    private static final ExchangeKey<Map<Counter, Long>> CALLS = ExchangeKey.of("quota-calls");
    private static final ExchangeKey<Set<Counter>> BYTES = ExchangeKey.of("quota-bytes");
    private static final long BYTES_OF_KB = 1024;

    private final QuotaCounter counter;

    /** What is counted in. */
    record Counter(String key, Renewal renewal) {}

    QuotaCharge(QuotaCounter counter) {
        this.counter = counter;
    }

    /** The limit of so many calls and kilobytes, either of which may be absent. */
    static Limit limit(@Nullable Long calls, @Nullable Long kilobytes) {
        return new Limit(
                calls == null ? Long.MAX_VALUE : calls,
                kilobytes == null || kilobytes > Long.MAX_VALUE / BYTES_OF_KB
                        ? Long.MAX_VALUE
                        : kilobytes * BYTES_OF_KB);
    }

    /** Holds the call against a limit and counts it at once as so many, 0 for not yet. */
    Outcome check(Exchange exchange, Counter at, Limit limit, long calls, Function<Exchange, Outcome> then) {
        Map<Counter, Long> counted = calls(exchange);
        Long before = counted.get(at);
        // What this request counted already is no reason to refuse it.
        Limit widened = before == null || limit.calls() > Long.MAX_VALUE - before
                ? limit
                : new Limit(limit.calls() + before, limit.bytes());
        long weight = before == null ? calls : 0;
        return decided(counter.acquire(at.key(), at.renewal(), widened, weight), (e, decision) -> {
            if (!decision.allowed()) {
                return Outcome.fail(refusal(decision));
            }
            if (weight > 0) {
                counted.put(at, weight);
            }
            return then.apply(e);
        });
    }

    /** Counts the call now, unless it is counted already. */
    void count(Exchange exchange, Counter at, long calls) {
        if (calls > 0 && calls(exchange).putIfAbsent(at, calls) == null) {
            logged(counter.add(at.key(), at.renewal(), calls, 0));
        }
    }

    /** Counts the bytes that passed, when the request is over, unless they are counted already. */
    void countBytes(Exchange exchange, Counter at) {
        Traffic traffic = Traffic.of(exchange);
        Set<Counter> known = exchange.get(BYTES);
        Set<Counter> counted = known == null ? new HashSet<>() : known;
        if (known == null) {
            exchange.put(BYTES, counted);
        }
        exchange.onEnd(e -> {
            if (counted.add(at) && traffic.bytes() > 0) {
                logged(counter.add(at.key(), at.renewal(), 0, traffic.bytes()));
            }
        });
    }

    private static Map<Counter, Long> calls(Exchange exchange) {
        Map<Counter, Long> known = exchange.get(CALLS);
        if (known != null) {
            return known;
        }
        Map<Counter, Long> fresh = new HashMap<>();
        exchange.put(CALLS, fresh);
        return fresh;
    }

    private static void logged(CompletionStage<Void> stage) {
        stage.whenComplete((done, failure) -> {
            if (failure != null) {
                LOG.error("A call could not be counted for its quota", failure);
            }
        });
    }

    /** A counter that fails ends the request: a call nobody counted must not pass. */
    private static Outcome decided(CompletionStage<Decision> stage, BiFunction<Exchange, Decision, Outcome> then) {
        return Outcome.suspend(
                stage,
                (exchange, decision, failure) -> {
                    if (decision == null) {
                        LOG.error("A quota could not be checked", failure);
                        return Outcome.fail(
                                PolicyFailure.internal("QuotaCounterFailure", "The quota could not be checked."));
                    }
                    return then.apply(exchange, decision);
                },
                Cancellable.none());
    }

    private static PolicyFailure refusal(Decision decision) {
        String what = decision.exceeded() == Exceeded.BYTES ? "bandwidth" : "call volume";
        String message = "Out of " + what + " quota.";
        Duration wait = decision.replenished();
        Headers headers = new Headers();
        if (wait != null) {
            long seconds = Math.max(1, wait.plusNanos(999_999_999).getSeconds());
            message += " Quota will be replenished in " + span(seconds) + ".";
            headers.set("Retry-After", Long.toString(seconds));
        }
        return new PolicyFailure(403, "QuotaExceeded", message, message, headers);
    }

    /** As .NET writes a time span: days only where there are some. */
    private static String span(long seconds) {
        Duration span = Duration.ofSeconds(seconds);
        String clock = String.format(
                Locale.ROOT, "%02d:%02d:%02d", span.toHoursPart(), span.toMinutesPart(), span.toSecondsPart());
        return span.toDays() == 0 ? clock : span.toDays() + "." + clock;
    }
}
