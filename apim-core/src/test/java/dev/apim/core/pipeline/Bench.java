package dev.apim.core.pipeline;

import dev.apim.Position;
import dev.apim.backend.BackendCall;
import dev.apim.backend.BackendCapability;
import dev.apim.backend.BackendClient;
import dev.apim.backend.BackendRequest;
import dev.apim.core.time.StillTime;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpRequest;
import dev.apim.http.HttpResponse;
import dev.apim.http.ResponseMessage;
import dev.apim.http.Url;
import dev.apim.model.Deployment;
import dev.apim.policy.BodyUse;
import dev.apim.policy.Cost;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.GatewayView;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyFailure;
import dev.apim.policy.PolicyServices;
import dev.apim.policy.Scope;
import dev.apim.policy.Section;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What tests of the engine build with: hand-made programs, one exchange, and a log of what ran. */
final class Bench {
    final StillTime time = new StillTime();
    final ConcurrencyPermits permits = new ConcurrencyPermits();
    final FakeCall call = new FakeCall();
    final List<String> log = new ArrayList<>();
    final HeldWorkers workers = new HeldWorkers();
    Body requestBody = Body.empty();
    Duration deadline = Duration.ZERO;
    Duration onErrorDeadline = Duration.ofSeconds(2);

    @Nullable
    RequestTrace trace;

    /** Workers whose tasks run when the test says so. */
    static final class HeldWorkers extends AbstractExecutorService {
        final List<Runnable> tasks = new ArrayList<>();

        @Override
        public void execute(Runnable task) {
            tasks.add(task);
        }

        void runAll() {
            while (!tasks.isEmpty()) {
                tasks.remove(0).run();
            }
        }

        @Override
        public void shutdown() {}

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return true;
        }
    }

    static Origin at(String element) {
        return new Origin(element, Scope.API, Section.INBOUND, element + "[1]", Position.startOf("test"), null);
    }

    Policy say(String word) {
        return exchange -> {
            log.add(word);
            return Outcome.next();
        };
    }

    Policy fail(int status) {
        return exchange -> Outcome.fail(PolicyFailure.of(status, "Broken", "broken"));
    }

    Policy respond() {
        return exchange -> {
            exchange.respondWith(new ResponseMessage(299, "", new Headers(), Body.empty()));
            return Outcome.respond();
        };
    }

    Policy await(CompletableFuture<String> stage, Runnable cancelled) {
        return exchange -> Outcome.suspend(
                stage,
                (ex, value, error) -> {
                    log.add(error == null ? "got " + value : "broke " + error.getMessage());
                    return Outcome.next();
                },
                cancelled::run);
    }

    Code code(Consumer<CodeBuilder> body) {
        CodeBuilder builder = new CodeBuilder(permits);
        body.accept(builder);
        return builder.build();
    }

    /** Emits a leaf as a statement of its own. */
    static void leaf(CodeBuilder builder, String element, Policy policy) {
        builder.statement(() -> builder.leaf(policy, at(element), CodeBuilder.Needs.NONE));
    }

    static PolicyCode document(Map<Section, Code> sections) {
        return new PolicyCode(sections);
    }

    ExchangeFlow start(PolicyCode... chain) {
        ExchangeFlow flow = flow(chain);
        call.execute(flow::start);
        return flow;
    }

    ExchangeFlow flow(PolicyCode... chain) {
        exchange = exchange();
        exchange.program(Program.link(List.of(chain)));
        return new ExchangeFlow(exchange);
    }

    @Nullable
    GatewayExchange exchange;

    private GatewayExchange exchange() {
        PolicyServices services = new PolicyServices(
                time,
                unused(dev.apim.limit.RateLimiter.class),
                unused(dev.apim.cache.ResponseCache.class),
                unused(dev.apim.cache.ValueCache.class),
                new NoBackend(),
                workers,
                unused(dev.apim.event.Broadcast.class),
                unused(dev.apim.telemetry.MetricSink.class),
                unused(dev.apim.event.EventSink.class),
                unused(dev.apim.cache.VectorIndex.class),
                unused(dev.apim.limit.QuotaCounter.class));
        GatewayRuntime runtime =
                new GatewayRuntime(services, workers, permits, BodyLimits.DEFAULT, deadline, onErrorDeadline, false);
        HttpRequest request =
                new HttpRequest("GET", "http", "gateway", "/a", "HTTP/1.1", "127.0.0.1", new Headers(), requestBody);
        return new GatewayExchange(
                request,
                Url.parse("http://gateway/a"),
                "127.0.0.1",
                new ExchangeSetting(call, runtime, view(), new Redactor(Map.of()), trace));
    }

    private static GatewayView view() {
        return (GatewayView) Proxy.newProxyInstance(
                GatewayView.class.getClassLoader(),
                new Class<?>[] {GatewayView.class},
                (proxy, method, arguments) -> method.getName().equals("deployment") ? Deployment.LOCAL : "1");
    }

    private static <T> T unused(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            throw new IllegalStateException("not used in these tests");
        }));
    }

    /** No backend is ever called here. */
    private record NoBackend() implements BackendClient {
        @Override
        public Set<BackendCapability> capabilities() {
            return Set.of(BackendCapability.values());
        }

        @Override
        public BackendCall send(BackendRequest request) {
            return new BackendCall() {
                @Override
                public CompletableFuture<HttpResponse> response() {
                    return CompletableFuture.failedFuture(new IllegalStateException("no backend"));
                }

                @Override
                public void cancel() {}
            };
        }

        @Override
        public void close() {}
    }

    /** An expression made of a lambda. */
    record Eval<T>(Class<T> type, Cost cost, BodyUse bodyUse, java.util.function.Function<Exchange, T> body)
            implements Expression<T> {
        static Eval<Boolean> of(java.util.function.Function<Exchange, Boolean> body) {
            return new Eval<>(Boolean.class, Cost.BOUNDED, BodyUse.NONE, body);
        }

        @Override
        public T evaluate(Exchange exchange) {
            return body.apply(exchange);
        }
    }
}
