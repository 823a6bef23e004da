package dev.apim.policy;

import dev.apim.http.HttpRequest;
import dev.apim.http.RequestMessage;
import dev.apim.http.ResponseMessage;
import dev.apim.http.Url;
import dev.apim.model.Api;
import dev.apim.model.Operation;
import dev.apim.model.Product;
import dev.apim.model.Subscription;
import dev.apim.model.User;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way through the gateway, with everything that is known of it (Azure: {@code context}). All of it is touched on
 * the exchange's lane only, so it needs no locks.
 */
public interface Exchange {
    /** Random, known to logs and traces. */
    UUID requestId();

    /** When the request was received, UTC. */
    Instant timestamp();

    /** Nanoseconds since then, on the monotonic clock. */
    long elapsedNanos();

    /** What the client sent, as the adapter received it. Its headers and body are those of {@link #request()}. */
    HttpRequest received();

    /** What the client called, in canonical form. */
    Url originalUrl();

    /** Numeric address of the caller: the peer, or what a trusted proxy says. */
    String callerAddress();

    /** The request on its way to the backend. */
    RequestMessage request();

    /** The response as it stands; before there is one, {@code 200} without fields and body. */
    ResponseMessage response();

    /** Whether a backend, the cache, a policy or a failure has made a response. */
    boolean hasResponse();

    /** Puts another response in place. */
    void respondWith(ResponseMessage response);

    /** What policies keep for this request, by name; names are case-sensitive. A value may be {@code null}. */
    Map<String, @Nullable Object> variables();

    /** What a policy remembers of this request under a key, or {@code null}. */
    <T> @Nullable T get(ExchangeKey<T> key);

    /** Remembers something under a key, in place of what was there. */
    <T> void put(ExchangeKey<T> key, T value);

    /** The API, once it is matched. */
    @Nullable
    Api api();

    /** The operation, once it is matched. */
    @Nullable
    Operation operation();

    /** The product in whose context the call runs, if there is one. */
    @Nullable
    Product product();

    /** The subscription the key belongs to, if there was a key. */
    @Nullable
    Subscription subscription();

    /** The key in use, if there was one; secret. */
    @Nullable
    String subscriptionKey();

    /** The subscription's owner, if it has one. */
    @Nullable
    User user();

    /** The template parameters' values, decoded, by name. */
    Map<String, String> matchedParameters();

    /** What went wrong, in {@code on-error}. */
    @Nullable
    LastError lastError();

    /** The configuration it runs under. */
    GatewayView gateway();

    /** Whether a step-by-step trace is kept. */
    boolean tracing();

    /** Adds a message to the trace; does nothing unless {@link #tracing()}. The message must hold no secret. */
    void trace(String message);

    /**
     * Runs {@code action} once, before the response is committed, on whatever way the request ends; after an abort it runs when the
     * request ends. In the order of registration.
     */
    void onResponse(Consumer<Exchange> action);

    /** Runs {@code action} once, after the last byte or the abort. In the order of registration. */
    void onEnd(Consumer<Exchange> action);

    /** Runs {@code task} on the lane of this exchange. May be called from any thread. */
    void execute(Runnable task);

    /**
     * Does work without a small bound on a worker, which stands in for the lane until it is done: {@code work} may touch the exchange.
     * May be called from any thread; a caller that is on such a worker does the work at once.
     *
     * @return completes on that worker; fails with {@link java.util.concurrent.RejectedExecutionException} on the lane where no worker
     *     can be had
     */
    default <T> CompletionStage<T> offload(Supplier<T> work) {
        throw new UnsupportedOperationException("this exchange has no workers");
    }

    /**
     * An exchange within this one, for policies that have a request of their own: the same caller, API, configuration and lane; its own
     * request, response and remembered things, and a copy of the variables. On the lane.
     */
    default Exchange within(RequestMessage request) {
        throw new UnsupportedOperationException("this exchange holds no other");
    }
}
