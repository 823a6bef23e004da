package dev.apim.core.backend;

import dev.apim.backend.BackendClient;
import dev.apim.backend.BackendClientProvider;

/** Makes clients of the JDK, each with a clock and threads of its own. */
public final class JdkBackendClientProvider implements BackendClientProvider {
    @Override
    public BackendClient create() {
        return JdkBackendClient.create();
    }

    @Override
    public int priority() {
        return 0;
    }
}
