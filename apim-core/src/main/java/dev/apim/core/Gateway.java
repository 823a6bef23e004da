package dev.apim.core;

import dev.apim.ConfigurationException;
import dev.apim.Issue;
import dev.apim.core.caller.TrustedProxies;
import dev.apim.core.error.BuiltInError;
import dev.apim.core.pipeline.ExchangeFlow;
import dev.apim.core.pipeline.ExchangeSetting;
import dev.apim.core.pipeline.GatewayExchange;
import dev.apim.core.pipeline.GatewayRuntime;
import dev.apim.core.pipeline.RequestTrace;
import dev.apim.core.policies.message.HopByHop;
import dev.apim.core.resource.Configuration;
import dev.apim.core.routing.CanonicalPath;
import dev.apim.core.routing.MalformedTargetException;
import dev.apim.core.snapshot.HostForwards;
import dev.apim.core.snapshot.RequestFlow;
import dev.apim.core.snapshot.Snapshot;
import dev.apim.core.snapshot.SnapshotCompiler;
import dev.apim.http.HttpRequest;
import dev.apim.http.HttpResponse;
import dev.apim.http.HttpService;
import dev.apim.http.ServerCall;
import dev.apim.http.Url;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The gateway: answers requests under the configuration it was given last. A request keeps the configuration it began with to its end.
 * Thread-safe.
 */
public final class Gateway implements HttpService, AutoCloseable {
    private final GatewaySettings settings;
    private final GatewayRuntime runtime;
    private final SnapshotCompiler compiler;
    private final TrustedProxies proxies;
    private volatile @Nullable Snapshot snapshot;
    private boolean hostedOnce;

    Gateway(GatewaySettings settings, GatewayRuntime runtime, SnapshotCompiler compiler) {
        this.settings = settings;
        this.runtime = runtime;
        this.compiler = compiler;
        this.proxies = new TrustedProxies(settings.trustedProxies(), settings.identityFields());
    }

    /**
     * Puts a configuration in force: requests that begin from now on see it. Blocks while it compiles.
     *
     * @return warnings
     * @throws ConfigurationException with every issue when one is an error; the configuration before it stays in force
     */
    public synchronized List<Issue> load(Configuration configuration) {
        Snapshot next = compiler.compile(configuration);
        requirePossible(next);
        snapshot = next;
        return next.warnings();
    }

    /**
     * Tells it that a host lets each request into the rest of its chain once, as it came: from now on a configuration that needs more is
     * refused.
     *
     * @throws ConfigurationException when the configuration in force does
     */
    public synchronized void hostedOnce() {
        hostedOnce = true;
        Snapshot current = snapshot;
        if (current != null) {
            requirePossible(current);
        }
    }

    private void requirePossible(Snapshot next) {
        List<Issue> impossible = hostedOnce ? HostForwards.impossible(next) : List.of();
        if (!impossible.isEmpty()) {
            throw new ConfigurationException(impossible);
        }
    }

    /** The configuration in force, once one was loaded. */
    public @Nullable Snapshot snapshot() {
        return snapshot;
    }

    /** Permits of concurrency limits that are taken at the moment. */
    public int permitsInUse() {
        return runtime.permits().inUse();
    }

    @Override
    public Ending handle(HttpRequest request, ServerCall call) {
        return handle(request, call, null);
    }

    /** The same, keeping a step-by-step trace. */
    public Ending handle(HttpRequest request, ServerCall call, @Nullable RequestTrace trace) {
        try {
            return handle(request, path(request.target()), call, trace);
        } catch (MalformedTargetException e) {
            call.respond(badRequest(String.valueOf(e.getMessage())));
            return cause -> {};
        }
    }

    /**
     * A request target as this gateway reads it, for adapters that ask what the gateway {@link #manages} before they hand it a request.
     *
     * @throws MalformedTargetException when it is refused
     */
    public CanonicalPath path(String target) {
        return CanonicalPath.parse(target, settings.paths());
    }

    /** Whether a path is one of the gateway's: an API of the configuration in force lies at it or above it. */
    public boolean manages(CanonicalPath path) {
        Snapshot current = snapshot;
        return current != null && current.manages(path);
    }

    /** The same with the target read ahead, and perhaps a trace. */
    public Ending handle(HttpRequest request, CanonicalPath path, ServerCall call, @Nullable RequestTrace trace) {
        Snapshot current = snapshot;
        if (current == null) {
            call.respond(HttpResponse.of(
                    503, "application/json", "{ \"statusCode\": 503, \"message\": \"Service Unavailable\" }"));
            return cause -> {};
        }
        Url original;
        try {
            original = original(request, call.mount(), path);
        } catch (IllegalArgumentException e) {
            call.respond(badRequest(String.valueOf(e.getMessage())));
            return cause -> {};
        }
        String caller = proxies.callerOf(request);
        HopByHop.strip(request.headers());
        proxies.clean(request);
        GatewayExchange exchange = new GatewayExchange(
                request, original, caller, new ExchangeSetting(call, runtime, current, current.redactor(), trace));
        ExchangeFlow flow = new ExchangeFlow(exchange);
        new RequestFlow(current, path, exchange, flow, settings.enforceScheme()).start();
        return flow;
    }

    /** What a malformed request is answered with. */
    public static HttpResponse badRequest(String message) {
        return HttpResponse.of(
                400, "application/json", BuiltInError.badRequest(message).body(""));
    }

    private static Url original(HttpRequest request, String mount, CanonicalPath path) {
        String host = request.host();
        int colon = host.lastIndexOf(':');
        int port = Url.defaultPort(request.scheme());
        if (colon > host.lastIndexOf(']')) {
            port = colon + 1 == host.length() ? port : port(host.substring(colon + 1));
            host = host.substring(0, colon);
        }
        String encoded = path.encoded();
        return new Url(
                request.scheme(),
                host.toLowerCase(Locale.ROOT),
                port,
                encoded.startsWith("/") ? mount + encoded : "/",
                path.query());
    }

    private static int port(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("The port in Host is not a number.", e);
        }
    }

    /** Lets go of the threads and stores it was built with. */
    @Override
    public void close() {
        runtime.workers().shutdownNow();
        runtime.services().backendClient().close();
        runtime.services().events().close();
        runtime.services().quotaCounter().close();
    }
}
