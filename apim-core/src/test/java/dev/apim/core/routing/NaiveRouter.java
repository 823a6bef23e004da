package dev.apim.core.routing;

import dev.apim.model.Api;
import dev.apim.model.VersionSet;
import dev.apim.model.VersionSet.Scheme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Routes by looking at everything: lists, regular expressions, sorting. Takes plain ASCII targets without escapes. */
final class NaiveRouter {
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]*)}");

    private final List<RouteApi<String, String>> apis;

    NaiveRouter(Collection<RouteApi<String, String>> apis) {
        this.apis = apis.stream()
                .sorted(Comparator.comparing(
                                (RouteApi<String, String> r) -> r.api().id())
                        .thenComparing(r -> r.api().revision()))
                .toList();
    }

    String route(String method, String target, @Nullable String versionHeader) {
        String[] parts = target.split("\\?", 2);
        Map<String, String> query = query(parts.length < 2 ? "" : parts[1]);
        Matcher marker = Pattern.compile("^(.*?)/?;rev=([0-9]+)").matcher(parts[0]);
        @Nullable String revision = marker.find() ? marker.group(2) : null;
        int marked = revision == null ? -1 : segments(marker.group(1)).size();
        String path = parts[0].replaceFirst("(^/)?;rev=[0-9]+", "");
        List<String> segments = segments(path);
        int longest = longest(segments);
        if (longest < 0) {
            return "404";
        }
        if (revision != null && marked != longest) {
            return "400";
        }
        RouteApi<String, String> api = select(segments.subList(0, longest), query, versionHeader, revision);
        return api == null ? "404" : operation(api, method, path, longest, query);
    }

    private int longest(List<String> path) {
        int longest = -1;
        for (RouteApi<String, String> route : apis) {
            for (List<String> prefix : List.of(segments(route.api().path()), served(route))) {
                boolean matches = prefix.size() <= path.size() && same(prefix, path.subList(0, prefix.size()));
                longest = matches ? Math.max(longest, prefix.size()) : longest;
            }
        }
        return longest;
    }

    private @Nullable RouteApi<String, String> select(
            List<String> prefix, Map<String, String> query, @Nullable String header, @Nullable String revision) {
        List<RouteApi<String, String>> here =
                apis.stream().filter(r -> same(served(r), prefix)).toList();
        String setId = null;
        String version = "";
        for (RouteApi<String, String> route : here) {
            VersionSet set = route.versionSet();
            if (setId == null && set != null && set.scheme() != Scheme.SEGMENT) {
                String asked = set.scheme() == Scheme.QUERY ? query.get("v") : header;
                setId = asked == null || asked.isEmpty() ? null : set.id();
                version = asked == null ? "" : asked;
            }
        }
        List<RouteApi<String, String>> candidates = new ArrayList<>();
        for (RouteApi<String, String> route : here) {
            VersionSet set = route.versionSet();
            String named = set == null || set.scheme() == Scheme.SEGMENT ? "" : set.id();
            String own = route.api().version();
            boolean fits = setId == null
                    ? named.isEmpty() || own.isEmpty()
                    : named.equals(setId) && !own.isEmpty() && own.equalsIgnoreCase(version);
            if (fits
                    && (candidates.isEmpty()
                            || candidates.get(0).api().id().equals(route.api().id()))) {
                candidates.add(route);
            }
        }
        return candidates.stream()
                .filter(r -> revision == null
                        ? r.api().isCurrent()
                        : r.api().revision().equals(revision))
                .findFirst()
                .filter(r -> r.api().isOnline())
                .orElse(null);
    }

    private static String operation(
            RouteApi<String, String> api, String method, String path, int apiSegments, Map<String, String> query) {
        String rest = path;
        for (int i = 0; i < apiSegments; i++) {
            rest = rest.replaceFirst("^/[^/]*", "");
        }
        String operationPath = rest;
        return api.operations().stream()
                .filter(o -> o.method().equalsIgnoreCase(method))
                .filter(o -> parameters(o, operationPath, query) != null)
                .min(Comparator.comparing(
                        (RouteOperation<String> o) -> rank(o.template().toString())))
                .map(o -> api.payload() + " " + o.payload() + " " + operationPath + " "
                        + new HashMap<>(parameters(o, operationPath, query)))
                .orElse(api.payload() + " - " + operationPath);
    }

    /** The smaller the better; compares segment by segment, then by the query. */
    private static String rank(String template) {
        String[] parts = template.split("\\?", 2);
        StringBuilder rank = new StringBuilder();
        for (String segment : segments(parts[0])) {
            String text = PARAMETER.matcher(segment).replaceAll("{}");
            if (text.equals("*") || segment.startsWith("{*")) {
                rank.append("9");
            } else if (text.equals("{}")) {
                rank.append("5");
            } else if (text.contains("{}")) {
                rank.append("3").append(99 - text.replace("{}", "").length()).append(text);
            } else {
                rank.append("1");
            }
            rank.append('\u0001');
        }
        String query = parts.length < 2 ? "" : parts[1];
        int constraints = query.isEmpty() ? 0 : query.split("&").length;
        int literals = constraints - (int) query.chars().filter(c -> c == '{').count();
        return rank.toString() + '\u0000' + (9 - constraints) + (9 - literals);
    }

    private static @Nullable Map<String, String> parameters(
            RouteOperation<String> operation, String path, Map<String, String> query) {
        String[] parts = operation.template().toString().split("\\?", 2);
        List<String> names = new ArrayList<>();
        StringBuilder regex = new StringBuilder();
        for (String segment : segments(parts[0])) {
            if (segment.equals("*")) {
                regex.append("(?:/.*)?");
            } else if (segment.startsWith("{*")) {
                names.add(segment.substring(2, segment.length() - 1));
                regex.append("(?:/(.*))?");
            } else {
                Matcher matcher = PARAMETER.matcher(segment);
                int at = 0;
                regex.append('/');
                while (matcher.find()) {
                    names.add(matcher.group(1));
                    regex.append(Pattern.quote(segment.substring(at, matcher.start())))
                            .append("([^/]+?)");
                    at = matcher.end();
                }
                regex.append(Pattern.quote(segment.substring(at)));
            }
        }
        Matcher matcher =
                Pattern.compile(regex + "/?", Pattern.CASE_INSENSITIVE).matcher(path);
        return matcher.matches() ? withQuery(captured(matcher, names), parts.length < 2 ? "" : parts[1], query) : null;
    }

    private static Map<String, String> captured(Matcher matcher, List<String> names) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            values.put(names.get(i), matcher.group(i + 1) == null ? "" : matcher.group(i + 1));
        }
        return values;
    }

    private static @Nullable Map<String, String> withQuery(
            Map<String, String> values, String pattern, Map<String, String> query) {
        for (Map.Entry<String, String> demand : query(pattern).entrySet()) {
            @Nullable String present = query.get(demand.getKey());
            boolean any = demand.getValue().startsWith("{");
            if (present == null || (!any && !present.equals(demand.getValue()))) {
                return null;
            }
            if (any) {
                values.put(demand.getValue().substring(1, demand.getValue().length() - 1), present);
            }
        }
        return values;
    }

    private static List<String> served(RouteApi<String, String> route) {
        Api api = route.api();
        boolean inPath = route.versionSet() != null && route.versionSet().scheme() == Scheme.SEGMENT;
        return segments(inPath ? api.path() + "/" + api.version() : api.path());
    }

    private static Map<String, String> query(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String parameter : query.split("&")) {
            String[] parts = parameter.split("=", 2);
            parameters.put(parts[0], parts.length < 2 ? "" : parts[1]);
        }
        parameters.remove("");
        return parameters;
    }

    private static List<String> segments(String path) {
        return Arrays.stream(path.split("/")).filter(s -> !s.isEmpty()).toList();
    }

    private static boolean same(List<String> one, List<String> other) {
        return String.join("/", one).equalsIgnoreCase(String.join("/", other));
    }
}
