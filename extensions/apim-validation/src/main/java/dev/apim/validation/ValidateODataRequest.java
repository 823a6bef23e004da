package dev.apim.validation;

import dev.apim.http.BytesBody;
import dev.apim.http.Headers;
import dev.apim.http.QueryParameters;
import dev.apim.model.Api;
import dev.apim.policy.Exchange;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Validates version, path, query options and size of one request. Its work is bounded by the length of the request line. */
record ValidateODataRequest(
        @Nullable String variable,
        ODataVersion assumed,
        @Nullable ODataVersion min,
        @Nullable ODataVersion max,
        @Nullable Integer maxSize,
        ODataModel model)
        implements Policy {
    private static final String VERSION = "OData-Version";
    private static final String MAX_VERSION = "OData-MaxVersion";
    private static final Set<String> SYSTEM_SEGMENTS = Set.of(
            "$metadata",
            "$batch",
            "$count",
            "$value",
            "$ref",
            "$entity",
            "$all",
            "$crossjoin",
            "$filter",
            "$each",
            "$query",
            "$it");

    @Override
    public Outcome apply(Exchange exchange) {
        Report report = new Report(Side.REQUEST);
        size(exchange, report);
        versions(exchange.request().headers(), report);
        path(exchange, report);
        options(exchange, report);
        return report.outcome(exchange, variable);
    }

    private void size(Exchange exchange, Report report) {
        BytesBody body = exchange.request().body().buffered();
        if (maxSize != null && body != null && body.length() > maxSize) {
            report.add(Action.PREVENT, ValidateContent.tooLarge(Side.REQUEST, body.length(), maxSize));
        }
    }

    private void versions(Headers headers, Report report) {
        String sent = headers.joined(VERSION);
        Optional<ODataVersion> version = sent == null ? Optional.of(assumed) : ODataVersion.of(sent);
        if (version.isEmpty()) {
            header(report, VERSION, "The value of the header " + VERSION + " is not a version of OData.");
        } else if (min != null && version.get().compareTo(min) < 0) {
            header(report, VERSION, "OData version " + version.get() + " is not supported; the lowest is " + min + ".");
        } else if (max != null && version.get().compareTo(max) > 0) {
            header(
                    report,
                    VERSION,
                    "OData version " + version.get() + " is not supported; the highest is " + max + ".");
        }
        String limit = headers.joined(MAX_VERSION);
        Optional<ODataVersion> highest = limit == null ? Optional.empty() : ODataVersion.of(limit);
        if (limit != null && highest.isEmpty()) {
            header(report, MAX_VERSION, "The value of the header " + MAX_VERSION + " is not a version of OData.");
        } else if (highest.isPresent() && min != null && highest.get().compareTo(min) < 0) {
            header(
                    report,
                    MAX_VERSION,
                    "No response can be of OData version " + highest.get() + "; the lowest is " + min + ".");
        }
    }

    private static void header(Report report, String name, String details) {
        report.add(Action.PREVENT, Finding.of(name, "RequestHeader", "IncorrectMessage", details));
    }

    private void path(Exchange exchange, Report report) {
        String path = relative(exchange.originalUrl().path(), exchange.api());
        try {
            ODataOptions.balanced(decoded(path));
            boolean first = true;
            for (String segment : path.split("/")) {
                if (!segment.isEmpty()) {
                    segment(exchange, decoded(segment), first);
                    first = false;
                }
            }
        } catch (ODataSyntax e) {
            report.add(
                    Action.PREVENT,
                    Finding.of("", "Url", "IncorrectMessage", "The path is not valid: " + e.getMessage() + "."));
        }
    }

    private void segment(Exchange exchange, String segment, boolean first) throws ODataSyntax {
        int keys = segment.indexOf('(');
        String name = keys < 0 ? segment : segment.substring(0, keys);
        if (name.startsWith("$")) {
            if (!SYSTEM_SEGMENTS.contains(name)) {
                throw ODataSyntax.of("there is no segment '" + name + "'");
            }
        } else if (first && !model.mayKnow(exchange, name)) {
            throw ODataSyntax.of("the service has nothing named '" + name + "'");
        }
    }

    /** What follows the path, revision and version of the API. */
    private static String relative(String path, @Nullable Api api) {
        String rest = path;
        if (api != null) {
            rest = without(rest, "/" + api.path());
            rest = without(rest, ";rev=" + api.revision());
            rest = api.version().isEmpty() ? rest : without(rest, "/" + api.version());
            rest = without(rest, ";rev=" + api.revision());
        }
        return rest;
    }

    private static String without(String path, String prefix) {
        boolean begins = path.toLowerCase(Locale.ROOT).startsWith(prefix.toLowerCase(Locale.ROOT));
        boolean ends = path.length() == prefix.length() || begins && "/;".indexOf(path.charAt(prefix.length())) >= 0;
        return begins && ends && prefix.length() > 1 ? path.substring(prefix.length()) : path;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }

    private static void options(Exchange exchange, Report report) {
        Set<String> seen = new HashSet<>();
        String query = exchange.request().url().query();
        for (QueryParameters.Parameter option : QueryParameters.parse(
                        query.startsWith("?") ? query.substring(1) : query)
                .list()) {
            if (option.name().startsWith("$")) {
                option(option, seen, report);
            }
        }
    }

    private static void option(QueryParameters.Parameter option, Set<String> seen, Report report) {
        String name = option.name();
        try {
            if (!ODataOptions.isKnown(name)) {
                throw ODataSyntax.of("OData has none of this name");
            }
            if (!seen.add(name.toLowerCase(Locale.ROOT))) {
                throw ODataSyntax.of("it is given twice");
            }
            ODataOptions.check(name, option.value());
        } catch (ODataSyntax e) {
            report.add(
                    Action.PREVENT,
                    Finding.of(
                            name,
                            "QueryParameter",
                            "IncorrectMessage",
                            "The query option " + name + " is not valid: " + e.getMessage() + "."));
        }
    }

    @Override
    public String toString() {
        return "validate-odata-request min=" + min + " max=" + max;
    }
}
