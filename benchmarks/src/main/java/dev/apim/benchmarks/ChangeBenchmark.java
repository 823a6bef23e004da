package dev.apim.benchmarks;

import dev.apim.core.Gateway;
import dev.apim.core.GatewayBuilder;
import dev.apim.core.resource.Configuration;
import dev.apim.core.resource.ConfigurationReader;
import dev.apim.core.secret.SubscriptionKeys;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpRequest;
import dev.apim.resource.Resource;
import dev.apim.resource.ResourcePath;
import dev.apim.testkit.StubBackend;
import dev.apim.testkit.TestGateway;
import dev.apim.testkit.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One policy change among 10,000 APIs of 20 operations, from the changed resource to the first response that shows it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgs = "-Xmx6g")
public class ChangeBenchmark {
    private final DrainedCall call = new DrainedCall();
    private @Nullable Gateway gateway;
    private @Nullable Configuration configuration;
    private int changes;

    /** Loads them all. */
    @Setup
    public void prepare() {
        List<Resource> resources = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            String api = "/apis/api" + i;
            resources.add(resource(
                    api,
                    "{\"displayName\":\"a\",\"path\":\"path" + i
                            + "\",\"subscriptionRequired\":false,\"serviceUrl\":\"http://backend.test\"}"));
            for (int op = 0; op < 20; op++) {
                resources.add(
                        resource(
                                api + "/operations/op" + op,
                                "{\"displayName\":\"o\",\"method\":\"GET\",\"urlTemplate\":\"/things" + op
                                        + "/{id}\",\"templateParameters\":[{\"name\":\"id\",\"type\":\"string\",\"required\":true}]}"));
            }
        }
        configuration = new ConfigurationReader((kind, name) -> Optional.empty(), SubscriptionKeys.inMemory())
                .read(resources, issue -> {})
                .orElseThrow();
        gateway = new GatewayBuilder(new VirtualTime(), new StubBackend()).build();
        gateway.load(configuration);
    }

    /** One change of one API's policy, and one request. */
    @Benchmark
    public int change() {
        if (gateway == null || configuration == null) {
            throw new IllegalStateException("not prepared");
        }
        int status = 201 + changes++ % 50;
        String document = "<policies><inbound><return-response><set-status code=\"" + status
                + "\"/></return-response></inbound></policies>";
        Resource changed = resource(
                "/apis/api77/policies/policy",
                "{\"format\":\"rawxml\",\"value\":" + TestGateway.quoted(document) + "}");
        configuration =
                configuration.with(List.of(changed), Set.of(), issue -> {}).orElseThrow();
        gateway.load(configuration);
        Headers headers = new Headers(1).add("Host", "gateway.test");
        gateway.handle(
                new HttpRequest(
                        "GET",
                        "http",
                        "gateway.test",
                        "/path77/things3/1",
                        "HTTP/1.1",
                        "127.0.0.1",
                        headers,
                        Body.empty()),
                call);
        if (call.status() != status) {
            throw new IllegalStateException("expected " + status + ", found " + call.status());
        }
        return status;
    }

    private static Resource resource(String path, String properties) {
        return new Resource(
                ResourcePath.of(path),
                properties,
                Integer.toHexString(properties.hashCode()),
                Resource.Origin.of(path));
    }
}
