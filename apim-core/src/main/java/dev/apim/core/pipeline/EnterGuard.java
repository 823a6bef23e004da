package dev.apim.core.pipeline;

import dev.apim.policy.Expression;
import dev.apim.policy.Outcome;
import dev.apim.policy.PolicyFailure;

/**
 * Takes a permit of a concurrency limit; what follows, up to the guard's end, holds it (Azure: limit-concurrency).
 *
 * @param permits of the gateway
 * @param key of the limit
 * @param max permits there are for it
 * @param slot that keeps the key to release
 */
record EnterGuard(ConcurrencyPermits permits, Expression<String> key, int max, int slot) implements Instruction {
    @Override
    public int execute(Run run, int at) {
        String name = key.evaluate(run.exchange());
        String held = name == null ? "" : name;
        if (!permits.tryAcquire(held, max)) {
            return run.take(
                    Outcome.fail(PolicyFailure.of(429, "ConcurrencyLimitExceeded", "Concurrency limit is exceeded.")),
                    at);
        }
        run.slot(slot, held);
        return at + 1;
    }
}
