package dev.apim.core.backend;

import dev.apim.ApimException;
import dev.apim.backend.BackendClient;
import dev.apim.backend.BackendClientProvider;
import java.util.Comparator;
import java.util.ServiceLoader;

/** The choice among the clients at hand. */
public final class BackendClients {
    private BackendClients() {}

    /** A client of the provider with the greatest priority. */
    public static BackendClient best() {
        return ServiceLoader.load(BackendClientProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .max(Comparator.comparingInt(BackendClientProvider::priority))
                .orElseThrow(() -> new ApimException("no backend client is at hand: add the jar apim-vertx"))
                .create();
    }
}
