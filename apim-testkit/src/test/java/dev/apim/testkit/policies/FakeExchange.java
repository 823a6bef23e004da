package dev.apim.testkit.policies;

import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpRequest;
import dev.apim.http.RequestMessage;
import dev.apim.http.ResponseMessage;
import dev.apim.http.Url;
import dev.apim.model.Api;
import dev.apim.model.Backend;
import dev.apim.model.Certificate;
import dev.apim.model.Deployment;
import dev.apim.model.Group;
import dev.apim.model.Operation;
import dev.apim.model.OperationRequest;
import dev.apim.model.Product;
import dev.apim.model.Subscription;
import dev.apim.model.SubscriptionKeyParameterNames;
import dev.apim.model.SubscriptionScope;
import dev.apim.model.User;
import dev.apim.policy.Exchange;
import dev.apim.policy.ExchangeKey;
import dev.apim.policy.GatewayView;
import dev.apim.policy.LastError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A request for {@code GET https://api.example/orders/1}, to be bent to what a test needs. */
final class FakeExchange implements Exchange {
    final List<String> traces = new ArrayList<>();
    private final Map<ExchangeKey<?>, Object> kept = new HashMap<>();
    private final Map<String, @Nullable Object> variables = new HashMap<>();
    private final List<Consumer<Exchange>> onResponse = new ArrayList<>();
    private final List<Consumer<Exchange>> onEnd = new ArrayList<>();
    private final HttpRequest received;
    private final RequestMessage request;
    private Url originalUrl;
    private @Nullable ResponseMessage response;
    private @Nullable Api api = api("orders", "1");
    private @Nullable Operation operation = operation("get-order");
    private @Nullable Product product;
    private @Nullable Subscription subscription;
    private @Nullable User user;
    private List<String> groups = List.of();

    FakeExchange() {
        this("GET", "https://api.example/orders/1", Body.empty());
    }

    FakeExchange(String method, String url, Body body) {
        originalUrl = Url.parse(url);
        Headers headers = new Headers();
        received = new HttpRequest(
                method, "https", originalUrl.authority(), originalUrl.target(), "HTTP/1.1", "192.0.2.1", headers, body);
        Url backend = new Url("https", "backend.example", 443, originalUrl.path(), originalUrl.query());
        request = new RequestMessage(method, backend, headers, body);
    }

    static FakeExchange get(String url) {
        return new FakeExchange("GET", url, Body.empty());
    }

    FakeExchange header(String name, String value) {
        request.headers().add(name, value);
        return this;
    }

    FakeExchange api(@Nullable Api newApi) {
        api = newApi;
        return this;
    }

    FakeExchange operation(@Nullable Operation newOperation) {
        operation = newOperation;
        return this;
    }

    FakeExchange product(String id) {
        product =
                new Product(id, id, "", true, false, null, Product.State.PUBLISHED, List.of("orders"), List.of(), null);
        return this;
    }

    FakeExchange subscription(String id) {
        SubscriptionScope scope = new SubscriptionScope(SubscriptionScope.Kind.ALL_APIS, null, null);
        subscription = new Subscription(
                id, id, scope, null, Subscription.State.ACTIVE, "key-1", "key-2", false, null, null, null);
        return this;
    }

    FakeExchange user(String id, String... groupIds) {
        user = new User(id, id + "@example.com", id, id, "", User.State.ACTIVE, List.of(), null);
        groups = List.of(groupIds);
        return this;
    }

    FakeExchange responds(int status, Headers headers, Body body) {
        response = new ResponseMessage(status, "", headers, body);
        return this;
    }

    /** What the engine does before the response is committed and after its last byte, or after an abort. */
    void end() {
        onResponse.forEach(action -> action.accept(this));
        onResponse.clear();
        onEnd.forEach(action -> action.accept(this));
        onEnd.clear();
    }

    static Api api(String id, String revision) {
        return new Api(
                id,
                "The " + id,
                "",
                id,
                List.of("https"),
                "https://backend.example",
                "http",
                revision,
                true,
                true,
                "",
                null,
                true,
                SubscriptionKeyParameterNames.DEFAULT,
                null);
    }

    static Operation operation(String id) {
        return new Operation(id, "The " + id, "", "GET", "/{id}", List.of(), OperationRequest.NONE, List.of());
    }

    @Override
    public UUID requestId() {
        return new UUID(0, 1);
    }

    @Override
    public Instant timestamp() {
        return Instant.EPOCH;
    }

    @Override
    public long elapsedNanos() {
        return 0;
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
        return "192.0.2.1";
    }

    @Override
    public RequestMessage request() {
        return request;
    }

    @Override
    public ResponseMessage response() {
        if (response == null) {
            response = ResponseMessage.ok();
        }
        return response;
    }

    @Override
    public boolean hasResponse() {
        return response != null;
    }

    @Override
    public void respondWith(ResponseMessage newResponse) {
        response = newResponse;
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
        return api;
    }

    @Override
    public @Nullable Operation operation() {
        return operation;
    }

    @Override
    public @Nullable Product product() {
        return product;
    }

    @Override
    public @Nullable Subscription subscription() {
        return subscription;
    }

    @Override
    public @Nullable String subscriptionKey() {
        return null;
    }

    @Override
    public @Nullable User user() {
        return user;
    }

    @Override
    public Map<String, String> matchedParameters() {
        return Map.of();
    }

    @Override
    public @Nullable LastError lastError() {
        return null;
    }

    @Override
    public GatewayView gateway() {
        return new View(groups.stream()
                .map(id -> new Group(id, id, "", "custom", null, List.of()))
                .toList());
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
        onResponse.add(action);
    }

    @Override
    public void onEnd(Consumer<Exchange> action) {
        onEnd.add(action);
    }

    @Override
    public void execute(Runnable task) {
        task.run();
    }

    private record View(List<Group> userGroups) implements GatewayView {
        @Override
        public String revision() {
            return "1";
        }

        @Override
        public Deployment deployment() {
            return Deployment.LOCAL;
        }

        @Override
        public Optional<Backend> backend(String id) {
            return Optional.empty();
        }

        @Override
        public Optional<Certificate> certificate(String id) {
            return Optional.empty();
        }

        @Override
        public Map<String, Certificate> certificates() {
            return Map.of();
        }

        @Override
        public List<Api> apis(Product product) {
            return List.of();
        }

        @Override
        public List<Group> groups(Product product) {
            return List.of();
        }

        @Override
        public List<Group> groups(User user) {
            return userGroups;
        }
    }
}
