package dev.apim.core.policies.access;

import dev.apim.http.Headers;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Section;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Names the gateway to the backend by user and password (Azure: authentication-basic; RFC 7617). */
final class AuthenticationBasicPolicy implements PolicyType {
    static final ElementSpec SPEC = ElementSpec.of(
                    "authentication-basic", "Names the gateway to the backend by user and password.")
            .attributes(
                    AttributeSpec.of("username", Type.STRING, "Name of the user.")
                            .mandatory()
                            .orExpression(),
                    AttributeSpec.of("password", Type.STRING, "Password of the user.")
                            .mandatory()
                            .orExpression());

    @Override
    public PolicySpec spec() {
        return PolicySpec.of(SPEC.name(), SPEC.summary())
                .sections(Section.INBOUND)
                .attributes(SPEC.attributes().toArray(AttributeSpec[]::new));
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        Basic basic = basic(element, context);
        return new Policy() {
            @Override
            public Outcome apply(Exchange exchange) {
                basic.apply(exchange, exchange.request().headers());
                return Outcome.next();
            }

            @Override
            public String toString() {
                return basic.toString();
            }
        };
    }

    static Basic basic(PolicyElement element, CompileContext context) {
        Expression<String> user = context.required(element, "username", String.class);
        Expression<String> password = context.required(element, "password", String.class);
        String name = context.literal(element, "username", String.class);
        String secret = context.literal(element, "password", String.class);
        boolean ready = name != null && secret != null;
        return new Basic(user, password, ready ? credentials(name, secret) : null);
    }

    private static String credentials(@Nullable String user, @Nullable String password) {
        String pair = Objects.requireNonNullElse(user, "") + ":" + Objects.requireNonNullElse(password, "");
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /** The credentials; made once where they are written out. Shows neither. */
    record Basic(
            Expression<String> user, Expression<String> password, @Nullable String ready) {
        void apply(Exchange exchange, Headers headers) {
            headers.set(
                    "Authorization",
                    ready == null ? credentials(user.evaluate(exchange), password.evaluate(exchange)) : ready);
        }

        @Override
        public String toString() {
            return "authentication-basic";
        }
    }
}
