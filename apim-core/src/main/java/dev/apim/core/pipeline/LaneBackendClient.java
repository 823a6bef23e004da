package dev.apim.core.pipeline;

import dev.apim.backend.BackendCall;
import dev.apim.backend.BackendCapability;
import dev.apim.backend.BackendClient;
import dev.apim.backend.BackendRequest;
import dev.apim.http.HttpResponse;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Starts requests on the lane of the exchange also for a caller that is on a worker: a client must be used where its connections live.
 */
public final class LaneBackendClient implements BackendClient {
    /** The lane that the worker on this thread stands in for. */
    static final ThreadLocal<@Nullable Executor> WORKER_LANE = new ThreadLocal<>();

    private final BackendClient client;

    /** Around a client that must be used on the lane. */
    public LaneBackendClient(BackendClient client) {
        this.client = client;
    }

    @Override
    public Set<BackendCapability> capabilities() {
        return client.capabilities();
    }

    @Override
    public BackendCall send(BackendRequest request) {
        Executor lane = WORKER_LANE.get();
        if (lane == null) {
            return client.send(request);
        }
        Started started = new Started();
        lane.execute(() -> started.start(client, request));
        return started;
    }

    @Override
    public void close() {
        client.close();
    }

    private static final class Started implements BackendCall {
        private final CompletableFuture<HttpResponse> response = new CompletableFuture<>();
        private @Nullable BackendCall call;
        private boolean cancelled;

        void start(BackendClient client, BackendRequest request) {
            if (cancelled) {
                return;
            }
            call = client.send(request);
            call.response().whenComplete((value, error) -> {
                if (error == null) {
                    response.complete(value);
                } else {
                    response.completeExceptionally(error);
                }
            });
        }

        @Override
        public CompletionStage<HttpResponse> response() {
            return response;
        }

        @Override
        public void cancel() {
            cancelled = true;
            if (call != null) {
                call.cancel();
            }
        }
    }
}
