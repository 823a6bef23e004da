package dev.apim.benchmarks;

import dev.apim.Time;
import dev.apim.core.cache.MemoryResponseCache;
import dev.apim.core.cache.MemoryValueCache;
import dev.apim.core.event.MemoryBroadcast;
import dev.apim.core.expression.csharp.json.JsonReading;
import dev.apim.core.limit.LocalQuotaCounter;
import dev.apim.core.limit.SlidingWindowRateLimiter;
import dev.apim.core.pipeline.BodyLimits;
import dev.apim.core.pipeline.ConcurrencyPermits;
import dev.apim.core.pipeline.ExchangeSetting;
import dev.apim.core.pipeline.GatewayExchange;
import dev.apim.core.pipeline.GatewayRuntime;
import dev.apim.core.pipeline.Redactor;
import dev.apim.core.subscription.Decision;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpRequest;
import dev.apim.http.ResponseMessage;
import dev.apim.http.Url;
import dev.apim.model.Api;
import dev.apim.model.Group;
import dev.apim.model.Subscription;
import dev.apim.model.SubscriptionKeyParameterNames;
import dev.apim.model.SubscriptionScope;
import dev.apim.model.User;
import dev.apim.policy.Exchange;
import dev.apim.policy.PolicyServices;
import dev.apim.testkit.StubBackend;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;

/** The request that expressions are measured on. */
final class SampleExchange {
    private static final String ADDRESS = "127.0.0.1";

    private SampleExchange() {}

    /** A fresh one, as the gateway makes it. */
    static Exchange create(Time time) {
        HttpRequest received = received();
        PolicyServices services = new PolicyServices(
                time,
                new SlidingWindowRateLimiter(time),
                new MemoryResponseCache(time),
                new MemoryValueCache(time),
                new StubBackend(),
                ForkJoinPool.commonPool(),
                new MemoryBroadcast(),
                new dev.apim.core.telemetry.MemoryMetrics(),
                dev.apim.core.event.EventQueues.atHand(),
                new dev.apim.core.cache.MemoryVectorIndex(time),
                LocalQuotaCounter.inMemory(time));
        GatewayRuntime runtime = new GatewayRuntime(
                services,
                ForkJoinPool.commonPool(),
                new ConcurrencyPermits(),
                BodyLimits.DEFAULT,
                Duration.ZERO,
                Duration.ZERO,
                false);
        SampleView view = new SampleView(List.of(group("developers"), group("guests"), group("partners")));
        GatewayExchange exchange = new GatewayExchange(
                received,
                Url.parse("https://api.example/orders/7?q=shoes&page=2"),
                ADDRESS,
                new ExchangeSetting(new DrainedCall(), runtime, view, new Redactor(Map.of()), null));
        exchange.matched(api(), null, Map.of("id", "7"));
        exchange.authorized(new Decision.Allowed(subscription(), user(), null, null));
        exchange.respondWith(ResponseMessage.ok());
        exchange.variables().put("text", "some value");
        exchange.variables().put("number", 41);
        exchange.variables().put("first", true);
        exchange.variables().put("second", false);
        exchange.variables().put("json", JsonReading.parseObject("{\"b\":\"value\",\"n\":12}"));
        exchange.variables().put("response", ResponseMessage.ok());
        return exchange;
    }

    private static HttpRequest received() {
        Headers headers = Headers.of(
                "Host", "api.example",
                "Accept", "*/*",
                "User-Agent", "benchmark",
                "Content-Type", "application/json",
                "Authorization", "Bearer eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl",
                "Cache-Control", "public, max-age=3600",
                "X-Tenant", "contoso",
                "X-Correlation-Id", "11111111-2222-3333-4444-555555555555");
        return new HttpRequest(
                "POST",
                "https",
                "api.example",
                "/orders/7?q=shoes&page=2",
                "HTTP/1.1",
                ADDRESS,
                headers,
                Body.of("{\"a\":{\"b\":\"value\",\"n\":12},\"items\":[1,2,3],\"flag\":true}"));
    }

    private static Api api() {
        return new Api(
                "orders",
                "Orders",
                "",
                "orders",
                List.of("https"),
                "",
                "http",
                "1",
                true,
                true,
                "",
                null,
                true,
                SubscriptionKeyParameterNames.DEFAULT,
                null);
    }

    private static Subscription subscription() {
        return new Subscription(
                "acme",
                "Acme",
                new SubscriptionScope(SubscriptionScope.Kind.ALL_APIS, null, null),
                "ada",
                Subscription.State.ACTIVE,
                "",
                "",
                false,
                null,
                null,
                null);
    }

    private static Group group(String name) {
        return new Group(name, name, "", "custom", null, List.of());
    }

    private static User user() {
        return new User("ada", "ada@example.com", "Ada", "L", "", User.State.ACTIVE, List.of(), null);
    }
}
