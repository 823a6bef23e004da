package dev.apim.core.policies.transform;

import dev.apim.core.policies.message.Destination;
import dev.apim.http.QueryParameters;
import dev.apim.http.RequestMessage;
import dev.apim.http.Url;
import dev.apim.model.Operation;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.CompileContext;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicyFailure;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Section;
import dev.apim.policy.Value;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Replaces path and query behind the backend's base URL (Azure: rewrite-uri). */
final class RewriteUriPolicy implements PolicyType {
    @Override
    public PolicySpec spec() {
        return PolicySpec.of("rewrite-uri", "Replaces the path and query sent to the backend.")
                .sections(Section.INBOUND)
                .attributes(
                        AttributeSpec.of(
                                        "template",
                                        AttributeSpec.Type.STRING,
                                        "Path and query, relative to the backend.")
                                .mandatory()
                                .orExpression(),
                        AttributeSpec.of(
                                        "copy-unmatched-params",
                                        AttributeSpec.Type.BOOLEAN,
                                        "Whether query parameters that the operation's template does not name are kept.")
                                .orExpression()
                                .or("true"));
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        Value written = element.attribute("template").orElse(Value.literal("/", element.position()));
        UriTemplate ready = null;
        if (!written.isExpression()) {
            ready = UriTemplate.parse(written.text());
            if (holdsControl(written.text()) || holdsDotSegment(ready.expandPath(Map.of(), ""))) {
                context.error(
                        written.position(),
                        "the template holds a control character or a . or .. segment; expected a plain path and query");
            }
        }
        return new Step(
                context.required(element, "template", String.class),
                ready,
                context.required(element, "copy-unmatched-params", Boolean.class));
    }

    private record Step(
            Expression<String> template, @Nullable UriTemplate ready, Expression<Boolean> copy) implements Policy {
        @Override
        public Outcome apply(Exchange exchange) {
            UriTemplate uri = ready;
            if (uri == null) {
                String text = Objects.requireNonNullElse(template.evaluate(exchange), "");
                if (holdsControl(text)) {
                    return failure("The expression of template gave a control character, which no URL may hold.");
                }
                uri = UriTemplate.parse(text);
            }
            Map<String, String> values = exchange.matchedParameters();
            String missing = uri.missing(values);
            if (!missing.isEmpty()) {
                return failure("The template names {" + missing
                        + "}, which the URL template of the operation does not; name a parameter of the operation.");
            }
            String path = uri.expandPath(values, wildcard(exchange.operation(), values));
            if (holdsDotSegment(path)) {
                return failure(
                        "The rewritten path holds a . or .. segment, which could leave the backend's base path.");
            }
            rewrite(exchange, path, uri.expandQuery(values));
            return Outcome.next();
        }

        private void rewrite(Exchange exchange, String path, String query) {
            RequestMessage request = exchange.request();
            Url url = request.url();
            String base = url.path().substring(0, Destination.basePathLength(exchange));
            boolean keep = !Boolean.FALSE.equals(copy.evaluate(exchange));
            String kept = keep ? unmatched(url.query(), exchange.operation()) : "";
            String joined = query.isEmpty() || kept.isEmpty() ? query + kept : query + "&" + kept;
            request.url(new Url(url.scheme(), url.host(), url.port(), base + path, joined));
        }

        private static String unmatched(String query, @Nullable Operation operation) {
            if (query.isEmpty() || operation == null) {
                return query;
            }
            String kept = query;
            for (String name : UriTemplate.queryNames(operation.urlTemplate())) {
                kept = QueryParameters.without(kept, name);
            }
            return kept;
        }

        /** The name of the operation's catch-all, whose value is several segments. */
        private static String wildcard(@Nullable Operation operation, Map<String, String> values) {
            int start = operation == null ? -1 : operation.urlTemplate().indexOf("{*");
            int end = operation == null || start < 0
                    ? -1
                    : operation.urlTemplate().indexOf('}', start);
            String name =
                    operation == null || end < 0 ? "" : operation.urlTemplate().substring(start + 2, end);
            return values.containsKey(name) ? name : "";
        }

        private static Outcome failure(String message) {
            return Outcome.fail(PolicyFailure.internal("InvalidUri", message));
        }

        /** The path alone: a query may hold a key. */
        @Override
        public String toString() {
            String shown = ready == null
                    ? "expression"
                    : ready.path().stream()
                            .map(part -> part.placeholder() ? "{" + part.text() + "}" : part.text())
                            .reduce("", String::concat);
            return "rewrite-uri template=" + shown + " copy-unmatched-params=" + copy;
        }
    }

    private static boolean holdsControl(String text) {
        return text.chars().anyMatch(c -> c < ' ' || c == 0x7F);
    }

    /** Whether a segment is {@code .} or {@code ..}, however its dots are written, before its matrix parameters if it has some. */
    private static boolean holdsDotSegment(String path) {
        for (int at = 0; at <= path.length(); ) {
            int dots = 0;
            int next = at;
            while (dotAt(path, next) > 0) {
                next += dotAt(path, next);
                dots++;
            }
            boolean ends = next >= path.length() || path.charAt(next) == '/' || path.charAt(next) == ';';
            if (ends && (dots == 1 || dots == 2)) {
                return true;
            }
            int slash = path.indexOf('/', next);
            at = slash < 0 ? path.length() + 1 : slash + 1;
        }
        return false;
    }

    private static int dotAt(String path, int at) {
        if (at < path.length() && path.charAt(at) == '.') {
            return 1;
        }
        return path.regionMatches(true, at, "%2e", 0, 3) ? 3 : 0;
    }
}
