package dev.apim.core.policies.access;

import dev.apim.backend.BackendException;
import dev.apim.core.policies.message.IdentityTokens;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.Outcome;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicyFailure;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A token of the gateway's own identity (Azure: authentication-managed-identity).
 *
 * @param resource what it is for
 * @param clientId of a user-assigned identity, if one is meant
 * @param variable that gets the token in place of the header, if one does
 * @param ignoreError whether a request without a token goes on
 * @param tokens where they come from
 */
record IdentityAuthentication(
        Expression<String> resource,
        @Nullable Expression<String> clientId,
        @Nullable String variable,
        boolean ignoreError,
        IdentityTokens tokens)
        implements OutboundAuthentication {
    static final ElementSpec SPEC = ElementSpec.of(
                    "authentication-managed-identity", "Names the gateway to the backend by a token of its identity.")
            .attributes(
                    AttributeSpec.of("resource", Type.STRING, "What the token is for, such as https://vault.azure.net.")
                            .mandatory()
                            .orExpression(),
                    AttributeSpec.of("client-id", Type.STRING, "A user-assigned identity; absent: the system's.")
                            .orExpression(),
                    AttributeSpec.of(
                            "output-token-variable-name",
                            Type.STRING,
                            "Variable for the token, which is then not put into Authorization."),
                    AttributeSpec.of("ignore-error", Type.BOOLEAN, "Whether the request goes on without a token.")
                            .or("false"));

    static OutboundAuthentication compile(PolicyElement element, CompileContext context, ManagedIdentity identity) {
        return new IdentityAuthentication(
                context.required(element, "resource", String.class),
                context.expression(element, "client-id", String.class),
                context.literal(element, "output-token-variable-name", String.class),
                Boolean.TRUE.equals(context.literal(element, "ignore-error", Boolean.class)),
                identity.tokens(context.services()));
    }

    @Override
    public Outcome apply(Exchange exchange, OutboundCredentials credentials, Function<Exchange, Outcome> then) {
        String wanted =
                Objects.requireNonNullElse(resource.evaluate(exchange), "").strip();
        String client = clientId == null ? null : clientId.evaluate(exchange);
        return tokens.token(
                exchange, wanted, client == null || client.isBlank() ? null : client.strip(), (e, token, failure) -> {
                    if (token == null) {
                        return without(e, failure, then);
                    }
                    if (variable == null) {
                        credentials.authorization("Bearer " + token);
                    } else {
                        e.variables().put(variable, token);
                    }
                    return then.apply(e);
                });
    }

    private Outcome without(Exchange exchange, @Nullable Throwable failure, Function<Exchange, Outcome> then) {
        String message = "No token of the gateway's identity could be got: " + reason(failure) + ".";
        if (!ignoreError) {
            return Outcome.fail(PolicyFailure.internal("ManagedIdentityFailure", message));
        }
        if (exchange.tracing()) {
            exchange.trace("authentication-managed-identity failed and is ignored: " + message);
        }
        return then.apply(exchange);
    }

    /** Only what is known to hold no secret. */
    static String reason(@Nullable Throwable failure) {
        if (failure instanceof TokenAnswerException || failure instanceof BackendException) {
            return String.valueOf(failure.getMessage()).replaceFirst("\\.$", "");
        }
        return failure instanceof RejectedExecutionException ? "all workers are busy" : "it broke on the way";
    }

    @Override
    public String toString() {
        return "authentication-managed-identity resource=" + resource + " ignore-error=" + ignoreError;
    }
}
