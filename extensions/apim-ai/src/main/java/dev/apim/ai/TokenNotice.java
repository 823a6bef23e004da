package dev.apim.ai;

import dev.apim.http.Headers;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.Exchange;
import dev.apim.policy.Outcome;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicyFailure;
import org.jspecify.annotations.Nullable;

/** How a token limit tells of itself: to the caller in fields of the response, to later policies in variables. */
record TokenNotice(
        String retryAfterHeader, @Nullable String retryAfterVariable, Names quota, Names minute, Names consumed) {
    private static final String RETRY_AFTER = "Retry-After";

    /** Where one figure goes. */
    record Names(@Nullable String header, @Nullable String variable) {
        private static Names of(PolicyElement element, String attribute, CompileContext context) {
            return new Names(
                    context.literal(element, attribute + "-header-name", String.class),
                    context.literal(element, attribute + "-variable-name", String.class));
        }

        /** A variable holds a whole number of 32 bits, as policies expect. */
        void variable(Exchange exchange, long value) {
            if (variable != null) {
                exchange.variables().put(variable, (int) Math.min(value, Integer.MAX_VALUE));
            }
        }

        void header(Headers headers, long value) {
            if (header != null) {
                headers.set(header, Long.toString(value));
            }
        }
    }

    /** The figures of one call as they are known now; -1 for what is not limited. */
    static final class Figures {
        long quotaLeft = -1;
        long minuteLeft = -1;
        long consumed;

        /** Takes off what was used beyond what was counted ahead. */
        void use(long tokens) {
            quotaLeft = quotaLeft < 0 ? -1 : Math.max(0, quotaLeft - tokens);
            minuteLeft = minuteLeft < 0 ? -1 : Math.max(0, minuteLeft - tokens);
        }
    }

    static AttributeSpec[] attributes() {
        return new AttributeSpec[] {
            name("retry-after-header-name", "Field that takes the place of Retry-After."),
            name("retry-after-variable-name", "Variable that takes the seconds to wait."),
            name(
                    "remaining-quota-tokens-header-name",
                    "Field of the response that tells the tokens left of the quota."),
            name("remaining-quota-tokens-variable-name", "Variable that takes the tokens left of the quota."),
            name("remaining-tokens-header-name", "Field of the response that tells the tokens left of the minute."),
            name("remaining-tokens-variable-name", "Variable that takes the tokens left of the minute."),
            name("tokens-consumed-header-name", "Field of the response that tells the tokens used."),
            name("tokens-consumed-variable-name", "Variable that takes the tokens used.")
        };
    }

    private static AttributeSpec name(String name, String summary) {
        return AttributeSpec.of(name, Type.STRING, summary);
    }

    static TokenNotice of(PolicyElement element, CompileContext context) {
        String retryAfter = context.literal(element, "retry-after-header-name", String.class);
        return new TokenNotice(
                retryAfter == null ? RETRY_AFTER : retryAfter,
                context.literal(element, "retry-after-variable-name", String.class),
                Names.of(element, "remaining-quota-tokens", context),
                Names.of(element, "remaining-tokens", context),
                Names.of(element, "tokens-consumed", context));
    }

    /** Puts the figures into the variables. */
    void tell(Exchange exchange, Figures figures) {
        consumed.variable(exchange, figures.consumed);
        if (figures.quotaLeft >= 0) {
            quota.variable(exchange, figures.quotaLeft);
        }
        if (figures.minuteLeft >= 0) {
            minute.variable(exchange, figures.minuteLeft);
        }
    }

    /** Puts the figures into the response's fields; what was used only where a backend has answered. */
    void head(Exchange exchange, Figures figures, boolean answered) {
        Headers headers = exchange.response().headers();
        if (answered) {
            consumed.header(headers, figures.consumed);
        }
        if (figures.quotaLeft >= 0) {
            quota.header(headers, figures.quotaLeft);
        }
        if (figures.minuteLeft >= 0) {
            minute.header(headers, figures.minuteLeft);
        }
    }

    Outcome overLimit(Exchange exchange, long seconds) {
        return refused(exchange, 429, "TokenLimitExceeded", "Token limit is exceeded.", seconds);
    }

    Outcome overQuota(Exchange exchange, long seconds) {
        return refused(exchange, 403, "TokenQuotaExceeded", "Token quota is exceeded.", seconds);
    }

    private Outcome refused(Exchange exchange, int status, String reason, String message, long seconds) {
        if (retryAfterVariable != null) {
            exchange.variables().put(retryAfterVariable, (int) Math.min(seconds, Integer.MAX_VALUE));
        }
        return Outcome.fail(new PolicyFailure(
                status,
                reason,
                message,
                message + " Try again in " + seconds + " seconds.",
                Headers.of(retryAfterHeader, Long.toString(seconds))));
    }
}
