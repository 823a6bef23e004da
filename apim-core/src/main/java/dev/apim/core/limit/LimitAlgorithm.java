package dev.apim.core.limit;

import dev.apim.Time;
import dev.apim.limit.RateLimiter;
import java.util.Locale;

/** How rate limits are counted; the setting {@code algorithm}. */
public enum LimitAlgorithm {
    /** The events of the last window are counted (Azure's classic tiers). */
    SLIDING_WINDOW {
        @Override
        public RateLimiter create(Time time) {
            return new SlidingWindowRateLimiter(time);
        }
    },
    /** Tokens flow back steadily, and a full bucket may be spent at once (Azure's v2 tiers). */
    TOKEN_BUCKET {
        @Override
        public RateLimiter create(Time time) {
            return new TokenBucketRateLimiter(time);
        }
    };

    /** A limiter of this kind whose counters lie in this process. */
    public abstract RateLimiter create(Time time);

    /**
     * From the value of the setting.
     *
     * @throws IllegalArgumentException when it is neither {@code sliding-window} nor {@code token-bucket}
     */
    public static LimitAlgorithm parse(String setting) {
        for (LimitAlgorithm algorithm : values()) {
            if (algorithm.toString().equals(setting)) {
                return algorithm;
            }
        }
        throw new IllegalArgumentException(
                "algorithm is 'sliding-window' or 'token-bucket', found '" + setting + "': use one of the two");
    }

    /** The value of the setting. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
