package dev.apim.core.policies;

import dev.apim.Issue;
import dev.apim.core.compile.CompileEnvironment;
import dev.apim.core.compile.DocumentCompiler;
import dev.apim.core.compile.PolicyCatalog;
import dev.apim.core.document.NamedValues;
import dev.apim.core.document.PolicyDocumentReader;
import dev.apim.core.document.ReaderOptions;
import dev.apim.core.expression.ExpressionLanguages;
import dev.apim.core.jwt.KeyRefresh;
import dev.apim.core.pipeline.BodyLimits;
import dev.apim.core.pipeline.Code;
import dev.apim.core.pipeline.ConcurrencyPermits;
import dev.apim.core.pipeline.ExchangeFlow;
import dev.apim.core.pipeline.ExchangeSetting;
import dev.apim.core.pipeline.GatewayExchange;
import dev.apim.core.pipeline.GatewayRuntime;
import dev.apim.core.pipeline.PolicyCode;
import dev.apim.core.pipeline.Program;
import dev.apim.core.pipeline.Redactor;
import dev.apim.core.pipeline.RequestTrace;
import dev.apim.core.policies.access.AccessPolicies;
import dev.apim.core.policies.access.IdentityEnvironment;
import dev.apim.core.policies.access.ManagedIdentity;
import dev.apim.core.policies.content.ContentPolicies;
import dev.apim.core.policies.control.ControlPolicies;
import dev.apim.core.policies.integration.IntegrationPolicies;
import dev.apim.core.policies.logging.LoggingPolicies;
import dev.apim.core.policies.message.AddressPolicy;
import dev.apim.core.policies.message.ForwardedFields;
import dev.apim.core.policies.message.HopByHop;
import dev.apim.core.policies.response.ResponsePolicies;
import dev.apim.core.policies.routing.RoutingPolicies;
import dev.apim.core.policies.transform.TransformPolicies;
import dev.apim.core.time.StillTime;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpRequest;
import dev.apim.http.HttpResponse;
import dev.apim.http.Url;
import dev.apim.model.Api;
import dev.apim.model.Backend;
import dev.apim.model.Operation;
import dev.apim.model.OperationRequest;
import dev.apim.model.OperationResponse;
import dev.apim.model.SubscriptionKeyParameterNames;
import dev.apim.policy.CompileContext;
import dev.apim.policy.Exchange;
import dev.apim.policy.LastError;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicyServices;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Scope;
import dev.apim.policy.Section;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs policy documents through the real reader, compiler and engine, against a fake backend and a clock that stands still. It is set
 * up field by field, then {@link #run}.
 */
public final class PolicyBench {
    public final FakeBackend backend = new FakeBackend();
    public final StillTime time = new StillTime();
    public final List<Issue> issues = new ArrayList<>();
    public final Headers headers = Headers.of("Host", "gateway.test");
    public final Map<String, Backend> backends = new HashMap<>();
    public final FakeGateway gateway = new FakeGateway(backends);

    public String method = "GET";
    public String target = "/shop/orders/1";
    public String serviceUrl = "https://backend.test/base";
    public String urlTemplate = "/orders/{id}";
    public Map<String, String> parameters = Map.of("id", "1");
    public List<OperationResponse> responses = List.of();
    public Body body = Body.empty();
    public @Nullable RequestTrace trace;
    public boolean alone;
    public AddressPolicy addresses = AddressPolicy.STRICT;
    public ManagedIdentity identity = new ManagedIdentity(IdentityEnvironment.read(name -> null));

    private final Lambdas lambdas = new Lambdas();
    private OneLane call = new OneLane();
    private @Nullable GatewayExchange exchange;

    /** Gives an expression its meaning, such as {@code @(name)}. */
    public PolicyBench let(String written, Function<Exchange, @Nullable Object> meaning) {
        lambdas.put(written, meaning);
        return this;
    }

    /** Runs the request through one API document: sections as written, the backend's forwarding unless it says otherwise. */
    public HttpResponse inbound(String policies) {
        return run("<policies><inbound>" + policies + "</inbound><backend><forward-request/></backend></policies>");
    }

    /** The same with policies in outbound. */
    public HttpResponse outbound(String policies) {
        return run("<policies><backend><forward-request/></backend><outbound>" + policies + "</outbound></policies>");
    }

    /** The same with policies in backend. */
    public HttpResponse backend(String policies) {
        return run("<policies><backend>" + policies + "</backend></policies>");
    }

    /** Runs the request through a document of the API. */
    public HttpResponse run(String document) {
        return answered(start(document));
    }

    /** Starts the request, after one before it anew; it may wait. The broader document is the global one. */
    public ExchangeFlow start(String document, String... global) {
        List<PolicyCode> chain = new ArrayList<>();
        chain.add(compile(document, Scope.API));
        for (String broader : global) {
            chain.add(compile(broader, Scope.GLOBAL));
        }
        if (issues.stream().anyMatch(Issue::isError)) {
            throw new AssertionError("the document has errors: " + issues);
        }
        call = new OneLane();
        ExchangeFlow flow = flow(chain);
        call.execute(flow::start);
        return flow;
    }

    /** Lets the cors policies of a document answer a preflight; the answer, or empty where none did. */
    public Optional<HttpResponse> preflight(String document, String... global) {
        List<PolicyCode> chain = new ArrayList<>();
        chain.add(compile(document, Scope.API));
        for (String broader : global) {
            chain.add(compile(broader, Scope.GLOBAL));
        }
        return flow(chain).preflight() ? Optional.of(answered(null)) : Optional.empty();
    }

    /** Compiles only; the issues are in {@link #issues}. */
    public PolicyCode compile(String document, Scope scope) {
        return compile(document, scope, types());
    }

    private PolicyCode compile(String document, Scope scope, List<PolicyType> types) {
        Optional<PolicyElement> root = PolicyDocumentReader.read(
                        scope + ".xml", document, ReaderOptions.of(NamedValues.unknown()), issues::add)
                .map(parsed -> parsed.root());
        CompileEnvironment.Surroundings surroundings = new Around();
        CompileEnvironment environment = new CompileEnvironment(
                new PolicyCatalog(types, ControlPolicies.types(surroundings)),
                ExpressionLanguages.of(lambdas, lambdas),
                services(),
                new ConcurrencyPermits(),
                surroundings,
                false,
                false);
        return root.map(found -> new DocumentCompiler(environment).document(found, scope, issues::add))
                .orElseGet(() -> new PolicyCode(Map.of()));
    }

    /** What the leaf policies of an inbound section say of themselves. */
    public List<String> described(String policies) {
        List<String> shown = new ArrayList<>();
        List<PolicyType> watched = types().stream()
                .map(type -> (PolicyType) new Watched(type, policy -> shown.add(policy.toString())))
                .toList();
        compile("<policies><inbound>" + policies + "</inbound></policies>", Scope.API, watched);
        return shown;
    }

    private record Watched(PolicyType type, Consumer<Policy> seen) implements PolicyType {
        @Override
        public PolicySpec spec() {
            return type.spec();
        }

        @Override
        public Policy compile(PolicyElement element, CompileContext context) {
            Policy policy = type.compile(element, context);
            seen.accept(policy);
            return policy;
        }
    }

    /** Everything that can be seen of a policy that may not even compile: its messages, else what was answered. */
    public record Tried(String text) {}

    /** Compiles and, if that works, runs policies in outbound. */
    public Tried tried(String section, String policies) {
        String document = "<policies><backend><forward-request/></backend><" + section + ">" + policies + "</" + section
                + "></policies>";
        compile(document, Scope.API);
        if (issues.stream().anyMatch(Issue::isError)) {
            return new Tried(String.join("\n", messages()).replaceAll("https?://\\S+|java\\.lang\\.\\S+", ""));
        }
        return new Tried(text(run(document).body()));
    }

    /** What was answered. */
    public HttpResponse answered(@Nullable ExchangeFlow flow) {
        HttpResponse response = call.response;
        if (response == null) {
            throw new AssertionError("nothing was answered yet");
        }
        return response;
    }

    /** The exchange as the request left it. */
    public GatewayExchange exchange() {
        if (exchange == null) {
            throw new AssertionError("nothing ran yet");
        }
        return exchange;
    }

    /** What went wrong. */
    public LastError lastError() {
        LastError error = exchange().lastError();
        if (error == null) {
            throw new AssertionError("nothing went wrong");
        }
        return error;
    }

    /** The messages of the issues, errors and warnings. */
    public List<String> messages() {
        return issues.stream().map(Issue::message).toList();
    }

    /** A body as text. */
    public static String text(Body body) {
        return new String(bytes(body), StandardCharsets.UTF_8);
    }

    /** A body's bytes. */
    public static byte[] bytes(Body body) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        body.subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(ByteBuffer chunk) {
                byte[] bytes = new byte[chunk.remaining()];
                chunk.duplicate().get(bytes);
                all.writeBytes(bytes);
            }

            @Override
            public void onError(Throwable failure) {
                throw new AssertionError(failure);
            }

            @Override
            public void onComplete() {}
        });
        return all.toByteArray();
    }

    private List<PolicyType> types() {
        List<PolicyType> types = new ArrayList<>(TransformPolicies.types());
        types.addAll(ContentPolicies.types());
        types.addAll(RoutingPolicies.types(addresses));
        types.addAll(ResponsePolicies.types());
        types.addAll(IntegrationPolicies.types(addresses, IntegrationPolicies.RESPONSE_LIMIT, identity));
        types.addAll(LoggingPolicies.types());
        types.addAll(AccessPolicies.types(KeyRefresh.DEFAULT, addresses, identity));
        return types;
    }

    private ExchangeFlow flow(List<PolicyCode> chain) {
        HopByHop.strip(headers);
        ForwardedFields.drop(headers);
        HttpRequest received =
                new HttpRequest(method, "https", "gateway.test", target, "HTTP/1.1", "192.0.2.7", headers, body);
        GatewayRuntime runtime = new GatewayRuntime(
                services(),
                new InPlace(),
                new ConcurrencyPermits(),
                BodyLimits.DEFAULT,
                Duration.ZERO,
                Duration.ofSeconds(5),
                false);
        GatewayExchange made = new GatewayExchange(
                received,
                Url.parse("https://gateway.test" + target),
                "192.0.2.7",
                new ExchangeSetting(call, runtime, gateway, new Redactor(Map.of()), trace));
        made.matched(api(), operation(), parameters);
        String rest = target.substring("/shop".length());
        made.request().url(Url.parse((serviceUrl.isEmpty() ? "https://none.test" : serviceUrl) + rest));
        made.program(Program.link(chain));
        exchange = made;
        return new ExchangeFlow(made);
    }

    private Api api() {
        return new Api(
                "shop",
                "Shop",
                "",
                "shop",
                List.of("https"),
                serviceUrl,
                "http",
                "1",
                true,
                true,
                "",
                null,
                false,
                new SubscriptionKeyParameterNames("Shop-Key", "shop-key"),
                null);
    }

    private Operation operation() {
        return new Operation("op", "Op", "", method, urlTemplate, List.of(), OperationRequest.NONE, responses);
    }

    private PolicyServices services() {
        return new PolicyServices(
                time,
                unused(dev.apim.limit.RateLimiter.class),
                unused(dev.apim.cache.ResponseCache.class),
                unused(dev.apim.cache.ValueCache.class),
                backend,
                unused(java.util.concurrent.Executor.class),
                unused(dev.apim.event.Broadcast.class),
                unused(dev.apim.telemetry.MetricSink.class),
                unused(dev.apim.event.EventSink.class),
                unused(dev.apim.cache.VectorIndex.class),
                unused(dev.apim.limit.QuotaCounter.class));
    }

    private static <T> T unused(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            throw new AssertionError("not used in these tests");
        }));
    }

    /** Applies a change and gives the bench back. */
    public PolicyBench with(Consumer<PolicyBench> change) {
        change.accept(this);
        return this;
    }

    private final class Around implements CompileEnvironment.Surroundings {
        @Override
        public boolean alone() {
            return alone;
        }

        @Override
        public Optional<Backend> backend(String id) {
            return Optional.ofNullable(backends.get(id));
        }

        @Override
        public Optional<Code> fragment(String id, Scope scope, Section section) {
            return Optional.empty();
        }
    }
}
