package dev.apim.testkit;

import dev.apim.Time;
import dev.apim.core.limit.LimitAlgorithm;
import dev.apim.limit.RateLimiter;

final class SlidingWindowRateLimiterTest extends SlidingWindowContract {
    @Override
    protected RateLimiter create(Time time) {
        return LimitAlgorithm.parse("sliding-window").create(time);
    }

    @Override
    protected long latePart() {
        return 64;
    }

    @Override
    protected int exactUpTo() {
        return 64;
    }
}
