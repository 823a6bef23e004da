package dev.apim.core.policies.access;

import dev.apim.core.jwt.OpenIdProvider;
import dev.apim.core.policies.message.Literals;
import dev.apim.http.Url;
import dev.apim.policy.CompileContext;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.ExpressionException;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicyServices;
import dev.apim.policy.Value;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A tenant of Microsoft Entra ID. It publishes its keys twice, under the name of each of its two kinds of tokens.
 *
 * @param id or domain, or a name that stands for many
 * @param endpoint where it signs in
 * @param ready its providers, where nothing is computed
 * @param identities the gateway's
 * @param services engines
 */
record Tenant(
        Expression<String> id,
        Expression<String> endpoint,
        @Nullable List<OpenIdProvider> ready,
        IdentityProviders identities,
        PolicyServices services) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,252}");
    private static final String DISCOVERY = "/.well-known/openid-configuration";

    static Tenant compile(PolicyElement element, IdentityProviders identities, CompileContext context) {
        Expression<String> id = context.required(element, "tenant-id", String.class);
        Expression<String> endpoint = context.required(element, "authentication-endpoint", String.class);
        Value name = element.attribute("tenant-id").orElse(Value.literal("", element.position()));
        Value where = element.attribute("authentication-endpoint").orElse(name);
        String base = context.literal(element, "authentication-endpoint", String.class);
        List<OpenIdProvider> ready = null;
        if (Literals.isFinal(name) && Literals.isFinal(where) && base != null) {
            try {
                ready = providers(name.text(), base, identities, context.services());
            } catch (IllegalArgumentException e) {
                Literals.refuse(name, String.valueOf(e.getMessage()), context);
            }
        }
        return new Tenant(id, endpoint, ready, identities, context.services());
    }

    List<OpenIdProvider> providers(Exchange exchange) {
        if (ready != null) {
            return ready;
        }
        try {
            return providers(text(id, exchange), text(endpoint, exchange), identities, services);
        } catch (IllegalArgumentException e) {
            throw new ExpressionException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Whether it stands for all tenants but that of personal accounts. */
    boolean isOrganizations(Exchange exchange) {
        return text(id, exchange).strip().equalsIgnoreCase("organizations");
    }

    private static String text(Expression<String> expression, Exchange exchange) {
        return Objects.requireNonNullElse(expression.evaluate(exchange), "");
    }

    private static List<OpenIdProvider> providers(
            String id, String endpoint, IdentityProviders identities, PolicyServices services) {
        String base = endpoint.strip();
        String name = id.strip();
        if (name.startsWith("https://")) {
            Url url = Url.parse(name);
            base = "https://" + url.authority();
            name = url.path().replaceFirst("^/", "").replaceFirst("/.*$", "");
        }
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("tenant-id: expected an id such as "
                    + "01234567-89ab-cdef-0123-456789abcdef, a domain, or common, organizations or consumers");
        }
        String tenant = base.replaceFirst("/+$", "") + "/" + name;
        return List.of(
                identities.at(Url.parse(tenant + "/v2.0" + DISCOVERY), services),
                identities.at(Url.parse(tenant + DISCOVERY), services));
    }

    @Override
    public String toString() {
        return "tenant-id=" + id;
    }
}
