package dev.apim.benchmarks;

import dev.apim.http.HttpResponse;
import dev.apim.http.ServerCall;

/** A call on the calling thread that remembers the status of the last response. */
final class LastStatus implements ServerCall {
    private int status;

    int status() {
        return status;
    }

    @Override
    public void execute(Runnable task) {
        task.run();
    }

    @Override
    public void respond(HttpResponse response) {
        status = response.status();
    }

    @Override
    public void abort(Throwable cause) {
        throw new IllegalStateException(cause);
    }
}
