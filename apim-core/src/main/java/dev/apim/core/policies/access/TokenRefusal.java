package dev.apim.core.policies.access;

import dev.apim.core.jwt.TokenException;
import dev.apim.core.jwt.TokenException.Reason;
import dev.apim.http.Headers;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.ExpressionException;
import dev.apim.policy.Outcome;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicyFailure;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * What a caller is told whose token is not accepted.
 *
 * @param code status, 401 unless the author says otherwise
 * @param message in place of the usual one
 */
record TokenRefusal(Expression<Integer> code, @Nullable Expression<String> message) {
    static AttributeSpec[] attributes() {
        return new AttributeSpec[] {
            AttributeSpec.of("failed-validation-httpcode", Type.INTEGER, "Status of the answer to other tokens.")
                    .orExpression()
                    .or("401")
                    .between(200, 599),
            AttributeSpec.of(
                            "failed-validation-error-message",
                            Type.STRING,
                            "Message of the answer; the usual one where absent.")
                    .orExpression()
        };
    }

    static TokenRefusal compile(PolicyElement element, CompileContext context) {
        return new TokenRefusal(
                context.required(element, "failed-validation-httpcode", Integer.class),
                context.expression(element, "failed-validation-error-message", String.class));
    }

    Outcome of(TokenException refused, Exchange exchange) {
        Integer status = code.evaluate(exchange);
        if (status == null || status < 200 || status > 599) {
            throw new ExpressionException(
                    "The attribute 'failed-validation-httpcode' is 200 to 599, found " + status + ".");
        }
        boolean absent = refused.reason() == Reason.TOKEN_NOT_PRESENT;
        String own = message == null ? null : message.evaluate(exchange);
        String shown = own == null ? absent ? "JWT not present." : "Invalid JWT." : own;
        return Outcome.fail(new PolicyFailure(
                status,
                refused.reason().code(),
                absent || refused.reason() == Reason.JWT_INVALID
                        ? String.valueOf(refused.getMessage())
                        : refused.getMessage() + " Access denied.",
                shown,
                new Headers()));
    }

    /** The same of anything that went wrong on the way: whatever it was, the caller does not pass. */
    Outcome of(Throwable failure, Exchange exchange) {
        if (failure instanceof TokenException refused) {
            return of(refused, exchange);
        }
        if (failure instanceof RejectedExecutionException) {
            return Outcome.fail(PolicyFailure.of(503, "WorkersBusy", "Service Unavailable"));
        }
        if (failure instanceof RuntimeException unforeseen) {
            throw unforeseen;
        }
        throw new IllegalStateException("the token could not be verified", failure);
    }
}
