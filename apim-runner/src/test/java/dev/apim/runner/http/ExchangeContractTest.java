package dev.apim.runner.http;

import dev.apim.compat.ExchangeContract;
import dev.apim.compat.KitApplication;
import dev.apim.compat.jetty.JettyHost;
import dev.apim.core.Gateway;
import dev.apim.core.GatewayBuilder;
import dev.apim.core.design.ApimDesign;
import dev.apim.core.resource.ConfigurationReader;
import dev.apim.core.secret.SecretStores;
import dev.apim.core.secret.SubscriptionKeys;
import dev.apim.vertx.ClientSettings;
import dev.apim.vertx.VertxBackendClient;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** The contract of exchanges in the runner, ahead of the application that the contract's endpoints are. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExchangeContractTest extends ExchangeContract {
    private @Nullable KitApplication backend;
    private @Nullable RunningServer server;

    @BeforeAll
    void start() {
        KitApplication started = KitApplication.start(new JettyHost(), null);
        backend = started;
        server = RunningServer.with(
                ServerSettings.DEFAULT, ClientSettings.DEFAULT, client -> gateway(client, started.url()));
    }

    private static Gateway gateway(VertxBackendClient client, String url) {
        ApimDesign design = ApimDesign.from(List.of())
                .api("far", api -> api.path("far").open().allOperations().backend(url));
        return gateway(client, design);
    }

    static Gateway gateway(VertxBackendClient client, ApimDesign design) {
        Gateway gateway = new GatewayBuilder(new WallTime(), client).build();
        gateway.load(new ConfigurationReader(SecretStores.none(), SubscriptionKeys.inMemory())
                .read(design.resources(), issue -> {
                    throw new AssertionError(issue.toString());
                })
                .orElseThrow());
        return gateway;
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
        if (backend != null) {
            backend.close();
        }
    }

    @Override
    protected int port() {
        return Objects.requireNonNull(server).port();
    }

    @Override
    protected String path() {
        return "/far";
    }
}
