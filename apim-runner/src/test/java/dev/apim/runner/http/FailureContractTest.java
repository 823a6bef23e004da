package dev.apim.runner.http;

import dev.apim.compat.FailureContract;
import dev.apim.compat.KitApplication;
import dev.apim.compat.jetty.JettyHost;
import dev.apim.core.design.ApimDesign;
import dev.apim.vertx.ClientSettings;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** The contract of failures in the runner, ahead of the application that the contract's endpoints are. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FailureContractTest extends FailureContract {
    private @Nullable KitApplication backend;
    private @Nullable RunningServer server;

    @BeforeAll
    void start() {
        KitApplication started = KitApplication.start(new JettyHost(), null);
        backend = started;
        ApimDesign design = ApimDesign.from(List.of());
        apis(design, api -> api.backend(started.url()));
        server = RunningServer.with(
                ServerSettings.DEFAULT, ClientSettings.DEFAULT, client -> ExchangeContractTest.gateway(client, design));
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
    protected String base() {
        return "/";
    }

    @Override
    protected boolean isProxied() {
        return true;
    }

    @Override
    protected boolean asked() {
        return !Objects.requireNonNull(backend).guarded().isEmpty();
    }
}
