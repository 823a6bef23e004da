package dev.apim.servlet;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A listener of the host's: the cycle of which it hears, and may complete, is the one that it knows. */
record HostListener(
        HostAsync cycle,
        AsyncListener listener,
        @Nullable ServletRequest request,
        @Nullable ServletResponse response) implements AsyncListener {
    private AsyncEvent known(AsyncEvent event) {
        return new AsyncEvent(cycle, request, response, event.getThrowable());
    }

    @Override
    public void onComplete(AsyncEvent event) throws IOException {
        listener.onComplete(known(event));
    }

    @Override
    public void onTimeout(AsyncEvent event) throws IOException {
        cycle.telling(true);
        try {
            listener.onTimeout(known(event));
        } finally {
            cycle.telling(false);
        }
    }

    @Override
    public void onError(AsyncEvent event) throws IOException {
        listener.onError(known(event));
    }

    /** The cycle that begins is another. */
    @Override
    public void onStartAsync(AsyncEvent event) throws IOException {
        listener.onStartAsync(new AsyncEvent(event.getAsyncContext(), request, response, event.getThrowable()));
    }
}
