package dev.apim.servlet;

import dev.apim.backend.BackendClient;
import dev.apim.core.lane.Lane;
import dev.apim.core.routing.CanonicalPath;
import dev.apim.http.Body;
import dev.apim.http.HttpRequest;
import dev.apim.http.HttpResponse;
import dev.apim.http.HttpService;
import dev.apim.http.ServerCall;
import dev.apim.http.Url;
import dev.apim.policy.Exchange;
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
    final FilterSetting setting;
    final HttpServletRequest request;
    final HttpServletResponse response;
    private FilterChain chain;
    private final @Nullable RequestBody body;
    private HttpService.Ending ending = cause -> {};
    private @Nullable HostSide host;
    private @Nullable HostCall forward;
    private @Nullable ClientSide client;
    private @Nullable Patience patience;
    /** Known where the host answers. */
    private @Nullable Exchange exchange;

    private boolean over;
    private boolean told;
    private @Nullable Throwable broken;

    ServletExchange(
            FilterSetting setting, HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        this.setting = setting;
        this.request = request;
        this.response = response;
        this.chain = chain;
        this.body = Targets.hasBody(request) ? new RequestBody(request, lane) : null;
    }

    /** Answers it on the container's thread, as far as that goes. */
    void serve(CanonicalPath path) throws IOException, ServletException {
        request.setAttribute(ATTRIBUTE, this);
        HttpRequest read = Targets.request(request, path, body == null ? Body.empty() : body);
        lane.take();
        boolean held = true;
        try {
            ending = setting.gateway().handle(read, path, this, null);
            held = goOn();
        } finally {
            if (held) {
                lane.free();
            }
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
        onLane(false, attempt ? null : side);
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
        onLane(true, side);
    }

    /** Goes on with what the host has answered, if it has; then leaves the lane, parked or free. */
    private void onLane(boolean parked, @Nullable HostSide answered) throws IOException {
        lane.take();
        boolean held = true;
        try {
            if (answered != null) {
                afterHost(answered);
            }
            held = goOn();
        } finally {
            if (held && parked) {
                lane.park();
            } else if (held) {
                lane.free();
            }
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
            } else if (exchange != null || client != null || !request.isAsyncSupported()) {
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
        HostSide side = hostSide();
        lane.park();
        side.attempt(call, chain, body);
        if (side.isAsync()) {
            return false;
        }
        lane.take();
        afterHost(side);
        return true;
    }

    private HostSide hostSide() {
        HostSide side = host;
        if (side == null) {
            side = new HostSide(this);
            host = side;
        }
        return side;
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
        if (client != null) {
            client.flush();
        }
        // What is under way to the client is brought to its end, whoever else waits.
        if (!mayRefuse()) {
            lane.awaitAndRun();
            return;
        }
        Patience own = patience == null ? new Patience(setting.waiting()) : patience;
        patience = own;
        if (!own.await(lane, () -> lane.execute(() -> refuse("The request waited too long.")))) {
            refuse("All threads that may wait are waiting.");
        }
    }

    private boolean mayRefuse() {
        return !over && client == null && !response.isCommitted();
    }

    /** Gives up for want of time or threads. */
    private void refuse(String reason) {
        if (!mayRefuse()) {
            return;
        }
        end(new TimeoutException(reason));
        tell();
        try {
            response.reset();
            ResponseHead.refuse(response, ResponseHead.unavailable());
            broken = null;
        } catch (IOException e) {
            broken = e;
        }
    }

    private void goAsync() throws IOException {
        client = ClientSide.asynchronous(this, request, response);
        if (body != null) {
            body.listen();
        }
    }

    /** What is known of the request, once the host is asked. */
    @Nullable
    Exchange known() {
        return exchange;
    }

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
        exchange = known;
        HostSide side = hostSide();
        return Optional.of(side);
    }

    void forward(HostCall call) {
        forward = call;
    }

    @Override
    public void respond(HttpResponse answer) {
        Patience.end(patience);
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
            unsendable(e);
        }
    }

    /** Sends a body under a head that is set. */
    void write(Body answer) throws IOException {
        clientSide().write(answer);
    }

    private ClientSide clientSide() {
        ClientSide side = client;
        if (side == null) {
            side = new ClientSide(this, request, response, null);
            client = side;
        }
        return side;
    }

    private void unsendable(IllegalArgumentException reason) {
        LOG.error("A response cannot be written: {}", reason.getMessage());
        try {
            response.reset();
            clientSide().respond(ResponseHead.internalError());
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

    boolean isOver() {
        return over;
    }

    /** Whether the host's response is nobody's concern any more: answered in its place, or asked for once more. */
    boolean isDoneWithHost() {
        return over || forward != null || client != null;
    }

    private void tell() {
        if (!told) {
            told = true;
            Patience.end(patience);
            ending.ended(broken);
        }
    }

    /** What broke off must not look whole, whether or not the container has sent a part of it. */
    private void rethrow() throws IOException, ServletException {
        if (over && host != null) {
            host.rethrow();
        }
        if (over && broken != null) {
            HostSide.rethrow(broken);
        }
    }
}
