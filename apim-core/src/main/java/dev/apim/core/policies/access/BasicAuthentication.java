package dev.apim.core.policies.access;

import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.Outcome;
import dev.apim.policy.PolicyElement;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * User and password (Azure: authentication-basic; RFC 7617). Made once where both are written out. Shows neither.
 *
 * @param user name
 * @param password of the user
 * @param ready the field's value, where nothing is computed
 */
record BasicAuthentication(
        Expression<String> user,
        Expression<String> password,
        @Nullable String ready) implements OutboundAuthentication {
    static final ElementSpec SPEC = ElementSpec.of(
                    "authentication-basic", "Names the gateway to the backend by user and password.")
            .attributes(
                    AttributeSpec.of("username", Type.STRING, "Name of the user.")
                            .mandatory()
                            .orExpression(),
                    AttributeSpec.of("password", Type.STRING, "Password of the user.")
                            .mandatory()
                            .orExpression());

    static OutboundAuthentication compile(PolicyElement element, CompileContext context) {
        String name = context.literal(element, "username", String.class);
        String secret = context.literal(element, "password", String.class);
        return new BasicAuthentication(
                context.required(element, "username", String.class),
                context.required(element, "password", String.class),
                name == null || secret == null ? null : credentials(name, secret));
    }

    @Override
    public Outcome apply(Exchange exchange, OutboundCredentials credentials, Function<Exchange, Outcome> then) {
        credentials.authorization(
                ready == null ? credentials(user.evaluate(exchange), password.evaluate(exchange)) : ready);
        return then.apply(exchange);
    }

    private static String credentials(@Nullable String user, @Nullable String password) {
        String pair = Objects.requireNonNullElse(user, "") + ":" + Objects.requireNonNullElse(password, "");
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "authentication-basic";
    }
}
