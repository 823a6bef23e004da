package dev.apim.core.backend;

import dev.apim.backend.BackendClient;
import dev.apim.backend.BackendClientProvider;
import java.util.Comparator;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** The choice among the backend clients at hand. */
public final class BackendClients {
    private BackendClients() {}

    /**
     * A new client of the provider with the greatest priority: that of {@code dev.apim:apim-vertx} where this jar is there, else the
     * JDK's. The caller closes it.
     */
    public static BackendClient best() {
        return best(Thread.currentThread().getContextClassLoader()).create();
    }

    static BackendClientProvider best(@Nullable ClassLoader loader) {
        return ServiceLoader.load(BackendClientProvider.class, loader).stream()
                .map(ServiceLoader.Provider::get)
                .max(Comparator.comparingInt(BackendClientProvider::priority))
                .orElseGet(JdkBackendClientProvider::new);
    }
}
