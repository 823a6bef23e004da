package dev.apim.core.policies.message;

import dev.apim.backend.BackendCapability;
import dev.apim.backend.ConnectionOptions;
import dev.apim.core.backend.ClientLimits;
import dev.apim.http.Url;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.Exchange;
import dev.apim.policy.ExchangeKey;
import dev.apim.policy.Expression;
import dev.apim.policy.ExpressionException;
import dev.apim.policy.PolicyElement;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The proxy a request goes through, in any policy that has {@code proxy} in it (Azure: proxy). Immutable and thread-safe. */
public final class ProxyChoice {
    /** What the policy {@code proxy} chose for requests to the backend. */
    public static final ExchangeKey<ConnectionOptions.Proxy> CHOSEN = ExchangeKey.of("proxy");

    private final Expression<String> url;
    private final @Nullable Expression<String> username;
    private final @Nullable Expression<String> password;

    private ProxyChoice(
            Expression<String> url, @Nullable Expression<String> username, @Nullable Expression<String> password) {
        this.url = url;
        this.username = username;
        this.password = password;
    }

    /** The element. */
    public static ElementSpec spec() {
        return ElementSpec.of("proxy", "Sends the request through an HTTP proxy.")
                .attributes(
                        AttributeSpec.of("url", Type.STRING, "The proxy, such as http://proxy:3128.")
                                .mandatory()
                                .orExpression(),
                        AttributeSpec.of("username", Type.STRING, "For Basic credentials.")
                                .orExpression(),
                        AttributeSpec.of("password", Type.STRING, "For Basic credentials.")
                                .orExpression())
                .occurs(0, 1);
    }

    /** Compiles a {@code proxy} element. */
    public static ProxyChoice compile(PolicyElement element, CompileContext context) {
        element.attribute("url").filter(Literals::isFinal).ifPresent(value -> {
            if (parsed(value.text()) == null) {
                Literals.refuse(
                        value, "attribute 'url' of <proxy>: expected an address such as http://proxy:3128", context);
            }
        });
        @Nullable Expression<String> username = context.expression(element, "username", String.class);
        if (username != null) {
            ClientLimits.warning(context.services().backendClient(), BackendCapability.PROXY)
                    .ifPresent(problem -> context.warning(element.position(), problem));
        }
        return new ProxyChoice(
                context.required(element, "url", String.class),
                username,
                context.expression(element, "password", String.class));
    }

    /** The {@code proxy} in another element, if there is one. */
    public static @Nullable ProxyChoice compileIn(PolicyElement parent, CompileContext context) {
        return parent.child("proxy").map(child -> compile(child, context)).orElse(null);
    }

    /**
     * The proxy for an exchange.
     *
     * @throws ExpressionException when the URL is none
     */
    public ConnectionOptions.Proxy evaluate(Exchange exchange) {
        Url address = parsed(Objects.requireNonNullElse(url.evaluate(exchange), ""));
        if (address == null) {
            throw new ExpressionException(
                    "The expression of 'url' of proxy gave no address such as http://proxy:3128; mend the expression.");
        }
        String user = username == null ? null : username.evaluate(exchange);
        String secret = password == null ? null : password.evaluate(exchange);
        return new ConnectionOptions.Proxy(
                address.host(), address.port(), user, user == null ? null : Objects.requireNonNullElse(secret, ""));
    }

    private static @Nullable Url parsed(String text) {
        try {
            Url address = Url.parse(text.strip());
            return address.scheme().equals("http") ? address : null;
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    /** Without credentials. */
    @Override
    public String toString() {
        return "proxy url=" + url;
    }
}
