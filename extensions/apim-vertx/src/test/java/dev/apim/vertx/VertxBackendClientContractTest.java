package dev.apim.vertx;

import dev.apim.backend.BackendClient;
import dev.apim.testkit.BackendClientContract;

final class VertxBackendClientContractTest extends BackendClientContract {
    @Override
    protected BackendClient create() {
        return new VertxBackendClientProvider().create();
    }
}
