package dev.apim.vertx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apim.backend.BackendClient;
import dev.apim.backend.ConnectionOptions;
import dev.apim.backend.ConnectionOptions.AddressRule;
import dev.apim.testkit.ProxyContract;
import dev.apim.testkit.WireProxy;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VertxProxyTest extends ProxyContract {
    @TempDir
    static Path keys;

    @Override
    protected BackendClient create() {
        return new VertxBackendClientProvider().create();
    }

    @Test
    void aTunnelIsAskedForWithCredentialsAndCarriesTls() throws Exception {
        Path key = Keys.make(keys, "localhost", "dns:localhost,ip:127.0.0.1");
        try (Backend backend = new Backend(Keys.context(key, key), false);
                WireProxy proxy = new WireProxy(200)) {
            ConnectionOptions options = new ConnectionOptions(
                    false,
                    true,
                    null,
                    AddressRule.ANY,
                    new ConnectionOptions.Proxy("127.0.0.1", proxy.port(), "me", "secret"));
            assertThat(get("https://localhost:" + backend.port() + "/", options).status())
                    .isEqualTo(200);
            assertThat(proxy.heads().get(0))
                    .startsWith("CONNECT localhost:" + backend.port())
                    .containsIgnoringCase("proxy-authorization: Basic bWU6c2VjcmV0");
        }
    }

    @Test
    void aProxyThatRefusesTheCredentialsIsAFailureAndNoAnswer() throws Exception {
        try (WireProxy proxy = new WireProxy(407)) {
            assertThatThrownBy(() -> get("http://backend.invalid/", through(proxy, "me", "secret")))
                    .hasMessageContaining("the proxy refused the credentials")
                    .hasMessageNotContaining("secret");
        }
    }

    @Test
    void aComputedHostThatIsNotPublicIsNotAskedForThroughAProxyEither() throws Exception {
        try (WireProxy proxy = new WireProxy(200)) {
            ConnectionOptions options = new ConnectionOptions(
                    true,
                    true,
                    null,
                    AddressRule.PUBLIC,
                    through(proxy, null, null).proxy());
            assertThatThrownBy(() -> get("http://127.0.0.1/", options)).hasMessageContaining("not public");
            assertThat(proxy.heads()).isEmpty();
        }
    }
}
