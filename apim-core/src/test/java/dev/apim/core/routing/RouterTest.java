package dev.apim.core.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.core.sample.SampleApi;
import dev.apim.http.Headers;
import dev.apim.model.VersionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouterTest {
    private static final VersionSet BY_SEGMENT =
            new VersionSet("by-segment", "", VersionSet.Scheme.SEGMENT, null, null);
    private static final VersionSet BY_QUERY =
            new VersionSet("by-query", "", VersionSet.Scheme.QUERY, "api-version", null);
    private static final VersionSet BY_HEADER =
            new VersionSet("by-header", "", VersionSet.Scheme.HEADER, null, "X-Version");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/orders          | orders   | ''        | ''",
                "/orders/         | orders   | /         | ''",
                "/ORDERS/x        | orders   | /x        | ''",
                "/orders/x/       | orders   | /x/       | ''",
                "/orders/items    | items    | ''        | ''",
                "/Orders/Items/7  | items    | /7        | ''",
                "/orders/itemsx   | orders   | /itemsx   | ''",
                "/orders/a%20b    | orders   | /a%20b    | ''",
                "/ordersx         | rest     | /ordersx  | ''",
                "/                | rest     | /         | ''",
                "/other/items     | rest     | /other/items | ''",
            })
    void theLongestPathOnASegmentBoundaryWins(String target, String api, String operationPath) {
        Router<String, String> router = Router.of(List.of(
                route(SampleApi.of("orders", "orders"), null, "GET /*"),
                route(SampleApi.of("items", "orders/items"), null, "GET /*"),
                route(SampleApi.of("rest", ""), null, "GET /*")));
        var matched = matched(router, "GET", target);
        assertThat(matched.api()).isEqualTo(api);
        assertThat(matched.operationPath()).isEqualTo(operationPath);
        assertThat(matched.apiPath() + matched.operationPath()).isEqualTo(target);
    }

    @Test
    void aShorterPathIsNotTriedWhenTheLongestHasNoSuchOperation() {
        Router<String, String> router = Router.of(List.of(
                route(SampleApi.of("orders", "orders"), null, "GET /items/{id}"),
                route(SampleApi.of("items", "orders/items"), null, "POST /{id}")));
        assertThat(route(router, "GET", "/orders/items/7"))
                .isInstanceOfSatisfying(
                        RouteResult.NoOperation.class, r -> assertThat(r.api()).isEqualTo("items"));
    }

    @Test
    void aMethodIsComparedWithoutCaseAndHeadIsNotGet() {
        Router<String, String> router =
                Router.of(List.of(route(SampleApi.of("a", "a"), null, "GET /x", "Patch /x", "OPTIONS /y")));
        assertThat(answer(router, "get", "/a/x")).isEqualTo("a GET /x");
        assertThat(answer(router, "PATCH", "/a/x")).isEqualTo("a Patch /x");
        assertThat(answer(router, "HEAD", "/a/x")).isEqualTo("a has no operation");
        assertThat(answer(router, "DELETE", "/a/x")).isEqualTo("a has no operation");
        assertThat(answer(router, "GETS", "/a/x")).isEqualTo("a has no operation");
        assertThat(answer(router, "*", "/a/x")).isEqualTo("a has no operation");
    }

    @Test
    void anotherMethodMayFindALessSpecificTemplate() {
        Router<String, String> router =
                Router.of(List.of(route(SampleApi.of("a", "a"), null, "GET /x/y", "POST /x/{p}", "PUT /*")));
        assertThat(answer(router, "POST", "/a/x/y")).isEqualTo("a POST /x/{p}");
        assertThat(answer(router, "PUT", "/a/x/y")).isEqualTo("a PUT /*");
    }

    @Test
    void anApiSaysWhetherItDefinesOptions() {
        Router<String, String> router = Router.of(List.of(
                route(SampleApi.of("a", "a"), null, "GET /x", "options /y"),
                route(SampleApi.of("b", "b"), null, "GET /x")));
        assertThat(((RouteResult.NoOperation<String, String>) route(router, "OPTIONS", "/a/x")).definesOptions())
                .isTrue();
        assertThat(((RouteResult.NoOperation<String, String>) route(router, "OPTIONS", "/b/x")).definesOptions())
                .isFalse();
        assertThat(answer(router, "OPTIONS", "/a/y")).isEqualTo("a options /y");
    }

    @Test
    void theAsteriskIsAnsweredByNobody() {
        Router<String, String> router = Router.of(List.of(route(SampleApi.of("rest", ""), null, "OPTIONS /*")));
        assertThat(answer(router, "OPTIONS", "*")).isEqualTo("nobody");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/s/v1/x           |                | s1 | /x",
                "/s/V2/x           |                | s2 | /x",
                "/s/v2;rev=3/x     |                | s2;rev=3 | /x",
                "/q/x?api-version=1  |              | q1 | /x",
                "/q/x?API-Version=B  |              | qb | /x",
                "/q/x?api-version=b&api-version=1 | | qb | /x",
                "/q/x              |                | q0 | /x",
                "/q/x?api-version= |                | q0 | /x",
                "/h/x              | 1              | h1 | /x",
            })
    void aVersionIsNamedBySegmentQueryOrHeader(
            String target, @Nullable String header, String api, String operationPath) {
        Headers headers = header == null ? new Headers() : Headers.of("x-VERSION", header);
        RouteResult<String, String> result =
                versioned().route("GET", CanonicalPath.parse(target, PathRules.DEFAULT), headers);
        assertThat(result).isInstanceOfSatisfying(RouteResult.Matched.class, matched -> {
            assertThat(matched.api()).isEqualTo(api);
            assertThat(matched.operationPath()).isEqualTo(operationPath);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/s/x",
                "/s",
                "/s/v9/x",
                "/s/v11/x",
                "/q/x?api-version=2",
                "/h/x",
                "/h/x?X-Version=1",
                "/s/v2;rev=9/x",
            })
    void anUnknownOrMissingVersionIsNotFoundEvenIfAnApiTakesTheRest(String target) {
        assertThat(answer(versioned(), "GET", target)).isEqualTo("nobody");
    }

    @Test
    void aSetWithOnlyTheOriginalKnowsNoOtherVersion() {
        Router<String, String> router =
                Router.of(List.of(route(SampleApi.of("q0", "q").version("by-query", ""), BY_QUERY, "GET /*")));
        assertThat(answer(router, "GET", "/q")).isEqualTo("q0 GET /*");
        assertThat(answer(router, "GET", "/q?api-version=7")).isEqualTo("nobody");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/a/x              | a GET /*",
                "/a;rev=1/x        | a GET /*",
                "/a;rev=2/x        | a;rev=2 GET /*",
                "/A;Rev=2          | a;rev=2 GET /*",
                "/a;rev=3/x        | nobody",
                "/a;rev=4/x        | nobody",
                "/a;rev=02/x       | nobody",
                "/a/x;rev=2        | malformed",
                "/;rev=2/a/x       | malformed",
                "/a/b;rev=1        | b GET /*",
                "/a;rev=2/b        | malformed",
                "/other;rev=1/x    | nobody",
            })
    void aRevisionIsAskedForRightAfterThePath(String target, String expected) {
        Router<String, String> router = Router.of(List.of(
                route(SampleApi.of("a", "a"), null, "GET /*"),
                route(SampleApi.of("a", "a").revision("2"), null, "GET /*"),
                route(SampleApi.of("a", "a").revision("3").offline(), null, "GET /*"),
                route(SampleApi.of("b", "a/b"), null, "GET /*")));
        assertThat(answer(router, "GET", target)).isEqualTo(expected);
    }

    @Test
    void theApiWithTheEmptyPathHasRevisionsToo() {
        Router<String, String> router = Router.of(List.of(
                route(SampleApi.of("root", ""), null, "GET /*"),
                route(SampleApi.of("root", "").revision("2"), null, "GET /*")));
        var matched = matched(router, "GET", "/;rev=2/x/y");
        assertThat(matched.api()).isEqualTo("root;rev=2");
        assertThat(matched.apiPath()).isEmpty();
        assertThat(matched.operationPath()).isEqualTo("/x/y");
    }

    @Test
    void theRevisionIsNoPartOfWhatIsForwarded() {
        Router<String, String> router =
                Router.of(List.of(route(SampleApi.of("a", "a/b").revision("2"), null, "GET /{x}")));
        var matched = matched(router, "GET", "/a/b;rev=2/c%20d/");
        assertThat(matched.apiPath()).isEqualTo("/a/b");
        assertThat(matched.operationPath()).isEqualTo("/c%20d/");
        assertThat(matched.parameters()).containsExactly(Map.entry("x", "c d"));
    }

    @Test
    void withoutACurrentRevisionOnlyTheNamedOneAnswers() {
        Router<String, String> router =
                Router.of(List.of(route(SampleApi.of("a", "a").revision("2"), null, "GET /*")));
        assertThat(answer(router, "GET", "/a")).isEqualTo("nobody");
        assertThat(answer(router, "GET", "/a;rev=2")).isEqualTo("a;rev=2 GET /*");
    }

    @Test
    void ignoredMatrixParametersNeverMissAnApiOrOperation() {
        Router<String, String> router =
                Router.of(List.of(route(SampleApi.of("admin", "admin"), null, "GET /users/{id}")));
        PathRules rules = PathRules.DEFAULT.ignoringMatrixParameters();
        CanonicalPath path = CanonicalPath.parse("/admin;x=1/users;y/7;rev=3", rules);
        assertThat(router.route("GET", path, new Headers()))
                .isInstanceOfSatisfying(RouteResult.Matched.class, matched -> {
                    assertThat(String.valueOf(matched.parameters())).isEqualTo("{id=7}");
                    assertThat(matched.operationPath()).isEqualTo("/users;y/7;rev=3");
                });
    }

    @Test
    void whatNoRequestCanReachIsReported() {
        Router<String, String> router = Router.of(List.of(
                route(SampleApi.of("b", "Same/path"), null, "GET /x", "get /X/", "GET /{a}", "GET /{b}"),
                route(SampleApi.of("a", "/same/path/"), null, "GET /x")));
        assertThat(answer(router, "GET", "/same/path/x")).isEqualTo("a GET /x");
        assertThat(router.conflicts())
                .extracting(c -> c.api() + " " + c.operationId() + ": " + c.message())
                .containsExactlyInAnyOrder(
                        "b;rev=1 null: the path 'Same/path' is that of API a already; give one of them another path or version",
                        "b;rev=1 get /X/: another operation of the API has the method get and the URL template /x already;"
                                + " give one of them another",
                        "b;rev=1 GET /{b}: another operation of the API has the method GET and the URL template /{} already;"
                                + " give one of them another");
    }

    @Test
    void aChangeIsSeenAndAllElseIsShared() {
        Router<String, String> before = versioned();
        Router<String, String> after = before.with(
                List.of(route(SampleApi.of("q1", "moved"), null, "GET /y")),
                List.of(new ApiRevision(null, "s1", "1"), new ApiRevision(null, "unknown", "1")));
        assertThat(answer(after, "GET", "/moved/y")).isEqualTo("q1 GET /y");
        assertThat(answer(after, "GET", "/q/x?api-version=1")).isEqualTo("nobody");
        assertThat(answer(after, "GET", "/s/v1/x")).isEqualTo("nobody");
        assertThat(answer(after, "GET", "/s/v2/x")).isEqualTo("s2 GET /x");
        assertThat(answer(before, "GET", "/s/v1/x")).isEqualTo("s1 GET /x");
    }

    private static Router<String, String> versioned() {
        return Router.of(List.of(
                route(SampleApi.of("rest", ""), null, "GET /*"),
                route(SampleApi.of("s1", "s").version("by-segment", "v1"), BY_SEGMENT, "GET /x"),
                route(SampleApi.of("s2", "s").version("by-segment", "v2"), BY_SEGMENT, "GET /x"),
                route(SampleApi.of("s2", "s").version("by-segment", "v2").revision("3"), BY_SEGMENT, "GET /x"),
                route(SampleApi.of("q0", "q").version("by-query", ""), BY_QUERY, "GET /x"),
                route(SampleApi.of("q1", "q").version("by-query", "1"), BY_QUERY, "GET /x"),
                route(SampleApi.of("qb", "q").version("by-query", "b"), BY_QUERY, "GET /x"),
                route(SampleApi.of("h1", "h").version("by-header", "1"), BY_HEADER, "GET /x")));
    }

    static RouteApi<String, String> route(SampleApi sample, @Nullable VersionSet set, String... operations) {
        List<RouteOperation<String>> routed = new ArrayList<>();
        for (String operation : operations) {
            String[] parts = operation.split(" ", 2);
            routed.add(new RouteOperation<>(operation, parts[0], UrlTemplate.parse(parts[1]), operation));
        }
        String revision = sample.api().revision();
        return new RouteApi<>(
                sample.api(), set, routed, sample.api().id() + (revision.equals("1") ? "" : ";rev=" + revision));
    }

    static String answer(Router<String, String> router, String method, String target) {
        RouteResult<String, String> result = route(router, method, target);
        if (result instanceof RouteResult.Matched<String, String> matched) {
            return matched.api() + " " + matched.operation();
        }
        if (result instanceof RouteResult.NoOperation<String, String> api) {
            return api.api() + " has no operation";
        }
        return result instanceof RouteResult.NoApi ? "nobody" : "malformed";
    }

    private static RouteResult<String, String> route(Router<String, String> router, String method, String target) {
        return router.route(method, CanonicalPath.parse(target, PathRules.DEFAULT), new Headers());
    }

    private static RouteResult.Matched<String, String> matched(
            Router<String, String> router, String method, String target) {
        return (RouteResult.Matched<String, String>) route(router, method, target);
    }
}
