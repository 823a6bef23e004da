package dev.apim.servlet;

import dev.apim.backend.BackendCall;
import dev.apim.backend.BackendCapability;
import dev.apim.backend.BackendClient;
import dev.apim.backend.BackendException;
import dev.apim.backend.BackendRequest;
import dev.apim.http.BytesBody;
import dev.apim.http.HttpResponse;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rest of the host's chain in one exchange: each attempt at it, and what came of the last. It is called once the engine's stack is unwound. */
final class HostSide implements BackendClient {
    private final ServletExchange exchange;
    private int attempts;
    private @Nullable HostCall call;
    private @Nullable HostOutput output;
    private @Nullable HostResponse response;
    private @Nullable Throwable thrown;
    private @Nullable Throwable toRethrow;
    private boolean async;
    private @Nullable HostAsync cycle;
    private boolean awaitsAttempt;

    HostSide(ServletExchange exchange) {
        this.exchange = exchange;
    }

    ServletExchange exchange() {
        return exchange;
    }

    @Override
    public Set<BackendCapability> capabilities() {
        return EnumSet.of(BackendCapability.HOST_OVERRIDE);
    }

    @Override
    public BackendCall send(BackendRequest request) {
        HostCall asked = new HostCall(request);
        exchange.forward(asked);
        return asked;
    }

    @Override
    public void close() {}

    /** Whether the host goes on in its own time. */
    boolean isAsync() {
        return async;
    }

    /** Whether the container dispatches so that the host can be called once more. */
    boolean awaitsAttempt() {
        return awaitsAttempt;
    }

    /** Calls the host; returns when it has answered, or goes on asynchronously. Off the lane: the host must not be disturbed. */
    void attempt(HostCall newCall, FilterChain chain, @Nullable RequestBody body) {
        attempts++;
        call = newCall;
        thrown = null;
        awaitsAttempt = false;
        async = false;
        output = null;
        response = null;
        HostRequest request = new HostRequest(exchange.request, newCall.request, body, this);
        boolean elsewhere = !request.isPathUnchanged();
        if ((elsewhere || attempts > 1) && !exchange.setting.options().redispatch()) {
            newCall.fail(new BackendException(BackendException.Kind.CONNECTION, notReached(elsewhere), null));
            return;
        }
        if (attempts > 1) {
            HostHead.startOver(exchange.response, sessionCookie());
        }
        HostOutput fresh = new HostOutput(this, exchange.response);
        output = fresh;
        HostResponse wrapped = new HostResponse(exchange.response, fresh, request);
        response = wrapped;
        request.respondWith(wrapped);
        call(elsewhere || attempts > 1 ? null : chain, request, wrapped);
        finishUnlessAsync();
    }

    private String sessionCookie() {
        String name =
                exchange.request.getServletContext().getSessionCookieConfig().getName();
        return name == null ? "JSESSIONID" : name;
    }

    private void finishUnlessAsync() {
        if (!async && response != null) {
            response.finish();
        }
    }

    private static String notReached(boolean elsewhere) {
        return elsewhere
                ? "A policy changed the path of a request to the host; map the host's filters to FORWARD and allow re-dispatch."
                : "The host cannot be called a second time; map its filters to FORWARD and allow re-dispatch.";
    }

    private RequestDispatcher dispatcher(HostRequest request) throws ServletException {
        RequestDispatcher dispatcher =
                exchange.request.getServletContext().getRequestDispatcher(request.pathInContext());
        if (dispatcher == null) {
            throw new ServletException("the container has no dispatcher for " + request.pathInContext());
        }
        return dispatcher;
    }

    /** Calls the rest of the chain, or has the container dispatch. */
    private void call(@Nullable FilterChain chain, HttpServletRequest request, HttpServletResponse given) {
        try {
            if (chain != null) {
                chain.doFilter(request, given);
            } else if (request instanceof HostRequest elsewhere) {
                dispatcher(elsewhere).forward(request, given);
            }
        } catch (IOException | ServletException | RuntimeException | Error e) {
            thrown = e;
        }
    }

    /** The host has the container dispatch an asynchronous request to it again. */
    void dispatched(HttpServletRequest request, HttpServletResponse given, FilterChain chain) {
        async = false;
        call(chain, request, given);
        finishUnlessAsync();
    }

    /**
     * Whether what the host forwarded to has answered here, and not to something of the host's that goes on; if so, all of it is here.
     */
    boolean isAnsweredBy(HttpServletResponse given) {
        HostResponse present = response;
        if (async || present == null || given != present) {
            return false;
        }
        present.finish();
        return true;
    }

    /** The host's asynchronous cycle begins. */
    void startedAsync(HostAsync begun) {
        async = true;
        cycle = begun;
    }

    /** Whether the host's time is over and it does not answer that: what is said now is the container's. */
    boolean isEndedByContainer() {
        return async && cycle != null && cycle.isOverTime();
    }

    /** What the host said is all there is. On the lane. */
    void hostEnded() {
        if (output != null) {
            output.end(thrown);
        }
    }

    /** Ends the host's asynchronous cycle. Whether the container may complete it; otherwise it has to dispatch once more. */
    boolean completed() {
        if (response != null) {
            response.finish();
        }
        if (exchange.hostCompleted(this)) {
            async = false;
            return true;
        }
        awaitsAttempt = true;
        return false;
    }

    void answer(HttpResponse response) {
        HostCall present = call;
        if (present != null) {
            present.answer(response);
        }
    }

    /** The container has ended an asynchronous cycle in its own way, by its time or for an error. */
    void endedByContainer(Throwable cause) {
        exchange.endedByContainer(cause);
    }

    /**
     * Sends the gateway's answer where it is the host's own, changed or not. Whether it was; otherwise the raw response holds its head
     * at most.
     */
    boolean takes(HttpResponse answer) throws IOException {
        HostOutput present = output;
        if (present == null) {
            return false;
        }
        if (thrown != null && answer.status() == 500 && isEmpty(answer)) {
            toRethrow = thrown;
            exchange.end(null);
            return true;
        }
        return present.respond(answer);
    }

    static boolean isEmpty(HttpResponse answer) {
        return answer.body() instanceof BytesBody bytes && bytes.length() == 0;
    }

    /** What the host threw is the container's to make an error page of. */
    void rethrow() throws IOException, ServletException {
        Throwable cause = toRethrow;
        toRethrow = null;
        if (cause != null) {
            rethrow(cause);
        }
    }

    /** As it is where a filter may throw it, else as the cause of what it may. */
    static void rethrow(Throwable cause) throws IOException, ServletException {
        if (cause instanceof IOException io) {
            throw io;
        } else if (cause instanceof ServletException servlet) {
            throw servlet;
        } else if (cause instanceof RuntimeException runtime) {
            throw runtime;
        } else if (cause instanceof Error error) {
            throw error;
        }
        throw new IOException("The response broke off.", cause);
    }
}
