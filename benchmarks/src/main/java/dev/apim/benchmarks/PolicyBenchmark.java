package dev.apim.benchmarks;

import dev.apim.core.Apim;
import dev.apim.core.ApimOptions;
import dev.apim.core.GatewayBuilder;
import dev.apim.core.pipeline.RequestTrace;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpRequest;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A whole request through a program with a policy and the same without: the difference, over the number of copies, is what the policy
 * costs. Backends have answered before they are asked, and work for the pool of workers is done at once, so that the time is the
 * policy's own.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 6, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class PolicyBenchmark {
    private static final String SIGNING_KEY = "a signing key for benchmarks, 32+";
    private static final byte[] CHAT =
            "{\"model\":\"gpt-4o\",\"messages\":[{\"role\":\"user\",\"content\":\"What is new?\"}]}"
                    .getBytes(StandardCharsets.UTF_8);

    /** Which policy. */
    @Param
    public PolicyRow policy = PolicyRow.BASE;

    /** Whether it is in the program. */
    @Param({"false", "true"})
    public boolean with;

    private final DrainedCall call = new DrainedCall();
    private final String token = Jwts.builder()
            .issuer("https://login.example")
            .audience()
            .add("api://orders")
            .and()
            .claim("roles", List.of("reader", "writer"))
            .expiration(Date.from(Instant.parse("2300-01-01T00:00:00Z")))
            .signWith(Keys.hmacShaKeyFor(SIGNING_KEY.getBytes(StandardCharsets.UTF_8)))
            .compact();
    private Apim apim = Apim.create(design -> {});
    private long number;

    /** Makes the gateway, and looks whether the program does what is measured. */
    @Setup
    public void prepare() {
        apim.close();
        ApimOptions options =
                new ApimOptions().backendClient(new InstantBackend()).engines(GatewayBuilder::withoutWorkers);
        String key = Base64.getEncoder().encodeToString(SIGNING_KEY.getBytes(StandardCharsets.UTF_8));
        apim = Apim.create(
                options,
                design -> design.namedValue("signing-key", key)
                        .policy("<policies><inbound /><backend /><outbound /><on-error /></policies>")
                        .fragment("empty", "<fragment />")
                        .api(
                                "orders",
                                api -> api.path("orders")
                                        .backend("http://backend.example")
                                        .operation("get", "GET /{id}")
                                        .operation("complete", "POST /{id}")
                                        .policy(policy.document(with)))
                        .product("starter", product -> product.apis("orders"))
                        .subscription("benchmark", s -> s.product("starter").key("benchmark-key")));
        RequestTrace trace = new RequestTrace();
        apim.gateway().handle(ask(), call, trace).ended(null);
        long runs = trace.steps().stream()
                .filter(step -> step.origin().element().equals(policy.element()))
                .count();
        if (call.status() >= 300 || runs < (with && policy.isTraced() ? policy.copies() : 0)) {
            throw new IllegalStateException(policy.element() + " ran " + runs + " times, status " + call.status());
        }
    }

    /** Ends the gateway. */
    @TearDown
    public void close() {
        apim.close();
    }

    /** One request. */
    @Benchmark
    public long request() {
        apim.gateway().handle(ask(), call).ended(null);
        return call.status() + call.bytes();
    }

    private HttpRequest ask() {
        Headers headers = new Headers(6)
                .add("Host", "gateway.test")
                .add("Ocp-Apim-Subscription-Key", "benchmark-key")
                .add("X-Caller", "shop")
                .add("Origin", "https://shop.example");
        if (policy == PolicyRow.VALIDATE_JWT) {
            headers.add("Authorization", "Bearer " + token);
        }
        if (policy == PolicyRow.CACHE_STORE) {
            headers.add("X-Number", Long.toString(number++));
        }
        if (policy.isForModels()) {
            headers.add("Content-Type", "application/json");
        }
        return new HttpRequest(
                policy.isForModels() ? "POST" : "GET",
                "http",
                "gateway.test",
                "/orders/42",
                "HTTP/1.1",
                "203.0.113.7",
                headers,
                policy.isForModels() ? Body.of(CHAT) : Body.empty());
    }
}
