package dev.apim.benchmarks;

import dev.apim.core.routing.CanonicalPath;
import dev.apim.core.routing.PathRules;
import dev.apim.core.routing.RouteApi;
import dev.apim.core.routing.RouteOperation;
import dev.apim.core.routing.RouteResult;
import dev.apim.core.routing.Router;
import dev.apim.core.routing.UrlTemplate;
import dev.apim.http.Headers;
import dev.apim.model.Api;
import dev.apim.model.SubscriptionKeyParameterNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
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

/** What it costs to find an operation, from the request target on, among few and many APIs of 20 operations each. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RoutingBenchmark {
    private static final int OPERATIONS = 20;
    private static final int REQUESTS = 1 << 14;

    /** How many APIs there are. */
    @Param({"10", "10000"})
    public int apis = 10;

    /** How many of them are called in turn: few as in most traffic, or all, which leaves nothing in the processor's caches. */
    @Param({"10", "10000"})
    public int called = 10;

    /** How many different sets of operations they have: one that all share, or each its own. */
    @Param({"1", "10000"})
    public int tables = 1;

    private final Headers headers = new Headers();
    private final String[] targets = new String[REQUESTS];
    private Router<String, String> router = Router.of(List.of());
    private RouteApi<String, String> changed = api(0, 0);
    private final int[] chain = new int[1 << 20];
    private int next;
    private int link;

    /** Builds the router and the requests. */
    @Setup
    public void setUp() {
        List<RouteApi<String, String>> routes = new ArrayList<>();
        for (int i = 0; i < apis; i++) {
            routes.add(api(i, i % tables));
        }
        router = Router.of(routes);
        changed = api(apis / 2, apis / 2 % tables);
        Random random = new Random(42);
        link(random);
        int step = Math.max(1, apis / called);
        for (int i = 0; i < REQUESTS; i++) {
            int api = random.nextInt(Math.min(apis, called)) * step;
            int operation = random.nextInt(OPERATIONS);
            targets[i] = "/company/service-" + api + "/things-" + operation / 2 + "-" + api % tables
                    + (operation % 2 == 0 ? "" : "/4711");
        }
    }

    /** Reads the target and finds the operation. */
    @Benchmark
    public RouteResult<String, String> route() {
        next = (next + 1) & (REQUESTS - 1);
        return router.route("GET", CanonicalPath.parse(targets[next], PathRules.DEFAULT), headers);
    }

    /** Reads the target only. */
    @Benchmark
    public CanonicalPath parse() {
        next = (next + 1) & (REQUESTS - 1);
        return CanonicalPath.parse(targets[next], PathRules.DEFAULT);
    }

    /** Reads one integer among 4 MiB at a place nobody can foresee: what a single cache miss costs here and now. */
    @Benchmark
    public int access() {
        link = chain[link];
        return link;
    }

    /** Replaces one API. */
    @Benchmark
    public Router<String, String> change() {
        return router.with(List.of(changed), List.of());
    }

    /** One cycle through all places (Sattolo's shuffle), so that each access waits for the one before. */
    private void link(Random random) {
        Arrays.setAll(chain, i -> i);
        for (int i = chain.length - 1; i > 0; i--) {
            int other = random.nextInt(i);
            int taken = chain[i];
            chain[i] = chain[other];
            chain[other] = taken;
        }
    }

    private static RouteApi<String, String> api(int number, int table) {
        List<RouteOperation<String>> operations = new ArrayList<>();
        for (int i = 0; i < OPERATIONS; i++) {
            String template = "/things-" + i / 2 + "-" + table + (i % 2 == 0 ? "" : "/{id}");
            operations.add(new RouteOperation<>("op" + i, "GET", UrlTemplate.parse(template), "op" + i));
        }
        String id = "service-" + number;
        Api api = new Api(
                id,
                id,
                "",
                "company/" + id,
                List.of("https"),
                "https://backend.example",
                "http",
                "1",
                true,
                true,
                "",
                null,
                true,
                SubscriptionKeyParameterNames.DEFAULT,
                null);
        return new RouteApi<>(api, null, operations, id);
    }
}
