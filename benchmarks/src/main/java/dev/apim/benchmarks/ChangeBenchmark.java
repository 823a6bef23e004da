package dev.apim.benchmarks;

import dev.apim.testkit.TestGateway;
import java.util.concurrent.TimeUnit;
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

/** One policy change among 10,000 APIs of 20 operations, from the changed text to the first request that meets it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgs = "-Xmx6g")
public class ChangeBenchmark {
    private TestGateway gateway = TestGateway.create();
    private int changes;

    /** Loads them all. */
    @Setup
    public void prepare() {
        String[] operations = new String[20];
        for (int i = 0; i < operations.length; i++) {
            operations[i] = "GET /things" + i + "/{id}";
        }
        gateway = TestGateway.create();
        for (int i = 0; i < 10_000; i++) {
            gateway.api("api" + i, "path" + i, operations);
        }
        gateway.start();
    }

    /** One change of one API's policy, and one request. */
    @Benchmark
    public int change() {
        int status = 201 + changes++ % 50;
        String document = "<policies><inbound><return-response><set-status code=\"" + status
                + "\"/></return-response></inbound></policies>";
        gateway.policy("/apis/api77", document).update();
        int answered = gateway.get("/path77/things3/1").status();
        if (answered != status) {
            throw new IllegalStateException("expected " + status + ", found " + answered);
        }
        return answered;
    }
}
