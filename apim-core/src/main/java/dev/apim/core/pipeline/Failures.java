package dev.apim.core.pipeline;

import dev.apim.http.Headers;
import dev.apim.policy.BodyLimitException;
import dev.apim.policy.ExpressionException;
import dev.apim.policy.Outcome;
import dev.apim.policy.PolicyFailure;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What exceptions of policies mean for a request. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    /** Why the request fails. What nobody foresaw is logged. */
    static Outcome of(Throwable thrown, GatewayExchange exchange) {
        if (thrown instanceof BodyLimitException refused) {
            return Outcome.fail(refused(refused, exchange));
        }
        if (thrown instanceof ExpressionException) {
            return Outcome.fail(expression(thrown));
        }
        LOG.error("request {}: a policy broke", exchange.requestId(), shown(thrown, exchange));
        return Outcome.fail(PolicyFailure.internal("InternalError", "Internal server error"));
    }

    /** Whoever sent the body is to blame: the caller, or the backend. */
    private static PolicyFailure refused(BodyLimitException refused, GatewayExchange exchange) {
        String message = String.valueOf(refused.getMessage());
        if (refused.isOf(exchange.request().body())) {
            return PolicyFailure.of(400, "RequestBodyRefused", message);
        }
        if (exchange.hasResponse() && refused.isOf(exchange.response().body())) {
            return new PolicyFailure(502, "ResponseBodyRefused", message, "Bad Gateway", new Headers());
        }
        return expression(refused);
    }

    private static PolicyFailure expression(Throwable thrown) {
        return PolicyFailure.internal(
                "ExpressionValueEvaluationFailure", "Expression evaluation failed. " + thrown.getMessage());
    }

    /** The same for people: a message may hold what a policy worked with. */
    private static Throwable shown(Throwable broken, GatewayExchange exchange) {
        Throwable shown = new IllegalStateException(exchange.redact(broken.toString()));
        shown.setStackTrace(broken.getStackTrace());
        return shown;
    }

    /** The exception that a stage failed with, without its wrapper. */
    static Throwable unwrap(Throwable error) {
        return error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
    }
}
