package dev.apim.runner.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.ConfigurationException;
import dev.apim.Issue;
import dev.apim.Time;
import dev.apim.core.expression.context.GraphQlScope;
import dev.apim.core.expression.csharp.json.JsonReading;
import dev.apim.core.json.Json;
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
import dev.apim.policy.Scope;
import dev.apim.policy.Section;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An exchange as a file describes it: nobody sends and nobody answers it. Not thread-safe. */
final class DescribedExchange implements Exchange {
    /** A variable that is a response. */
    private static final String RESPONSE = "$response";

    private final RequestFile file;
    private final Url original;
    private final RequestMessage request;
    private final ResponseMessage response;
    private final DescribedResources resources;
    private final Instant timestamp;
    private final UUID requestId;
    private final @Nullable LastError lastError;
    private final @Nullable X509Certificate certificate;
    private final Map<String, @Nullable Object> variables = new LinkedHashMap<>();
    private final Map<ExchangeKey<?>, Object> kept = new HashMap<>();

    private DescribedExchange(RequestFile file, Time time) {
        this.file = file;
        this.original = url("url", "http://localhost/");
        String body = file.body();
        this.request = new RequestMessage(
                file.text("method", "GET"),
                file.has("backendUrl") ? url("backendUrl", "") : original,
                file.headers(),
                body == null ? Body.empty() : Body.of(body));
        if (!request.headers().contains("Host")) {
            request.headers().add("Host", original.authority());
        }
        this.response = response(file.part("response"));
        this.resources = DescribedResources.of(file);
        this.timestamp = Objects.requireNonNullElseGet(file.instant("timestamp"), time::now);
        this.requestId = identified();
        this.lastError = described();
        this.certificate = file.has("certificate") ? DescribedCertificates.ofClient(file) : null;
        if (file.has("graphql")) {
            kept.put(GraphQlScope.KEY, graphQl(file.part("graphql")));
        }
        RequestFile named = file.part("variables");
        named.node().fieldNames().forEachRemaining(name -> variables.put(name, variable(named, name)));
    }

    /**
     * What a file describes.
     *
     * @throws ConfigurationException with every mistake in it
     */
    static DescribedExchange of(RequestFile file, Time time) {
        file.only(
                "method",
                "url",
                "backendUrl",
                "headers",
                "body",
                "variables",
                "matchedParameters",
                "ipAddress",
                "requestId",
                "timestamp",
                "response",
                "lastError",
                "api",
                "operation",
                "product",
                "subscription",
                "user",
                "deployment",
                "workspace",
                "certificate",
                "graphql");
        DescribedExchange exchange = new DescribedExchange(file, time);
        if (file.issues().stream().anyMatch(Issue::isError)) {
            throw new ConfigurationException(file.issues());
        }
        return exchange;
    }

    private Url url(String member, String otherwise) {
        String text = file.text(member, otherwise);
        try {
            return Url.parse(text.startsWith("/") ? "http://localhost" + text : text);
        } catch (IllegalArgumentException e) {
            file.mistake(member, "no URL: " + e.getMessage());
            return Url.parse("http://localhost/");
        }
    }

    private static ResponseMessage response(RequestFile part) {
        part.only("status", "reason", "headers", "body");
        String body = part.body();
        return new ResponseMessage(
                part.number("status", 200),
                part.text("reason", ""),
                part.headers(),
                body == null ? Body.empty() : Body.of(body));
    }

    private UUID identified() {
        String text = file.text("requestId", "");
        try {
            return text.isEmpty() ? UUID.randomUUID() : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            file.mistake("requestId", "expected a GUID such as 01234567-89ab-cdef-0123-456789abcdef");
            return UUID.randomUUID();
        }
    }

    private @Nullable LastError described() {
        if (!file.has("lastError")) {
            return null;
        }
        RequestFile part = file.part("lastError");
        part.only("source", "reason", "message", "scope", "section", "path", "policyId");
        return new LastError(
                part.text("source", ""),
                part.has("reason") ? part.text("reason", "") : null,
                part.text("message", ""),
                part.oneOf("scope", List.of(Scope.values())),
                part.oneOf("section", List.of(Section.values())),
                part.has("path") ? part.text("path", "") : null,
                part.has("policyId") ? part.text("policyId", "") : null);
    }

    private static GraphQlScope graphQl(RequestFile part) {
        part.only("arguments", "parent");
        return new GraphQlScope(
                part.part("arguments").node(), part.part("parent").node());
    }

    /** JSON's own types, whole numbers as {@code int} or {@code long}; objects and arrays as {@code JObject} and {@code JArray}. */
    private static @Nullable Object variable(RequestFile part, String name) {
        JsonNode value = part.node().path(name);
        if (value.isObject() && value.size() == 1 && value.has(RESPONSE)) {
            return response(part.part(name).part(RESPONSE));
        }
        return switch (value.getNodeType()) {
            case STRING -> value.asText();
            case BOOLEAN -> value.asBoolean();
            case NUMBER -> number(value);
            case OBJECT, ARRAY -> JsonReading.parse(Json.write(value));
            default -> null;
        };
    }

    private static Object number(JsonNode value) {
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            return value.asDouble();
        }
        return value.canConvertToInt() ? (Object) value.asInt() : value.asLong();
    }

    @Override
    public UUID requestId() {
        return requestId;
    }

    @Override
    public Instant timestamp() {
        return timestamp;
    }

    @Override
    public long elapsedNanos() {
        return 0;
    }

    @Override
    public HttpRequest received() {
        Headers headers = request.headers();
        return new HttpRequest(
                request.method(),
                original.scheme(),
                original.authority(),
                original.target(),
                "HTTP/1.1",
                callerAddress(),
                headers,
                Body.empty(),
                certificate);
    }

    @Override
    public Url originalUrl() {
        return original;
    }

    @Override
    public String callerAddress() {
        return file.text("ipAddress", "127.0.0.1");
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
        return file.has("response");
    }

    @Override
    public void respondWith(ResponseMessage newResponse) {
        throw new UnsupportedOperationException("an expression answers nothing");
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
        return file.map("matchedParameters");
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
        return false;
    }

    @Override
    public void trace(String message) {}

    @Override
    public void onResponse(Consumer<Exchange> action) {}

    @Override
    public void onEnd(Consumer<Exchange> action) {}

    @Override
    public void execute(Runnable task) {
        task.run();
    }
}
