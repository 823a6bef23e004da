package dev.apim.backend;

import dev.apim.Cancellable;
import dev.apim.http.HttpResponse;
import java.util.concurrent.CompletionStage;

/** A request on its way to a backend. */
public interface BackendCall extends Cancellable {
    /**
     * The head of the response; its body streams. Fails with {@link BackendException}. It may complete on any thread.
     */
    CompletionStage<HttpResponse> response();

    /** Gives up: resets the backend connection if the exchange on it has not ended. */
    @Override
    void cancel();
}
