package dev.apim.benchmarks;

import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpRequest;
import dev.apim.http.HttpService;
import dev.apim.testkit.TestGateway;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * A whole request through a linked program that answers by itself, with so many leaf policies in it. The cost of a leaf is the slope: the
 * difference between two lengths over the difference in leaves; its allocation ({@code -prof gc}) likewise.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ProgramBenchmark {
    /** How many leaf policies run: each sets the status, which is a field write of its own. */
    @Param({"0", "10", "110"})
    public int leaves;

    private HttpService gateway = (request, call) -> cause -> {};
    private final DrainedCall call = new DrainedCall();

    /** Builds the program. */
    @Setup
    public void prepare() {
        String document = "<policies><inbound>" + "<set-status code=\"200\" reason=\"OK\"/>".repeat(leaves)
                + "<return-response/></inbound></policies>";
        gateway = TestGateway.create()
                .api("a", "a", "GET /x")
                .policy("/apis/a", document)
                .start()
                .gateway();
    }

    /** One request. */
    @Benchmark
    public int request() {
        Headers headers = new Headers(1).add("Host", "gateway.test");
        HttpRequest request =
                new HttpRequest("GET", "http", "gateway.test", "/a/x", "HTTP/1.1", "127.0.0.1", headers, Body.empty());
        gateway.handle(request, call);
        return call.status();
    }
}
