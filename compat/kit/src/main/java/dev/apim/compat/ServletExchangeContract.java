package dev.apim.compat;

import dev.apim.core.Apim;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** The contract of exchanges where the gateway is in the host's container, and the API the host's own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ServletExchangeContract extends ExchangeContract {
    private @Nullable KitApplication application;

    /** The container. */
    protected abstract ServletHost host();

    @BeforeAll
    void start() {
        application = KitApplication.start(
                host(),
                Apim.create(a -> a.api(
                        "kit", api -> api.path("kit").open().allOperations().inline())));
    }

    @AfterAll
    void stop() {
        if (application != null) {
            application.close();
        }
    }

    @Override
    protected int port() {
        return Objects.requireNonNull(application).port();
    }

    @Override
    protected String path() {
        return KitApplication.CONTEXT + "/kit";
    }
}
