package dev.apim.core.policies.message;

import dev.apim.backend.BackendClient;
import dev.apim.core.pipeline.GatewayExchange;
import dev.apim.policy.Exchange;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** What the engine's own exchange offers beyond the contract. */
public final class Engine {
    private Engine() {}

    /** The exchange's view of the gateway's client, which also serves while the exchange is on a worker. */
    public static BackendClient client(Exchange exchange, BackendClient gatewayClient) {
        return exchange instanceof GatewayExchange engine ? engine.backendClient() : gatewayClient;
    }

    /**
     * Runs work without a small bound, which must not touch the exchange, away from the lane; fails with a {@link
     * java.util.concurrent.RejectedExecutionException} where all workers are busy.
     */
    public static <T> CompletionStage<T> onWorker(Exchange exchange, Supplier<T> work) {
        return exchange instanceof GatewayExchange engine
                ? engine.onWorker(work)
                : CompletableFuture.completedFuture(null).thenApply(none -> work.get());
    }

    /** Work that may never end, on a worker, for so long; in place where there are no workers. */
    public static <T> CompletionStage<T> work(Exchange exchange, Supplier<T> work, Duration patience) {
        return exchange instanceof GatewayExchange engine
                ? engine.work(work, patience)
                : CompletableFuture.completedFuture(work.get());
    }

    /** Where the host mounted the gateway: empty, or from a slash on. */
    public static String mount(Exchange exchange) {
        return exchange instanceof GatewayExchange engine ? engine.mount() : "";
    }

    /** Text for the log, without the secrets the configuration knows. */
    public static String redacted(Exchange exchange, String text) {
        return exchange instanceof GatewayExchange engine ? engine.redact(text) : text;
    }
}
