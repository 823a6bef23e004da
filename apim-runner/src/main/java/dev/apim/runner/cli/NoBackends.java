package dev.apim.runner.cli;

import dev.apim.backend.BackendCall;
import dev.apim.backend.BackendCapability;
import dev.apim.backend.BackendClient;
import dev.apim.backend.BackendException;
import dev.apim.backend.BackendRequest;
import dev.apim.http.HttpResponse;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Reaches no backend: for checking, where nothing is sent. */
final class NoBackends implements BackendClient {
    @Override
    public Set<BackendCapability> capabilities() {
        return EnumSet.allOf(BackendCapability.class);
    }

    @Override
    public BackendCall send(BackendRequest request) {
        CompletionStage<HttpResponse> failed = CompletableFuture.failedFuture(new BackendException(
                BackendException.Kind.CONNECTION, "no backend is called while a configuration is checked", null));
        return new BackendCall() {
            @Override
            public CompletionStage<HttpResponse> response() {
                return failed;
            }

            @Override
            public void cancel() {}
        };
    }

    @Override
    public void close() {}
}
