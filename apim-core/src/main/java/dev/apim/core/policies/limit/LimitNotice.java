package dev.apim.core.policies.limit;

import dev.apim.core.policies.message.FieldSyntax;
import dev.apim.core.policies.message.Literals;
import dev.apim.http.Headers;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.Exchange;
import dev.apim.policy.Outcome;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicyFailure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a limit tells of itself: to the caller in fields of the response, to later policies in variables. */
record LimitNotice(
        String retryAfterHeader,
        @Nullable String retryAfterVariable,
        @Nullable String remainingHeader,
        @Nullable String remainingVariable,
        @Nullable String totalHeader) {

    private static final String RETRY_AFTER = "Retry-After";
    private static final List<String> HEADERS =
            List.of("retry-after-header-name", "remaining-calls-header-name", "total-calls-header-name");

    /** The attributes that both policies have. */
    static AttributeSpec[] attributes() {
        return new AttributeSpec[] {
            AttributeSpec.of("retry-after-header-name", Type.STRING, "Field that takes the place of Retry-After."),
            AttributeSpec.of("retry-after-variable-name", Type.STRING, "Variable that takes the seconds to wait."),
            AttributeSpec.of(
                    "remaining-calls-header-name", Type.STRING, "Field of every response that tells the calls left."),
            AttributeSpec.of("remaining-calls-variable-name", Type.STRING, "Variable that takes the calls left."),
            AttributeSpec.of("total-calls-header-name", Type.STRING, "Field of every response that tells the limit.")
        };
    }

    static LimitNotice of(PolicyElement element, CompileContext context) {
        String retryAfter = context.literal(element, "retry-after-header-name", String.class);
        HEADERS.forEach(name -> element.attribute(name)
                .filter(value -> Literals.isFinal(value) && !FieldSyntax.isToken(value.text()))
                .ifPresent(value -> Literals.refuse(
                        value, "'" + value.text() + "' is no header name; expected letters, digits and -", context)));
        return new LimitNotice(
                retryAfter == null ? RETRY_AFTER : retryAfter,
                context.literal(element, "retry-after-variable-name", String.class),
                context.literal(element, "remaining-calls-header-name", String.class),
                context.literal(element, "remaining-calls-variable-name", String.class),
                context.literal(element, "total-calls-header-name", String.class));
    }

    Outcome allowed(Exchange exchange, long remaining, long total) {
        tell(exchange, remaining, total);
        return Outcome.next();
    }

    Outcome refused(Exchange exchange, long retryAfterSeconds, long total) {
        tell(exchange, 0, total);
        if (retryAfterVariable != null) {
            exchange.variables().put(retryAfterVariable, (int) retryAfterSeconds);
        }
        return Outcome.fail(new PolicyFailure(
                429,
                "RateLimitExceeded",
                "Rate limit is exceeded",
                "Rate limit is exceeded. Try again in " + retryAfterSeconds + " seconds.",
                Headers.of(retryAfterHeader, Long.toString(retryAfterSeconds))));
    }

    private void tell(Exchange exchange, long remaining, long total) {
        if (remainingVariable != null) {
            exchange.variables().put(remainingVariable, (int) remaining);
        }
        if (remainingHeader == null && totalHeader == null) {
            return;
        }
        exchange.onResponse(e -> {
            if (remainingHeader != null) {
                e.response().headers().set(remainingHeader, Long.toString(remaining));
            }
            if (totalHeader != null) {
                e.response().headers().set(totalHeader, Long.toString(total));
            }
        });
    }
}
