package dev.apim.graphql;

import dev.apim.core.policies.message.AddressPolicy;
import dev.apim.core.policies.message.Destination;
import dev.apim.core.policies.message.Literals;
import dev.apim.core.policies.message.PathText;
import dev.apim.http.Url;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec.Content;
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
import java.util.Objects;

/** Where a resolver's request goes (Azure: set-url in http-request). */
final class SetUrlPolicy implements PolicyType {
    @Override
    public PolicySpec spec() {
        return PolicySpec.of("set-url", "Where a resolver's request goes.")
                .sections(Section.INBOUND)
                .content(Content.EXPRESSION, Type.STRING);
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        Value written = element.text();
        if (written.isExpression()) {
            AddressPolicy.STRICT.checkComputed(written.position(), context);
        } else if (Literals.isFinal(written) && !isRelative(written.text())) {
            try {
                Url.parse(written.text().strip());
            } catch (IllegalArgumentException e) {
                Literals.refuse(written, "set-url: " + e.getMessage(), context);
            }
        }
        return new SetUrl(context.text(element, String.class), written.isExpression());
    }

    private static boolean isRelative(String url) {
        return url.strip().startsWith("/");
    }

    /**
     * Sets it.
     *
     * @param url absolute, or a path behind the base that set-backend-service chose
     * @param computed whether an expression says where to, so that it must not lead to a private address
     */
    private record SetUrl(Expression<String> url, boolean computed) implements Policy {
        @Override
        public Outcome apply(Exchange exchange) {
            String text = PathText.url(
                    Objects.requireNonNullElse(url.evaluate(exchange), "").strip());
            Destination chosen = exchange.get(Destination.CHOSEN);
            try {
                if (chosen != null) {
                    Url target = isRelative(text) ? relative(chosen.base(), text) : Url.parse(text);
                    exchange.request().url(chosen.with(target.path(), target.query()));
                } else {
                    Url target = Url.parse(text);
                    Url base = target.withPath("/").withQuery("");
                    exchange.request().url(target);
                    exchange.put(Destination.CHOSEN, new Destination(base, null, null, computed));
                }
                return Outcome.next();
            } catch (IllegalArgumentException e) {
                return Outcome.fail(PolicyFailure.internal(
                        "InvalidUri", "set-url gave no absolute http or https URL; mend the expression."));
            }
        }

        private static Url relative(Url base, String text) {
            return Url.parse(base.scheme() + "://" + base.authority() + text);
        }

        /** Without the URL, which may hold a key. */
        @Override
        public String toString() {
            return "set-url" + (computed ? " expression" : "");
        }
    }
}
