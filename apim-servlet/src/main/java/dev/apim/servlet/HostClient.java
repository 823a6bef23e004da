package dev.apim.servlet;

import dev.apim.backend.BackendCall;
import dev.apim.backend.BackendCapability;
import dev.apim.backend.BackendClient;
import dev.apim.backend.BackendRequest;
import java.util.EnumSet;
import java.util.Set;

/** The rest of the host's chain. It is called once the engine's stack is unwound. */
record HostClient(ServletExchange exchange) implements BackendClient {
    @Override
    public Set<BackendCapability> capabilities() {
        return EnumSet.of(BackendCapability.HOST_OVERRIDE);
    }

    @Override
    public BackendCall send(BackendRequest request) {
        HostCall call = new HostCall(request);
        exchange.forward(call);
        return call;
    }

    @Override
    public void close() {}
}
