package dev.apim.compat;

import dev.apim.core.Apim;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** The contract of exchanges where the gateway is in a container, and the API's backend is elsewhere. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ProxiedExchangeContract extends ExchangeContract {
    private @Nullable KitApplication backend;
    private @Nullable KitApplication application;

    /** A container that is not started. */
    protected abstract ServletHost host();

    @BeforeAll
    void start() {
        backend = KitApplication.start(host(), null);
        String url = backend.url();
        application = KitApplication.start(
                host(),
                Apim.create(a -> a.api(
                        "far", api -> api.path("far").open().allOperations().backend(url))));
    }

    @AfterAll
    void stop() {
        if (application != null) {
            application.close();
        }
        if (backend != null) {
            backend.close();
        }
    }

    @Override
    protected int port() {
        return Objects.requireNonNull(application).port();
    }

    @Override
    protected String path() {
        return KitApplication.CONTEXT + "/far";
    }
}
