package dev.apim.servlet;

import dev.apim.backend.BackendCall;
import dev.apim.backend.BackendRequest;
import dev.apim.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A request on its way to the host. */
final class HostCall implements BackendCall {
    final BackendRequest request;
    private final CompletableFuture<HttpResponse> response = new CompletableFuture<>();

    HostCall(BackendRequest request) {
        this.request = request;
    }

    void answer(HttpResponse given) {
        response.complete(given);
    }

    void fail(Throwable cause) {
        response.completeExceptionally(cause);
    }

    @Override
    public CompletionStage<HttpResponse> response() {
        return response;
    }

    /** Nobody can call a host back; what it answers is dropped. */
    @Override
    public void cancel() {
        response.cancel(false);
    }
}
