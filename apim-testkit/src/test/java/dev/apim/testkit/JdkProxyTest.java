package dev.apim.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apim.backend.BackendClient;
import dev.apim.core.backend.JdkBackendClient;
import org.junit.jupiter.api.Test;

final class JdkProxyTest extends ProxyContract {
    @Override
    protected BackendClient create() {
        return JdkBackendClient.create();
    }

    @Test
    void aTunnelWithCredentialsIsBeyondTheJdkAndNamesTheJar() throws Exception {
        try (WireProxy proxy = new WireProxy(200)) {
            assertThatThrownBy(() -> get("https://127.0.0.1:1/", through(proxy, "me", "secret")))
                    .hasMessageContaining("dev.apim:apim-vertx")
                    .hasMessageNotContaining("secret");
        }
    }
}
