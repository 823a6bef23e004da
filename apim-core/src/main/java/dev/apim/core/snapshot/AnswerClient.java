package dev.apim.core.snapshot;

import dev.apim.backend.BackendCall;
import dev.apim.backend.BackendCapability;
import dev.apim.backend.BackendClient;
import dev.apim.backend.BackendRequest;
import dev.apim.kind.CompiledApi;
import dev.apim.policy.Exchange;
import java.util.Set;

/** Where the requests go of an API that the gateway answers itself. */
record AnswerClient(CompiledApi api, Exchange exchange) implements BackendClient {
    @Override
    public Set<BackendCapability> capabilities() {
        return Set.of();
    }

    @Override
    public BackendCall send(BackendRequest request) {
        return api.answer(exchange, request);
    }

    @Override
    public void close() {
        // There is no connection.
    }
}
