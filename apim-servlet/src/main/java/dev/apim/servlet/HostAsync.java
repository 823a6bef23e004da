package dev.apim.servlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;

/** The host's asynchronous cycle: when it completes, the policies have their turn before the container does. */
final class HostAsync implements AsyncContext, AsyncListener {
    private final AsyncContext raw;
    private final HostSide side;
    private boolean completed;
    private boolean timedOut;
    private boolean told;

    HostAsync(AsyncContext raw, HostSide side) {
        this.raw = raw;
        this.side = side;
        raw.addListener(this);
    }

    /** Whether the container has told of the timeout, and no listener of the host's is being told just now. */
    boolean isOverTime() {
        return timedOut && !told && !completed;
    }

    /** A listener of the host's is being told. */
    void telling(boolean now) {
        told = now;
    }

    @Override
    public void complete() {
        completed = true;
        if (side.completed()) {
            raw.complete();
        } else {
            // The policies want the host once more, and filters run on the container's threads.
            raw.dispatch();
        }
    }

    @Override
    public void onComplete(AsyncEvent event) {
        if (!completed) {
            side.endedByContainer(new IOException("the container ended the host's asynchronous request"));
        }
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        // The host's own listeners may answer; if none does, the container ends the request.
        timedOut = true;
    }

    @Override
    public void onError(AsyncEvent event) {
        // As above.
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }

    @Override
    public ServletRequest getRequest() {
        return raw.getRequest();
    }

    @Override
    public ServletResponse getResponse() {
        return raw.getResponse();
    }

    @Override
    public boolean hasOriginalRequestAndResponse() {
        return raw.hasOriginalRequestAndResponse();
    }

    @Override
    public void dispatch() {
        raw.dispatch();
    }

    @Override
    public void dispatch(String path) {
        raw.dispatch(path);
    }

    @Override
    public void dispatch(ServletContext context, String path) {
        raw.dispatch(context, path);
    }

    @Override
    public void start(Runnable work) {
        raw.start(work);
    }

    @Override
    public void addListener(AsyncListener listener) {
        raw.addListener(new HostListener(this, listener, null, null));
    }

    @Override
    public void addListener(AsyncListener listener, ServletRequest request, ServletResponse response) {
        raw.addListener(new HostListener(this, listener, request, response));
    }

    @Override
    public <T extends AsyncListener> T createListener(Class<T> type) throws ServletException {
        return raw.createListener(type);
    }

    @Override
    public void setTimeout(long millis) {
        raw.setTimeout(millis);
    }

    @Override
    public long getTimeout() {
        return raw.getTimeout();
    }
}
