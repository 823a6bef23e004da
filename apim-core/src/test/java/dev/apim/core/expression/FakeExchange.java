package dev.apim.core.expression;

import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpRequest;
import dev.apim.http.RequestMessage;
import dev.apim.http.ResponseMessage;
import dev.apim.http.Url;
import dev.apim.model.Api;
import dev.apim.model.Operation;
import dev.apim.model.Product;
import dev.apim.model.Subscription;
import dev.apim.model.User;
import dev.apim.policy.Exchange;
import dev.apim.policy.ExchangeKey;
import dev.apim.policy.GatewayView;
import dev.apim.policy.LastError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An exchange written down by a test: whatever is not said is absent. */
public final class FakeExchange implements Exchange {
    public static final UUID REQUEST_ID = UUID.fromString("11111111-2222-3333-4444-555555555555");
    public static final Instant TIMESTAMP = Instant.parse("2026-03-04T05:06:07Z");

    private final Map<String, @Nullable Object> variables = new LinkedHashMap<>();
    private final Map<ExchangeKey<?>, Object> kept = new HashMap<>();
    private final Map<String, String> matched = new LinkedHashMap<>();
    private final List<String> traces = new ArrayList<>();
    private final RequestMessage request;
    private final Url original;
    private ResponseMessage response = ResponseMessage.ok();
    private boolean responded;
    private FakeResources resources = FakeResources.NONE;
    private @Nullable LastError lastError;

    private FakeExchange(String method, String url) {
        original = Url.parse(url);
        request = new RequestMessage(method, original, new Headers(), Body.empty());
    }

    public static FakeExchange get(String url) {
        return new FakeExchange("GET", url);
    }

    public static FakeExchange post(String url, String contentType, String body) {
        FakeExchange exchange = new FakeExchange("POST", url).header("Content-Type", contentType);
        exchange.request.body().replace(Body.of(body));
        return exchange;
    }

    public FakeExchange header(String name, String value) {
        request.headers().add(name, value);
        return this;
    }

    public FakeExchange backend(String url) {
        request.url(Url.parse(url));
        return this;
    }

    public FakeExchange variable(String name, @Nullable Object value) {
        variables.put(name, value);
        return this;
    }

    public FakeExchange matched(String name, String value) {
        matched.put(name, value);
        return this;
    }

    public FakeExchange response(int status, String contentType, String body) {
        response = new ResponseMessage(status, "", Headers.of("Content-Type", contentType), Body.of(body));
        responded = true;
        return this;
    }

    public FakeExchange with(FakeResources known) {
        resources = known;
        return this;
    }

    public FakeExchange lastError(LastError error) {
        lastError = error;
        return this;
    }

    public List<String> traces() {
        return traces;
    }

    @Override
    public UUID requestId() {
        return REQUEST_ID;
    }

    @Override
    public Instant timestamp() {
        return TIMESTAMP;
    }

    @Override
    public long elapsedNanos() {
        return 1_500_000_000L;
    }

    @Override
    public HttpRequest received() {
        return new HttpRequest(
                request.method(),
                original.scheme(),
                original.authority(),
                original.target(),
                "HTTP/1.1",
                callerAddress(),
                request.headers(),
                Body.empty());
    }

    @Override
    public Url originalUrl() {
        return original;
    }

    @Override
    public String callerAddress() {
        return "192.0.2.7";
    }

    @Override
    public RequestMessage request() {
        return request;
    }

    @Override
    public ResponseMessage response() {
        return response;
    }

    @Override
    public boolean hasResponse() {
        return responded;
    }

    @Override
    public void respondWith(ResponseMessage newResponse) {
        response = newResponse;
        responded = true;
    }

    @Override
    public Map<String, @Nullable Object> variables() {
        return variables;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable T get(ExchangeKey<T> key) {
        return (T) kept.get(key);
    }

    @Override
    public <T> void put(ExchangeKey<T> key, T value) {
        kept.put(key, value);
    }

    @Override
    public @Nullable Api api() {
        return resources.api();
    }

    @Override
    public @Nullable Operation operation() {
        return resources.operation();
    }

    @Override
    public @Nullable Product product() {
        return resources.product();
    }

    @Override
    public @Nullable Subscription subscription() {
        return resources.subscription();
    }

    @Override
    public @Nullable String subscriptionKey() {
        return resources.subscription() == null
                ? null
                : resources.subscription().primaryKey();
    }

    @Override
    public @Nullable User user() {
        return resources.user();
    }

    @Override
    public Map<String, String> matchedParameters() {
        return matched;
    }

    @Override
    public @Nullable LastError lastError() {
        return lastError;
    }

    @Override
    public GatewayView gateway() {
        return resources;
    }

    @Override
    public boolean tracing() {
        return true;
    }

    @Override
    public void trace(String message) {
        traces.add(message);
    }

    @Override
    public void onResponse(Consumer<Exchange> action) {
        action.accept(this);
    }

    @Override
    public void onEnd(Consumer<Exchange> action) {
        action.accept(this);
    }

    @Override
    public void execute(Runnable task) {
        task.run();
    }
}
