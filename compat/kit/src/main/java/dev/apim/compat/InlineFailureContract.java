package dev.apim.compat;

import dev.apim.core.Apim;
import dev.apim.core.design.ApiDesign;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** The contract of failures where the host answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class InlineFailureContract extends FailureContract {
    private @Nullable KitApplication application;

    /** A container that is not started. */
    protected abstract ServletHost host();

    @BeforeAll
    void start() {
        application = KitApplication.start(host(), Apim.create(a -> apis(a, ApiDesign::inline)));
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
    protected String base() {
        return KitApplication.CONTEXT + "/";
    }

    @Override
    protected boolean isProxied() {
        return false;
    }

    @Override
    protected boolean asked() {
        return !Objects.requireNonNull(application).guarded().isEmpty();
    }
}
