package dev.apim.core.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.core.sample.SampleApi;
import dev.apim.http.Headers;
import dev.apim.model.VersionSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random configurations and requests: the router against the slow and obvious one, and against itself after changes. */
class RouterOracleTest {
    private static final int CONFIGURATIONS = 60;
    private static final int REQUESTS = 80;
    private static final String[] SEGMENTS = {"a", "b", "ab", "a-b", "v1", "c.d"};
    private static final String[] TEMPLATE_SEGMENTS = {"a", "B", "ab", "v1", "{}", "{}", "a{}", "{}b", "{}-{}", "{}.d"};
    private static final String[] METHODS = {"GET", "POST", "OPTIONS"};
    private static final String[] QUERIES = {"", "", "", "?q={}", "?q=1", "?q=1&r={}"};
    private static final List<VersionSet> SETS = List.of(
            new VersionSet("seg", "", VersionSet.Scheme.SEGMENT, null, null),
            new VersionSet("query", "", VersionSet.Scheme.QUERY, "v", null),
            new VersionSet("header", "", VersionSet.Scheme.HEADER, null, "v"));

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 300})
    void theRouterAgreesWithTheObviousOne(long seed) {
        Random random = new Random(seed);
        int found = 0;
        for (int i = 0; i < CONFIGURATIONS; i++) {
            Map<ApiRevision, RouteApi<String, String>> apis = configuration(random, 12);
            Router<String, String> router = Router.of(apis.values());
            NaiveRouter naive = new NaiveRouter(apis.values());
            for (int j = 0; j < REQUESTS; j++) {
                found += compare(router, naive, random) ? 1 : 0;
            }
        }
        assertThat(found).as("requests that found an operation").isGreaterThan(CONFIGURATIONS * REQUESTS / 10);
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 60})
    void aRouterAfterChangesEqualsOneMadeAnew(long seed) {
        Random random = new Random(seed);
        Map<ApiRevision, RouteApi<String, String>> apis = configuration(random, 12);
        Router<String, String> changed = Router.of(apis.values());
        for (int i = 0; i < CONFIGURATIONS; i++) {
            Map<ApiRevision, RouteApi<String, String>> replaced = configuration(random, 1 + random.nextInt(3));
            Set<ApiRevision> removed = new HashSet<>();
            apis.keySet().stream().filter(name -> random.nextInt(6) == 0).forEach(removed::add);
            removed.forEach(apis::remove);
            apis.putAll(replaced);
            changed = changed.with(replaced.values(), removed);
            NaiveRouter naive = new NaiveRouter(apis.values());
            assertThat(changed.conflicts()).isEqualTo(Router.of(apis.values()).conflicts());
            for (int j = 0; j < REQUESTS; j++) {
                compare(changed, naive, random);
            }
        }
    }

    private static boolean compare(Router<String, String> router, NaiveRouter naive, Random random) {
        String method = pick(random, METHODS);
        String target = target(random);
        @Nullable String version = random.nextInt(3) == 0 ? pick(random, "1", "2", "") : null;
        Headers headers = version == null ? new Headers() : Headers.of("V", version);
        RouteResult<String, String> result =
                router.route(method, CanonicalPath.parse(target, PathRules.DEFAULT), headers);
        assertThat(describe(result)).as(method + " " + target).isEqualTo(naive.route(method, target, version));
        return result instanceof RouteResult.Matched;
    }

    private static String describe(RouteResult<String, String> result) {
        if (result instanceof RouteResult.Matched<String, String> m) {
            return m.api() + " " + m.operation() + " " + m.operationPath() + " " + new HashMap<>(m.parameters());
        }
        if (result instanceof RouteResult.NoOperation<String, String> m) {
            return m.api() + " - " + m.operationPath();
        }
        return result instanceof RouteResult.NoApi ? "404" : "400";
    }

    private static Map<ApiRevision, RouteApi<String, String>> configuration(Random random, int size) {
        Map<ApiRevision, RouteApi<String, String>> apis = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            SampleApi api = SampleApi.of("api" + random.nextInt(20), path(random));
            @Nullable VersionSet set = random.nextInt(2) == 0 ? null : SETS.get(random.nextInt(3));
            if (set != null) {
                api = api.version(set.id(), pick(random, "", "1", "2", "v1", "V1"));
            }
            api = random.nextInt(4) == 0 ? api.revision("2") : api;
            api = random.nextInt(8) == 0 ? api.offline() : api;
            RouteApi<String, String> route = RouterTest.route(api, set, operations(random));
            String payload = ApiRevision.of(api.api()) + "@" + random.nextInt(1_000);
            apis.put(ApiRevision.of(api.api()), new RouteApi<>(api.api(), set, route.operations(), payload));
        }
        return apis;
    }

    private static String path(Random random) {
        List<String> segments = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            segments.add(pick(random, "a", "b", "A", "v1"));
        }
        return String.join("/", segments);
    }

    private static String[] operations(Random random) {
        String[] operations = new String[1 + random.nextInt(16)];
        for (int i = 0; i < operations.length; i++) {
            StringBuilder template = new StringBuilder();
            for (int depth = random.nextInt(4); depth > 0; depth--) {
                template.append('/').append(pick(random, TEMPLATE_SEGMENTS));
            }
            template.append(pick(random, "", "", "/", "/*", "/{*}")).append(pick(random, QUERIES));
            operations[i] =
                    pick(random, METHODS) + " /" + named(template.toString()).replaceFirst("^/", "");
        }
        return operations;
    }

    private static String named(String template) {
        StringBuilder named = new StringBuilder();
        int count = 0;
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            named.append(c == '}' ? "p" + count++ + "}" : String.valueOf(c));
        }
        return named.toString();
    }

    private static String target(Random random) {
        StringBuilder target = new StringBuilder();
        if (random.nextInt(30) == 0) {
            target.append("/;rev=2");
        }
        boolean revision = target.length() > 0;
        for (int depth = random.nextInt(6); depth > 0; depth--) {
            String segment = pick(random, SEGMENTS);
            target.append('/').append(random.nextInt(4) == 0 ? segment.toUpperCase(Locale.ROOT) : segment);
            if (!revision && random.nextInt(15) == 0) {
                target.append(";rev=").append(1 + random.nextInt(3));
                revision = true;
            }
        }
        target.append(target.isEmpty() || random.nextInt(5) == 0 ? "/" : "");
        return target + pick(random, "", "", "?q=1", "?q=2&x=1", "?r=3&q=1", "?v=1", "?v=2&q=1");
    }

    private static String pick(Random random, String... from) {
        return from[random.nextInt(from.length)];
    }
}
