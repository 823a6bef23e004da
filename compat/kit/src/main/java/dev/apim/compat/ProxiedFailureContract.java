package dev.apim.compat;

import dev.apim.core.Apim;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** The contract of failures where the gateway is in a container, and the backend elsewhere. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ProxiedFailureContract extends FailureContract {
    private @Nullable KitApplication backend;
    private @Nullable KitApplication application;

    /** A container that is not started. */
    protected abstract ServletHost host();

    @BeforeAll
    void start() {
        KitApplication far = KitApplication.start(host(), null);
        backend = far;
        application = KitApplication.start(host(), Apim.create(a -> apis(a, api -> api.backend(far.url()))));
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
    protected String base() {
        return KitApplication.CONTEXT + "/";
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
