package dev.apim.core.policies.access;

import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.Exchange;
import dev.apim.policy.Outcome;
import dev.apim.policy.PolicyElement;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the gateway names itself to whom a request goes, as a policy of its own and within others (Azure: authentication-basic,
 * authentication-certificate, authentication-managed-identity). Immutable and thread-safe.
 */
@FunctionalInterface
public interface OutboundAuthentication {
    /**
     * Fills in the credentials, perhaps after a wait, and goes on. On the lane.
     *
     * @param then goes on with the request
     */
    Outcome apply(Exchange exchange, OutboundCredentials credentials, Function<Exchange, Outcome> then);

    /** The elements, for policies that have one of them in it. */
    static List<ElementSpec> specs() {
        return List.of(
                CertificateAuthentication.SPEC.occurs(0, 1),
                BasicAuthentication.SPEC.occurs(0, 1),
                IdentityAuthentication.SPEC.occurs(0, 1));
    }

    /** What stands in another element; {@code null} where nothing does. */
    static @Nullable OutboundAuthentication compileIn(
            PolicyElement parent, CompileContext context, ManagedIdentity identity) {
        OutboundAuthentication all = null;
        for (PolicyElement child : parent.children()) {
            OutboundAuthentication one = switch (child.name()) {
                case "authentication-basic" -> BasicAuthentication.compile(child, context);
                case "authentication-certificate" -> CertificateAuthentication.compile(child, context);
                case "authentication-managed-identity" -> IdentityAuthentication.compile(child, context, identity);
                default -> null;
            };
            all = one == null ? all : all == null ? one : both(all, one);
        }
        return all;
    }

    private static OutboundAuthentication both(OutboundAuthentication first, OutboundAuthentication second) {
        return (exchange, credentials, then) ->
                first.apply(exchange, credentials, e -> second.apply(e, credentials, then));
    }
}
