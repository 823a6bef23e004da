package dev.apim.vertx;

import dev.apim.backend.BackendClient;
import dev.apim.backend.BackendClientProvider;
import io.vertx.core.Vertx;

/** Makes clients that own a Vert.x of their own. */
public final class VertxBackendClientProvider implements BackendClientProvider {
    @Override
    public BackendClient create() {
        Vertx vertx = Vertx.vertx();
        return new VertxBackendClient(vertx, new VertxTime(vertx), ClientSettings.DEFAULT, true);
    }

    @Override
    public int priority() {
        return 100;
    }
}
