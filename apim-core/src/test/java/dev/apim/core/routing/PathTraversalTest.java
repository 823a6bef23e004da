package dev.apim.core.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.core.sample.SampleApi;
import dev.apim.http.Headers;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Nobody climbs from an open API into what a protected one guards, however the way is spelt. */
class PathTraversalTest {
    private static final List<String> STARTS = List.of("/public", "/public/x", "/public/files/a", "/Public;rev=1", "");
    private static final List<String> CLIMBS = List.of(
            "..",
            "%2e%2e",
            ".%2e",
            "%2E.",
            "..;",
            "..;x=1",
            "%252e%252e",
            "%c0%ae%c0%ae",
            "..%00",
            "%u002e%u002e",
            "..%3b",
            "\uff0e\uff0e",
            "..%20",
            "..%0d%0a",
            "....",
            ".");
    private static final List<String> SLASHES =
            List.of("/", "//", "%2f", "%5c", "\\", "%252f", ";/", "/./", "%c0%af", "%u2215", "/;/", "%0a/");
    private static final List<String> GOALS = List.of(
            "admin",
            "ADMIN",
            "admin/",
            "admin;x",
            "%61dmin",
            "adm%69n/users",
            "admin%00",
            "admin/users",
            "admin%2fusers",
            "admin?x",
            "adm\u0131n",
            "adm%C4%B1n",
            "admin%23",
            "admin/.");
    private static final List<PathRules> RULES = List.of(
            PathRules.DEFAULT,
            PathRules.DEFAULT.keepingEncodedSlashes(),
            PathRules.DEFAULT.ignoringMatrixParameters(),
            PathRules.DEFAULT.keepingEncodedSlashes().ignoringMatrixParameters());

    private final Router<String, String> router = Router.of(List.of(api("public"), api("admin")));

    @Test
    void noneOfManySpellingsReachesTheProtectedPathByTheOpenApi() {
        Set<String> lines = lines();
        assertThat(lines).hasSizeGreaterThan(23_400);
        for (PathRules rules : RULES) {
            assertThat(lines).filteredOn(line -> reaches(line, rules)).isEmpty();
        }
    }

    private boolean reaches(String line, PathRules rules) {
        CanonicalPath path;
        try {
            path = CanonicalPath.parse(line, rules);
        } catch (MalformedTargetException refused) {
            return false;
        }
        RouteResult<String, String> result = router.route("GET", path, new Headers());
        return result instanceof RouteResult.Matched<String, String> matched
                && matched.api().equals("public")
                && asABackendReadsIt("/public" + matched.operationPath()).startsWith("/admin");
    }

    /** Decoded once, backslashes as slashes, without matrix parameters and empty segments, dot segments resolved, in lower case. */
    private static String asABackendReadsIt(String forwarded) {
        Deque<String> kept = new ArrayDeque<>();
        String decoded = URLDecoder.decode(forwarded.replace("+", "%2B"), StandardCharsets.UTF_8);
        for (String segment : decoded.replace('\\', '/').split("/")) {
            String name = segment.replaceFirst(";.*", "").strip();
            if (name.equals("..")) {
                kept.pollLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                kept.addLast(name);
            }
        }
        return "/" + String.join("/", kept).toLowerCase(Locale.ROOT);
    }

    private static Set<String> lines() {
        Set<String> lines = new LinkedHashSet<>();
        for (String start : STARTS) {
            for (String climb : CLIMBS) {
                for (String slash : SLASHES) {
                    for (int depth = 1; depth <= 3; depth++) {
                        for (String goal : GOALS) {
                            lines.add(start + "/" + (climb + slash).repeat(depth) + goal);
                        }
                    }
                }
            }
        }
        return lines;
    }

    private static RouteApi<String, String> api(String id) {
        UrlTemplate everything = UrlTemplate.parse("/*");
        return new RouteApi<>(
                SampleApi.of(id, id).api(), null, List.of(new RouteOperation<>("all", "GET", everything, "all")), id);
    }
}
