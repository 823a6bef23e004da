package dev.apim.compat;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Endpoints that answer later. */
final class AsyncEndpoints {
    static final Map<String, Endpoint> ALL = Map.of(
            "async", AsyncEndpoints::complete,
            "async-at-once", AsyncEndpoints::atOnce,
            "async-dispatch", AsyncEndpoints::dispatch,
            "async-dispatch-to", AsyncEndpoints::dispatchTo,
            "async-timeout", AsyncEndpoints::timeout,
            "async-timeout-answered", AsyncEndpoints::timeoutAnswered,
            "async-error", AsyncEndpoints::error,
            "async-write", AsyncEndpoints::write,
            "async-read", AsyncEndpoints::read,
            "async-events", AsyncEndpoints::events);

    private AsyncEndpoints() {}

    private static void later(AsyncContext async, AsyncWork work) {
        async.start(() -> {
            try {
                work.run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private interface AsyncWork {
        void run() throws IOException;
    }

    private static void complete(HttpServletRequest request, HttpServletResponse response) {
        AsyncContext async = request.startAsync(request, response);
        later(async, () -> {
            response.setHeader("X-Async", "yes");
            response.getWriter().print("later");
            async.complete();
        });
    }

    private static void atOnce(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AsyncContext async = request.startAsync();
        async.getResponse().getWriter().print("at once");
        async.complete();
    }

    private static void dispatch(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            response.getWriter().print("dispatched " + request.getAttribute("result"));
            return;
        }
        AsyncContext async = request.startAsync();
        later(async, () -> {
            request.setAttribute("result", "42");
            async.dispatch();
        });
    }

    private static void dispatchTo(HttpServletRequest request, HttpServletResponse response) {
        AsyncContext async = request.startAsync();
        String target = "/" + KitServlet.segment(request, 1) + "/where?a=dispatched";
        later(async, () -> async.dispatch(target));
    }

    private static void timeout(HttpServletRequest request, HttpServletResponse response) {
        request.startAsync().setTimeout(100);
    }

    private static void timeoutAnswered(HttpServletRequest request, HttpServletResponse response) {
        AsyncContext async = request.startAsync();
        async.setTimeout(100);
        async.addListener(new Listener() {
            @Override
            public void onTimeout(AsyncEvent event) throws IOException {
                ((HttpServletResponse) event.getAsyncContext().getResponse()).setStatus(503);
                event.getAsyncContext().getResponse().getWriter().print("took too long");
                event.getAsyncContext().complete();
            }
        });
    }

    private static void error(HttpServletRequest request, HttpServletResponse response) {
        AsyncContext async = request.startAsync();
        later(async, () -> {
            ((HttpServletResponse) async.getResponse()).sendError(418, "told later");
            async.complete();
        });
    }

    /** Writes when the container has room. */
    private static void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int size = KitServlet.number(request, "size");
        AsyncContext async = request.startAsync();
        async.setTimeout(20_000);
        response.setContentType("application/octet-stream");
        response.getOutputStream().setWriteListener(new Writing(async, response.getOutputStream(), size));
    }

    /** Reads when the container has something. */
    private static void read(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AsyncContext async = request.startAsync();
        async.setTimeout(20_000);
        ServletInputStream in = request.getInputStream();
        in.setReadListener(new Reading(async, in));
    }

    private static void events(HttpServletRequest request, HttpServletResponse response) {
        String gate = KitServlet.word(request, "gate");
        AsyncContext async = request.startAsync();
        later(async, () -> {
            response.setContentType("text/event-stream");
            response.getOutputStream().print("data: first\n\n");
            response.flushBuffer();
            Gates.await(gate);
            response.getOutputStream().print("data: second\n\n");
            async.complete();
        });
    }

    /** Does nothing. */
    private static class Listener implements AsyncListener {
        @Override
        public void onComplete(AsyncEvent event) {}

        @Override
        public void onTimeout(AsyncEvent event) throws IOException {}

        @Override
        public void onError(AsyncEvent event) {}

        @Override
        public void onStartAsync(AsyncEvent event) {}
    }
}
