package dev.apim.benchmarks;

import dev.apim.core.Apim;
import dev.apim.core.ApimOptions;
import dev.apim.servlet.ApimFilter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A host's endpoint called directly, and through the filter with a key check, a rate limit and a field set on the response. The
 * difference, in time and in allocation ({@code -prof gc}), is what the gateway costs in process. The limit is an ordinary one, of a
 * thousand calls a minute; so that it refuses nobody, a minute passes in a millisecond.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class FilterBenchmark {
    private static final byte[] ORDER = "{\"id\":42,\"item\":\"tea\"}".getBytes(StandardCharsets.UTF_8);

    private final StubServlet.Request request = new StubServlet.Request();
    private final StubServlet.Response response = new StubServlet.Response();
    private final FilterChain host = (in, out) -> {
        out.setContentType("application/json");
        out.getOutputStream().write(ORDER, 0, ORDER.length);
    };
    private final Apim apim = Apim.create(
            new ApimOptions().time(new HurriedTime()),
            a -> a.api(
                            "orders",
                            api -> api.path("orders").operation("GET /{id}").inline())
                    .product("starter", product -> product.apis("orders").policy("""
                    <policies>
                        <inbound>
                            <base />
                            <rate-limit calls="1000" renewal-period="60" />
                        </inbound>
                        <outbound>
                            <base />
                            <set-header name="X-Gateway"><value>apim</value></set-header>
                        </outbound>
                    </policies>"""))
                    .subscription(
                            "benchmark",
                            subscription -> subscription.product("starter").key("benchmark-key")));
    private final ApimFilter filter = new ApimFilter(apim);

    /** Looks whether the filter does what is measured. */
    @Setup
    public void check() throws IOException, ServletException {
        throughTheFilter();
        boolean headed =
                "apim".equals(response.getHeader("X-Gateway")) && "application/json".equals(response.getContentType());
        if (!headed || response.count() != ORDER.length) {
            throw new IllegalStateException("the filter did not do its work: " + response.getStatus());
        }
    }

    /** Ends the gateway. */
    @TearDown
    public void close() {
        apim.close();
    }

    /** Without the gateway. */
    @Benchmark
    public int direct() throws IOException, ServletException {
        request.recycle();
        response.recycle();
        host.doFilter(request, response);
        return response.count();
    }

    /** With it. */
    @Benchmark
    public int throughTheFilter() throws IOException, ServletException {
        request.recycle();
        response.recycle();
        filter.doFilter(request, response, host);
        return response.count();
    }
}
