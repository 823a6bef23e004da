package dev.apim.testkit;

import dev.apim.ConfigurationException;
import dev.apim.Issue;
import dev.apim.core.Gateway;
import dev.apim.core.GatewayBuilder;
import dev.apim.core.GatewaySettings;
import dev.apim.core.resource.Configuration;
import dev.apim.core.resource.ConfigurationReader;
import dev.apim.core.secret.SubscriptionKeys;
import dev.apim.core.telemetry.MemoryMetrics;
import dev.apim.event.Broadcast;
import dev.apim.event.EventSink;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpRequest;
import dev.apim.policy.PolicyType;
import dev.apim.resource.Resource;
import dev.apim.resource.ResourcePath;
import dev.apim.resource.SecretStore;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;

/**
 * A gateway in memory: resources in, requests answered, backends stubbed, the clock in the test's hands. Everything runs on the test's
 * thread.
 *
 * <pre>{@code
 * TestGateway gateway = TestGateway.create()
 *         .api("orders", "orders", "GET /{id}")
 *         .policy("/apis/orders", "<policies><inbound><return-response /></inbound></policies>")
 *         .start();
 * assertThat(gateway.get("/orders/1").status()).isEqualTo(200);
 * }</pre>
 */
public final class TestGateway {
    private final Map<ResourcePath, Resource> resources = new LinkedHashMap<>();
    private final VirtualTime time = new VirtualTime();
    private final StubBackend backends = new StubBackend();
    private final List<Issue> warnings = new ArrayList<>();
    private final MemoryMetrics metrics = new MemoryMetrics();
    private final RecordedEvents events = new RecordedEvents();
    private final List<TestCall> calls = new ArrayList<>();
    private final List<PolicyType> policyTypes = new ArrayList<>();
    private Optional<ExecutorService> workers = Optional.empty();
    private Optional<Broadcast> broadcast = Optional.empty();
    private Optional<EventSink> eventSink = Optional.empty();
    private Optional<Path> stateDirectory = Optional.empty();
    private GatewaySettings settings = GatewaySettings.defaults();
    private Optional<Gateway> gateway = Optional.empty();
    private Optional<Configuration> configuration = Optional.empty();
    private Map<ResourcePath, Resource> inForce = Map.of();
    private final ConfigurationReader reader = new ConfigurationReader(noSecrets(), SubscriptionKeys.inMemory());

    private TestGateway() {}

    /** Without resources. */
    public static TestGateway create() {
        return new TestGateway();
    }

    /** Other settings than the defaults; before {@link #start}. */
    public TestGateway settings(GatewaySettings newSettings) {
        settings = newSettings;
        return this;
    }

    /** Workers other than the test's own thread, such as those that wait until the test lets them; before {@link #start}. */
    public TestGateway workers(ExecutorService others) {
        workers = Optional.of(others);
        return this;
    }

    /** What carries events, for a test that listens; before {@link #start}. */
    public TestGateway broadcast(Broadcast given) {
        broadcast = Optional.of(given);
        return this;
    }

    /** Where what must outlive the gateway is kept, for a test that starts another; before {@link #start}. */
    public TestGateway stateDirectory(Path directory) {
        stateDirectory = Optional.of(directory);
        return this;
    }

    /** Takes events in place of {@link #events()}; before {@link #start}. */
    public TestGateway events(EventSink sink) {
        eventSink = Optional.of(sink);
        return this;
    }

    /** Makes a policy of the test's own available; before {@link #start}. */
    public TestGateway policyType(PolicyType type) {
        policyTypes.add(type);
        return this;
    }

    /** Puts a resource, as JSON with Azure's property names. */
    public TestGateway put(String path, String properties) {
        ResourcePath at = ResourcePath.of(path);
        Resource old = resources.get(at);
        if (old == null || !old.properties().equals(properties)) {
            String etag = Integer.toHexString(properties.hashCode());
            resources.put(at, new Resource(at, properties, etag, Resource.Origin.of(path)));
        }
        return this;
    }

    /** Takes a resource away. */
    public TestGateway remove(String path) {
        resources.remove(ResourcePath.of(path));
        return this;
    }

    /** Puts an API that needs no key, with operations such as {@code GET /{id}}, whose names are {@code op1} and so on. */
    public TestGateway api(String id, String path, String... operations) {
        put(
                "/apis/" + id,
                "{\"displayName\":\"" + id + "\",\"path\":\"" + path + "\",\"serviceUrl\":\"http://backend.test/base\","
                        + "\"subscriptionRequired\":false,\"protocols\":[\"http\",\"https\"]}");
        for (int i = 0; i < operations.length; i++) {
            String[] parts = operations[i].split(" ", 2);
            put(
                    "/apis/" + id + "/operations/op" + (i + 1),
                    "{\"displayName\":\"op" + (i + 1) + "\",\"method\":\"" + parts[0] + "\",\"urlTemplate\":"
                            + quoted(parts[1]) + ",\"templateParameters\":" + parameters(parts[1]) + "}");
        }
        return this;
    }

    /** Puts the policy of a scope: {@code ""} for the service, else such as {@code /apis/orders}. */
    public TestGateway policy(String scope, String document) {
        return put(scope + "/policies/policy", "{\"format\":\"rawxml\",\"value\":" + quoted(document) + "}");
    }

    /** Puts a policy fragment. */
    public TestGateway fragment(String id, String document) {
        return put("/policyFragments/" + id, "{\"format\":\"rawxml\",\"value\":" + quoted(document) + "}");
    }

    /** Puts a named value. */
    public TestGateway namedValue(String name, String value, boolean secret) {
        return put(
                "/namedValues/" + name,
                "{\"displayName\":\"" + name + "\",\"value\":" + quoted(value) + ",\"secret\":" + secret + "}");
    }

    /** The properties of a resource as they were put; empty without one. */
    public String properties(String path) {
        Resource resource = resources.get(ResourcePath.of(path));
        return resource == null ? "" : resource.properties();
    }

    /** Takes what another has as resources, for {@link #update}. */
    public TestGateway replaceWith(TestGateway other) {
        Map<ResourcePath, Resource> theirs = new LinkedHashMap<>(other.resources);
        resources.clear();
        resources.putAll(theirs);
        return this;
    }

    /** Forgets what was put or removed since the last change that was accepted. */
    public TestGateway backToWhatIsInForce() {
        resources.clear();
        resources.putAll(inForce);
        return this;
    }

    /** A copy, not started: the same resources, settings and policies. */
    public TestGateway copy() {
        TestGateway copy = new TestGateway();
        copy.resources.putAll(resources);
        copy.settings = settings;
        copy.policyTypes.addAll(policyTypes);
        return copy;
    }

    /** Compiles the resources and puts them in force; a second call compiles what changed since. */
    public TestGateway start() {
        List<Issue> issues = new ArrayList<>();
        Optional<Configuration> read = reader.read(resources.values(), issues::add);
        if (read.isEmpty()) {
            throw new ConfigurationException(issues);
        }
        load(read.get());
        warnings.addAll(0, issues);
        return this;
    }

    /**
     * Changes a started gateway, reading only the resources that were put or removed since it was last put in force.
     *
     * @throws ConfigurationException when one is at fault; what was in force stays
     */
    public TestGateway update() {
        List<Resource> changed = resources.values().stream()
                .filter(resource -> !resource.equals(inForce.get(resource.path())))
                .toList();
        Set<ResourcePath> removed = new HashSet<>(inForce.keySet());
        removed.removeAll(resources.keySet());
        List<Issue> issues = new ArrayList<>();
        Optional<Configuration> next = configuration.orElseThrow().with(changed, removed, issues::add);
        if (next.isEmpty()) {
            throw new ConfigurationException(issues);
        }
        load(next.get());
        return this;
    }

    private void load(Configuration next) {
        Gateway running = gateway.orElseGet(this::build);
        warnings.clear();
        warnings.addAll(running.load(next));
        gateway = Optional.of(running);
        configuration = Optional.of(next);
        inForce = Map.copyOf(resources);
    }

    private Gateway build() {
        GatewayBuilder builder = new GatewayBuilder(time, backends).settings(settings);
        workers.ifPresentOrElse(builder::workers, builder::withoutWorkers);
        broadcast.ifPresent(builder::broadcast);
        stateDirectory.ifPresent(builder::stateDirectory);
        policyTypes.forEach(builder::policy);
        builder.metrics(metrics).events(eventSink.orElse(events));
        return builder.build();
    }

    /** What will not do what its author may expect. */
    public List<Issue> warnings() {
        return List.copyOf(warnings);
    }

    /** The gateway under test. */
    public Gateway gateway() {
        return gateway.orElseThrow(() -> new IllegalStateException("the gateway was not started"));
    }

    /** The clock. */
    public VirtualTime time() {
        return time;
    }

    /** What policies measured. */
    public MemoryMetrics metrics() {
        return metrics;
    }

    /** The events that policies wrote. */
    public RecordedEvents events() {
        return events;
    }

    /** The backends. */
    public StubBackend backends() {
        return backends;
    }

    /** GET with fields as names and values in turn. */
    public TestCall get(String target, String... headers) {
        return send("GET", target, Body.empty(), headers);
    }

    /** POST of a text. */
    public TestCall post(String target, String body, String... headers) {
        return send("POST", target, Body.of(body), headers);
    }

    /** Any request, over http from 203.0.113.7 to {@code gateway.test}. */
    public TestCall send(String method, String target, Body body, String... headers) {
        Headers fields = Headers.of(headers);
        if (!fields.contains("Host")) {
            fields.add("Host", "gateway.test");
        }
        return send(new HttpRequest(
                method, "http", fields.getOrDefault("Host", ""), target, "HTTP/1.1", "203.0.113.7", fields, body));
    }

    /** GET over https by a client that shows a certificate, with fields as names and values in turn. */
    public TestCall getAs(X509Certificate certificate, String target, String... headers) {
        Headers fields = Headers.of(headers).add("Host", "gateway.test");
        return send(new HttpRequest(
                "GET", "https", "gateway.test", target, "HTTP/1.1", "203.0.113.7", fields, Body.empty(), certificate));
    }

    /** Any request whatever. */
    public TestCall send(HttpRequest request) {
        TestCall call = new TestCall();
        calls.add(call);
        call.execute(() -> call.ending(gateway().handle(request, call, call.trace())));
        return call;
    }

    /**
     * Checks that nothing is left behind once all requests are over: every one was answered once or ended by its client, no permit is
     * taken, no timer waits, no backend is waited for.
     *
     * @throws AssertionError saying what is left
     */
    public void verifyNothingIsLeft() {
        List<String> left = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            TestCall call = calls.get(i);
            if (!call.isEnded()) {
                left.add("request " + (i + 1) + (call.isAnswered() ? " is not read to its end" : " has no answer"));
            }
            if (call.answers() > 1) {
                left.add("request " + (i + 1) + " was answered " + call.answers() + " times");
            }
        }
        note(left, gateway().permitsInUse(), "permits of concurrency limits are taken");
        note(left, time.pendingTasks(), "timers wait");
        note(left, backends.open(), "calls of backends are open");
        if (!left.isEmpty()) {
            throw new AssertionError("left behind: " + String.join("; ", left));
        }
    }

    private static void note(List<String> left, int count, String what) {
        if (count != 0) {
            left.add(count + " " + what);
        }
    }

    private static String parameters(String template) {
        StringBuilder json = new StringBuilder("[");
        java.util.regex.Matcher names =
                java.util.regex.Pattern.compile("\\{\\*?([^}]+)}").matcher(template);
        while (names.find()) {
            json.append(json.length() > 1 ? "," : "")
                    .append("{\"name\":\"")
                    .append(names.group(1))
                    .append("\",\"type\":\"string\",\"required\":true}");
        }
        return json.append("]").toString();
    }

    /** A text as JSON. */
    public static String quoted(String text) {
        return dev.apim.core.json.Json.write(
                com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.textNode(text));
    }

    private static SecretStore noSecrets() {
        return (kind, name) -> Optional.empty();
    }
}
