package dev.apim.core.pipeline;

import dev.apim.backend.BackendClient;
import dev.apim.core.subscription.Decision;
import dev.apim.http.HttpRequest;
import dev.apim.http.RequestMessage;
import dev.apim.http.ResponseMessage;
import dev.apim.http.ServerCall;
import dev.apim.http.Url;
import dev.apim.model.Api;
import dev.apim.model.Operation;
import dev.apim.model.Product;
import dev.apim.model.Subscription;
import dev.apim.model.SubscriptionKeyParameterNames;
import dev.apim.model.User;
import dev.apim.policy.Exchange;
import dev.apim.policy.ExchangeKey;
import dev.apim.policy.GatewayView;
import dev.apim.policy.LastError;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one mutable thing of a request: what the adapter brought, what was matched, what policies made of it, and its lane.
 *
 * <p>While an instruction runs on a worker, the worker is the lane: whatever else comes for this exchange waits until it is back.
 */
public final class GatewayExchange implements Exchange {
    private static final @Nullable Object[] NOTHING = new Object[0];

    private final HttpRequest received;
    private final ExchangeSetting setting;
    private final ExchangeLane lane;
    private final RequestMessage request;
    private final Url originalUrl;
    private final String callerAddress;
    private final long startNanos;
    private final @Nullable GatewayExchange outer;

    private @Nullable UUID requestId;
    private @Nullable ResponseMessage response;
    private @Nullable Map<String, @Nullable Object> variables;
    private @Nullable Api api;
    private @Nullable Operation operation;
    private Map<String, String> parameters = Map.of();
    private Decision.Allowed caller = Decision.Allowed.ANYONE;
    private Program program = Program.NONE;
    private @Nullable LastError lastError;
    private @Nullable LateActions responseActions;
    private @Nullable LateActions endActions;
    private @Nullable Object[] kept = NOTHING;
    private int keptLength;

    /**
     * A request at the door.
     *
     * @param received as the adapter brought it
     * @param originalUrl canonical
     * @param callerAddress numeric
     * @param setting what surrounds it
     */
    public GatewayExchange(HttpRequest received, Url originalUrl, String callerAddress, ExchangeSetting setting) {
        this.received = received;
        this.originalUrl = originalUrl;
        this.callerAddress = callerAddress;
        this.setting = setting;
        this.lane = new ExchangeLane(setting.call(), setting.runtime().workers());
        this.request = new RequestMessage(received.method(), originalUrl, received.headers(), received.body());
        this.startNanos = setting.runtime().time().nanos();
        this.outer = null;
    }

    /** Within another, whose end it shares. */
    private GatewayExchange(GatewayExchange outer, RequestMessage request) {
        this.received = outer.received;
        this.originalUrl = outer.originalUrl;
        this.callerAddress = outer.callerAddress;
        this.setting = outer.setting;
        this.lane = outer.lane;
        this.request = request;
        this.startNanos = outer.startNanos;
        this.outer = outer;
        this.requestId = outer.requestId();
        this.api = outer.api;
        this.operation = outer.operation;
        this.parameters = outer.parameters;
        this.caller = outer.caller;
        this.variables = outer.variables == null ? null : new LinkedHashMap<>(outer.variables);
    }

    /** Remembers what routing found: the API, its operation if one answers, and the parameters of its template, decoded. */
    public void matched(Api newApi, @Nullable Operation newOperation, Map<String, String> newParameters) {
        api = newApi;
        operation = newOperation;
        parameters = newParameters;
    }

    /** Remembers who calls. */
    public void authorized(Decision.Allowed newCaller) {
        caller = newCaller;
    }

    /** Puts the policies in force. */
    public void program(Program newProgram) {
        program = newProgram;
    }

    void lastError(@Nullable LastError error) {
        lastError = error;
    }

    Program program() {
        return program;
    }

    ServerCall call() {
        return setting.call();
    }

    /** Where the host mounted the gateway: empty, or from a slash on. */
    public String mount() {
        return setting.call().mount();
    }

    /** The rest of the host's chain, for an API that the host handles itself. */
    public Optional<BackendClient> inline(Url asked) {
        return setting.call().inline(this, asked);
    }

    GatewayRuntime runtime() {
        return setting.runtime();
    }

    @Nullable
    RequestTrace requestTrace() {
        return setting.trace();
    }

    /** Text for people, without secrets. */
    public String redact(String text) {
        String shown = setting.redactor().text(text);
        String key = caller.key();
        return key == null ? shown : shown.replace(key, "***");
    }

    String redactUrl(String url) {
        String name = api == null
                ? SubscriptionKeyParameterNames.DEFAULT.query()
                : api.subscriptionKeyParameterNames().query();
        return setting.redactor().url(redact(url), name);
    }

    String redactField(String name, String value) {
        boolean keyField =
                api != null && api.subscriptionKeyParameterNames().header().equalsIgnoreCase(name);
        return keyField ? "***" : setting.redactor().field(name, redact(value));
    }

    /** The way to backends; it may be used from a worker, too. */
    public BackendClient backendClient() {
        return setting.runtime().services().backendClient();
    }

    /** Work that may never end, on a worker, for so long. */
    public <T> CompletionStage<T> work(Supplier<T> work, Duration patience) {
        return runtime().boundedWork().start(work, patience);
    }

    @Override
    public UUID requestId() {
        UUID id = requestId;
        if (id == null) {
            ThreadLocalRandom random = ThreadLocalRandom.current();
            id = new UUID((random.nextLong() & ~0xF000L) | 0x4000L, (random.nextLong() & (-1L >>> 2)) | Long.MIN_VALUE);
            requestId = id;
        }
        return id;
    }

    @Override
    public Instant timestamp() {
        return setting.runtime().time().now().minusNanos(elapsedNanos());
    }

    @Override
    public long elapsedNanos() {
        return setting.runtime().time().nanos() - startNanos;
    }

    @Override
    public HttpRequest received() {
        return received;
    }

    @Override
    public Url originalUrl() {
        return originalUrl;
    }

    @Override
    public String callerAddress() {
        return callerAddress;
    }

    @Override
    public RequestMessage request() {
        return request;
    }

    @Override
    public ResponseMessage response() {
        ResponseMessage present = response;
        return present == null ? ResponseMessage.ok() : present;
    }

    @Override
    public boolean hasResponse() {
        return response != null;
    }

    @Override
    public void respondWith(ResponseMessage newResponse) {
        if (response != null && response != newResponse) {
            response.body().discard();
        }
        response = newResponse;
    }

    /** Gives up on a response that nobody will get, so that the connection its body comes on ends. */
    void discardResponse() {
        if (response != null) {
            response.body().discard();
        }
    }

    @Override
    public Map<String, @Nullable Object> variables() {
        Map<String, @Nullable Object> map = variables;
        if (map == null) {
            map = new LinkedHashMap<>();
            variables = map;
        }
        return map;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable T get(ExchangeKey<T> key) {
        for (int i = 0; i < keptLength; i += 2) {
            if (kept[i] == key) {
                return (T) kept[i + 1];
            }
        }
        return null;
    }

    @Override
    public <T> void put(ExchangeKey<T> key, T value) {
        int at = 0;
        while (at < keptLength && kept[at] != key) {
            at += 2;
        }
        if (at == kept.length) {
            kept = Arrays.copyOf(kept, Math.max(4, at * 2));
        }
        kept[at] = key;
        kept[at + 1] = value;
        keptLength = Math.max(keptLength, at + 2);
    }

    @Override
    public @Nullable Api api() {
        return api;
    }

    @Override
    public @Nullable Operation operation() {
        return operation;
    }

    @Override
    public @Nullable Product product() {
        return caller.product();
    }

    @Override
    public @Nullable Subscription subscription() {
        return caller.subscription();
    }

    @Override
    public @Nullable String subscriptionKey() {
        return caller.key();
    }

    @Override
    public @Nullable User user() {
        return caller.user();
    }

    @Override
    public Map<String, String> matchedParameters() {
        return parameters;
    }

    @Override
    public @Nullable LastError lastError() {
        return lastError;
    }

    @Override
    public GatewayView gateway() {
        return setting.gateway();
    }

    @Override
    public boolean tracing() {
        return setting.trace() != null;
    }

    @Override
    public void trace(String message) {
        RequestTrace trace = setting.trace();
        if (trace != null) {
            trace.note(redact(message));
        }
    }

    @Override
    public void onResponse(Consumer<Exchange> action) {
        if (outer != null) {
            outer.onResponse(whole -> action.accept(this));
            return;
        }
        responseActions = LateActions.with(responseActions, action);
    }

    @Override
    public void onEnd(Consumer<Exchange> action) {
        if (outer != null) {
            outer.onEnd(whole -> action.accept(this));
            return;
        }
        endActions = LateActions.with(endActions, action);
    }

    /** Runs the response actions that have not run. */
    void runResponseActions() {
        LateActions due = responseActions;
        responseActions = null;
        LateActions.run(due, this);
    }

    /** Runs the end actions that have not run. */
    void runEndActions() {
        LateActions due = endActions;
        endActions = null;
        LateActions.run(due, this);
    }

    @Override
    public void execute(Runnable task) {
        lane.execute(task);
    }

    /** Runs work that must not touch the exchange on a worker. */
    public <T> CompletionStage<T> onWorker(Supplier<T> work) {
        return lane.onWorker(work);
    }

    @Override
    public <T> CompletionStage<T> offload(Supplier<T> work) {
        return lane.work(work);
    }

    @Override
    public Exchange within(RequestMessage inner) {
        return new GatewayExchange(this, inner);
    }

    /** The lane. */
    ExchangeLane lane() {
        return lane;
    }
}
