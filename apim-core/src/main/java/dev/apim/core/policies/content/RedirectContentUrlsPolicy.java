package dev.apim.core.policies.content;

import dev.apim.core.policies.message.Destination;
import dev.apim.core.policies.message.Engine;
import dev.apim.http.Url;
import dev.apim.model.Api;
import dev.apim.policy.CompileContext;
import dev.apim.policy.Exchange;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicyFailure;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Section;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Puts the gateway's URL in a response body where the backend's stands, and in a request body the other way round (Azure:
 * redirect-content-urls).
 */
final class RedirectContentUrlsPolicy implements PolicyType {
    @Override
    public PolicySpec spec() {
        return PolicySpec.of("redirect-content-urls", "Puts the gateway's URL in bodies where the backend's stands.")
                .sections(Section.INBOUND, Section.OUTBOUND)
                .onlyOnce();
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        return new Step(Content.Side.of(context));
    }

    private record Step(Content.Side side) implements Policy {
        @Override
        public Outcome apply(Exchange exchange) {
            Content content = side.of(exchange);
            Url backend = backend(exchange);
            if (content.isEmpty() || backend == null) {
                return Outcome.next();
            }
            String path = trimmed(backend.path());
            String theirs = backend.scheme() + "://" + backend.authority() + path;
            String explicit = backend.scheme() + "://" + backend.host() + ":" + backend.port() + path;
            String ours = gateway(exchange);
            try {
                String text = content.text();
                String changed = text;
                if (side == Content.Side.REQUEST) {
                    changed = replaced(changed, ours, theirs);
                } else {
                    for (String base : explicit.equals(theirs) ? List.of(theirs) : List.of(explicit, theirs)) {
                        changed = replaced(changed, base, ours);
                    }
                }
                if (!changed.equals(text)) {
                    content.replace(changed);
                }
                return Outcome.next();
            } catch (Replacement.TooLong e) {
                return Outcome.fail(PolicyFailure.internal(
                        "BodyTooLarge",
                        "redirect-content-urls makes a body of more than " + Replacement.LONGEST + " characters."));
            }
        }

        private static String replaced(String text, String from, String to) throws Replacement.TooLong {
            String changed = Replacement.all(text, from, to, true);
            return changed == null ? text : changed;
        }

        /** Where the request goes; {@code null} where the host handles it itself. */
        private static @Nullable Url backend(Exchange exchange) {
            Destination chosen = exchange.get(Destination.CHOSEN);
            if (chosen != null) {
                return chosen.base();
            }
            Api api = exchange.api();
            return api == null || api.serviceUrl().isEmpty() ? null : Url.parse(api.serviceUrl());
        }

        /** The API as the client called it, its version's segment included. */
        private static String gateway(Exchange exchange) {
            Url called = exchange.originalUrl();
            Api api = exchange.api();
            String base = Engine.mount(exchange) + (api == null || api.path().isEmpty() ? "" : "/" + api.path());
            String path = called.path();
            boolean known = path.regionMatches(true, 0, base, 0, base.length());
            int end = base.length();
            if (known && api != null && !api.version().isEmpty()) {
                String version = "/" + api.version().toLowerCase(Locale.ROOT);
                int stop = end + version.length();
                boolean segment = path.regionMatches(true, end, version, 0, version.length())
                        && (path.length() == stop || path.charAt(stop) == '/');
                end = segment ? stop : end;
            }
            return called.scheme() + "://" + called.authority() + (known ? path.substring(0, end) : base);
        }

        private static String trimmed(String path) {
            return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        }

        @Override
        public String toString() {
            return "redirect-content-urls";
        }
    }
}
