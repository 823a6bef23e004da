package dev.apim.servlet;

import dev.apim.Cancellable;
import dev.apim.backend.BackendClient;
import dev.apim.core.Gateway;
import dev.apim.core.lane.Lane;
import dev.apim.core.routing.CanonicalPath;
import dev.apim.http.Body;
import dev.apim.http.HttpRequest;
import dev.apim.http.HttpResponse;
import dev.apim.http.HttpService;
import dev.apim.http.ServerCall;
import dev.apim.http.Url;
import dev.apim.policy.Exchange;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request of the container in the hands of the gateway.
 *
 * <p>The container's thread is its lane while it has something to do: it runs the policies, calls the host, reads and writes. Where the
 * host answers, the thread waits for whatever policies wait for, since the host's filters must run on it; where a backend does, the
 * thread goes, and the request ends asynchronously.
 */
final class ServletExchange implements ServerCall {
    /** The request attribute that holds it. */
    static final String ATTRIBUTE = "dev.apim.servlet.exchange";

    private static final Logger LOG = LoggerFactory.getLogger(ServletExchange.class);

    private final Lane lane = new Lane();
    private final Gateway gateway;
    private final ServletOptions options;
    private final WaitingRoom waiting;
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private FilterChain chain;
    private final @Nullable RequestBody body;
    private HttpService.Ending ending = cause -> {};
    private @Nullable HostSide host;
    private @Nullable HostCall forward;
    private @Nullable ClientSide client;
    private Cancellable patience = Cancellable.none();
    private boolean impatient;
    private boolean hosted;
    private @Nullable Exchange exchange;
    private boolean over;
    private boolean told;
    private @Nullable Throwable broken;

    ServletExchange(
            Gateway gateway,
            ServletOptions options,
            WaitingRoom waiting,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain) {
        this.gateway = gateway;
        this.options = options;
        this.waiting = waiting;
        this.request = request;
        this.response = response;
        this.chain = chain;
        this.body = hasBody(request) ? new RequestBody(request, lane) : null;
    }

    /** A request without a length and without chunks has no body in HTTP/1; in HTTP/2 only its end tells. */
    private static boolean hasBody(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        return length > 0
                || length < 0
                        && (request.getHeader("Transfer-Encoding") != null
                                || request.getProtocol().startsWith("HTTP/2")
                                        && !request.getMethod().equals("GET")
                                        && !request.getMethod().equals("HEAD"));
    }

    /** Answers it on the container's thread, as far as that goes. */
    void serve(CanonicalPath path) throws IOException, ServletException {
        request.setAttribute(ATTRIBUTE, this);
        HttpRequest read = Targets.request(request, path, body == null ? Body.empty() : body);
        lane.take();
        boolean held = true;
        try {
            ending = gateway.handle(read, path, this, null);
            held = goOn();
        } finally {
            leave(held);
        }
        rethrow();
    }

    /** The container dispatches a request that it has begun here. */
    void dispatchedAgain(HttpServletRequest again, HttpServletResponse answer, FilterChain rest)
            throws IOException, ServletException {
        if (client != null && client.isAborting()) {
            throw new IOException("The response broke off.", broken);
        }
        HostSide side = host;
        if (side == null || !side.isAsync()) {
            rest.doFilter(again, answer);
            return;
        }
        chain = rest;
        boolean attempt = side.awaitsAttempt();
        if (!attempt) {
            side.dispatched(again, answer, rest);
            if (side.isAsync()) {
                return;
            }
        }
        lane.take();
        boolean held = true;
        try {
            if (!attempt) {
                afterHost(side);
            }
            held = goOn();
        } finally {
            leave(held);
        }
        rethrow();
    }

    /**
     * The host, or an attempt at it, forwards. When that ends, so does the response (Jakarta Servlet 6.0 §9.4): a container may take
     * nothing more then, so the policies have their turn before.
     */
    void forwarded(HttpServletRequest request, HttpServletResponse given, FilterChain rest)
            throws IOException, ServletException {
        rest.doFilter(request, given);
        HostSide side = host;
        if (side == null || !side.isAnsweredBy(given)) {
            return;
        }
        lane.take();
        boolean held = true;
        try {
            afterHost(side);
            held = goOn();
        } finally {
            if (held) {
                lane.park();
            }
        }
    }

    private void leave(boolean held) {
        if (held) {
            lane.free();
        }
    }

    /** Brings the exchange on until it is over or goes on without this thread. Whether this thread still has the lane. */
    private boolean goOn() throws IOException {
        lane.run();
        while (!over) {
            HostCall call = forward;
            if (call != null) {
                forward = null;
                if (!attempt(call)) {
                    return false;
                }
            } else if (hosted || client != null || !request.isAsyncSupported()) {
                // What is being answered on this thread goes on there.
                awaitTask();
            } else {
                goAsync();
                return true;
            }
        }
        tell();
        return true;
    }

    /** Lets the host answer. Whether it has; otherwise it goes on asynchronously, and the lane is left. */
    private boolean attempt(HostCall call) {
        HostSide side = host;
        if (side == null) {
            side = new HostSide(this, request, response, options.redispatch());
            host = side;
        }
        if (exchange != null) {
            request.setAttribute(ApimContext.ATTRIBUTE, ApimContext.of(exchange));
        }
        lane.park();
        side.attempt(call, chain, body);
        if (side.isAsync()) {
            return false;
        }
        lane.take();
        afterHost(side);
        return true;
    }

    private void afterHost(HostSide side) {
        side.hostEnded();
        lane.run();
    }

    /** The host has completed its asynchronous cycle: ends the exchange, on the host's thread. Whether it is over. */
    boolean hostCompleted(HostSide side) {
        lane.take();
        try {
            afterHost(side);
            while (!over && forward == null) {
                awaitTask();
            }
            if (over) {
                tell();
            }
            return over;
        } finally {
            if (over) {
                lane.free();
            } else {
                lane.park();
            }
        }
    }

    /** The container has ended the host's asynchronous cycle in its own way: what was not answered by then will not be. */
    void endedByContainer(Throwable cause) {
        lane.take();
        end(cause);
        tell();
        lane.free();
    }

    /**
     * Does something on the lane, for the host's thread, and waits until something is so: the host writes, and the policies have to see
     * the head of its response first, or to take what it wrote.
     */
    void decide(Runnable work, BooleanSupplier decided) {
        lane.take();
        try {
            work.run();
            lane.run();
            while (!decided.getAsBoolean()) {
                awaitTask();
            }
        } finally {
            lane.park();
        }
    }

    /** Waits for whatever comes next. On the lane. */
    void awaitTask() {
        RequestBody reading = body;
        if (reading != null && reading.wants()) {
            reading.readBlocking();
            lane.run();
            return;
        }
        flushClient();
        if (!waiting.enter()) {
            refuse("All threads that may wait are waiting.");
            return;
        }
        try {
            if (!impatient) {
                impatient = true;
                patience = waiting.tooLong(() -> lane.execute(() -> refuse("The request waited too long.")));
            }
            lane.awaitAndRun();
        } finally {
            waiting.leave();
        }
    }

    private void flushClient() {
        if (client != null) {
            client.flush();
        }
    }

    /** Gives up for want of time or threads. */
    private void refuse(String reason) {
        if (over || client != null || response.isCommitted()) {
            return;
        }
        end(new TimeoutException(reason));
        tell();
        try {
            HttpResponse answer = HttpResponse.of(
                    503, "application/json", "{ \"statusCode\": 503, \"message\": \"Service Unavailable\" }");
            answer.headers().add("Retry-After", "1");
            response.reset();
            ResponseHead.refuse(response, answer);
            broken = null;
        } catch (IOException e) {
            broken = e;
        }
    }

    private void goAsync() throws IOException {
        AsyncContext async = request.startAsync(request, response);
        async.setTimeout(0);
        ClientSide side = new ClientSide(this, response, async);
        async.addListener(side);
        client = side;
        if (body != null) {
            body.listen();
        }
    }

    // What the engine asks for, on the lane.

    @Override
    public void execute(Runnable task) {
        lane.execute(task);
    }

    @Override
    public String mount() {
        return request.getContextPath();
    }

    @Override
    public Optional<BackendClient> inline(Exchange known, Url asked) {
        hosted = true;
        exchange = known;
        return Optional.of(new HostClient(this));
    }

    void forward(HostCall call) {
        forward = call;
    }

    @Override
    public void respond(HttpResponse answer) {
        patience.cancel();
        if (over) {
            return;
        }
        try {
            if (host != null && host.takes(answer)) {
                return;
            }
            clientSide().respond(answer);
        } catch (IOException e) {
            end(e);
        } catch (IllegalArgumentException e) {
            unsendable(answer, e);
        }
    }

    /** Sends a body under a head that is set. */
    void write(Body answer) throws IOException {
        clientSide().write(answer);
    }

    private ClientSide clientSide() {
        ClientSide side = client;
        if (side == null) {
            side = new ClientSide(this, response, null);
            client = side;
        }
        return side;
    }

    private void unsendable(HttpResponse answer, IllegalArgumentException reason) {
        LOG.error("A response cannot be written: {}", reason.getMessage());
        try {
            response.reset();
            clientSide()
                    .respond(HttpResponse.of(
                            500,
                            "application/json",
                            "{ \"statusCode\": 500, \"message\": \"Internal server error\" }"));
        } catch (IOException e) {
            end(e);
        }
    }

    @Override
    public void abort(Throwable cause) {
        if (client != null && client.isAsync()) {
            broken = cause;
            over = true;
            tell();
            client.abort();
        } else {
            end(cause);
        }
    }

    /** Nothing more happens: the response is out, or broken off. On the lane. */
    void end(@Nullable Throwable cause) {
        if (!over) {
            over = true;
            broken = cause;
            if (client != null && client.isAsync()) {
                tell();
            }
        }
    }

    /** HTTP/1.0 has none. */
    boolean mayHaveTrailers() {
        return !request.getProtocol().equals("HTTP/1.0");
    }

    boolean isOver() {
        return over;
    }

    /** Whether the engine wants the host once more. */
    boolean wantsHost() {
        return forward != null;
    }

    @Nullable
    ClientSide client() {
        return client;
    }

    private void tell() {
        if (!told) {
            told = true;
            patience.cancel();
            ending.ended(broken);
        }
    }

    private void rethrow() throws IOException, ServletException {
        HostSide side = host;
        if (side != null && over) {
            side.rethrow();
        }
        Throwable cause = broken;
        if (over && cause != null && response.isCommitted()) {
            throw cause instanceof IOException io ? io : new IOException("The response broke off.", cause);
        }
    }
}
