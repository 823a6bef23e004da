package dev.apim.testkit;

import dev.apim.backend.BackendClient;
import dev.apim.core.backend.JdkBackendClient;

final class JdkBackendClientTest extends BackendClientContract {
    @Override
    protected BackendClient create() {
        return JdkBackendClient.create();
    }
}
