package dev.apim.core.pipeline;

import dev.apim.Time;
import dev.apim.policy.PolicyServices;
import java.time.Duration;
import java.util.concurrent.ExecutorService;

/**
 * What all requests of one gateway share, whatever its configuration.
 *
 * @param services engines behind the policies
 * @param workers bounded pool for work without a small bound; it refuses what exceeds its queue
 * @param permits concurrency limits
 * @param limits of bodies in memory
 * @param deadline longest life of a request before its response; zero: none
 * @param onErrorDeadline longest run of on-error after the request's time was up
 * @param retriesFailures whether a forward that fails within a retry is the end of an attempt, whose condition is then asked
 * @param boundedWork what may never end, on the workers
 */
public record GatewayRuntime(
        PolicyServices services,
        ExecutorService workers,
        ConcurrencyPermits permits,
        BodyLimits limits,
        Duration deadline,
        Duration onErrorDeadline,
        boolean retriesFailures,
        BoundedWork boundedWork) {
    /** With work of its own on the workers. */
    public GatewayRuntime(
            PolicyServices services,
            ExecutorService workers,
            ConcurrencyPermits permits,
            BodyLimits limits,
            Duration deadline,
            Duration onErrorDeadline,
            boolean retriesFailures) {
        this(
                services,
                workers,
                permits,
                limits,
                deadline,
                onErrorDeadline,
                retriesFailures,
                new BoundedWork(workers, services.time()));
    }

    /** The clock and timer. */
    Time time() {
        return services.time();
    }
}
