package dev.apim.core.policies.routing;

import dev.apim.http.Headers;
import dev.apim.model.CircuitBreakerRule;
import dev.apim.model.CircuitBreakerRule.StatusCodes;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The circuit breaker of one backend: closed until one of its rules finds too many failures, then open until its time is over, and
 * then closed again, with all counts at zero. What was sent before it opened counts no more. Thread-safe.
 */
final class Circuit {
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final String SERVER_ERRORS = "Server errors";

    private final List<CircuitBreakerRule> rules;
    private final List<FailureCount> counts;
    private boolean open;
    private long closes;

    Circuit(List<CircuitBreakerRule> rules) {
        this.rules = rules;
        this.counts = rules.stream().map(FailureCount::new).toList();
    }

    /** Whether it still goes by these rules. */
    boolean isOf(List<CircuitBreakerRule> others) {
        return rules.equals(others);
    }

    /** How long no request may be sent; zero when one may. */
    synchronized long nanosOpen(long now) {
        if (open && now - closes >= 0) {
            open = false;
        }
        return open ? closes - now : 0;
    }

    /**
     * A request has ended.
     *
     * @param status of the answer, or of the failure that stands for it
     * @param reason of the failure; {@code null} where the backend answered
     * @param headers of the answer
     * @param now of the monotonic clock
     * @param date the same by the wall clock
     */
    synchronized void ended(int status, @Nullable String reason, Headers headers, long now, Instant date) {
        if (nanosOpen(now) > 0) {
            return;
        }
        long trip = 0;
        for (FailureCount count : counts) {
            if (count.isTooMuch(isFailure(count.rule(), status, reason), now)) {
                trip = Math.max(trip, duration(count.rule(), headers, date).toNanos());
            }
        }
        if (trip > 0) {
            open = true;
            closes = now + trip;
            counts.forEach(FailureCount::clear);
        }
    }

    private static boolean isFailure(CircuitBreakerRule rule, int status, @Nullable String reason) {
        if (rule.statusCodes().isEmpty() && rule.errorReasons().isEmpty()) {
            return status >= 500;
        }
        for (StatusCodes range : rule.statusCodes()) {
            if (range.contains(status)) {
                return true;
            }
        }
        for (String each : rule.errorReasons()) {
            if (each.equalsIgnoreCase(reason) || status >= 500 && each.equalsIgnoreCase(SERVER_ERRORS)) {
                return true;
            }
        }
        return false;
    }

    private static Duration duration(CircuitBreakerRule rule, Headers headers, Instant date) {
        String asked = rule.acceptRetryAfter() ? headers.get("Retry-After") : null;
        Duration wait = asked == null ? null : retryAfter(asked.strip(), date);
        return wait == null ? rule.tripDuration() : wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    /** RFC 9110 §10.2.3: seconds or a date; what is neither, or is over, is as good as not said. */
    private static @Nullable Duration retryAfter(String text, Instant date) {
        try {
            Duration wait = text.matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(text))
                    : Duration.between(
                            date,
                            ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT))
                                    .toInstant());
            return wait.isNegative() || wait.isZero() ? null : wait;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
