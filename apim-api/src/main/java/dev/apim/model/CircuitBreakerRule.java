package dev.apim.model;

import java.time.Duration;
import java.util.List;

/**
 * When a backend gets no requests for a while (Azure: {@code circuitBreaker.rules}). Either {@code count} or {@code percentage} is set.
 *
 * @param name of the rule
 * @param count 1 to 10,000 failures within the interval trip it; 0 where it is the percentage
 * @param percentage 1 to 100 of the requests within the interval that failed trip it, once there were ten; 0 where it is the count
 * @param interval over which failures are counted
 * @param statusCodes that are failures; a backend that gave no answer counts with the 500 that the caller gets
 * @param errorReasons that are failures, as {@code context.LastError.Reason} has them, such as {@code Timeout}; {@code Server errors}
 *     are the statuses from 500 on. Where there are neither statuses nor reasons, whatever has no answer below 500 is a failure.
 * @param tripDuration for so long no request is sent
 * @param acceptRetryAfter whether the {@code Retry-After} of the answer that trips it says for how long in its place
 */
public record CircuitBreakerRule(
        String name,
        int count,
        int percentage,
        Duration interval,
        List<StatusCodes> statusCodes,
        List<String> errorReasons,
        Duration tripDuration,
        boolean acceptRetryAfter) {
    /**
     * A range of statuses, both ends included.
     *
     * @param min from 200
     * @param max to 599
     */
    public record StatusCodes(int min, int max) {
        /** Whether a status lies in it. */
        public boolean contains(int status) {
            return min <= status && status <= max;
        }
    }
}
