package dev.apim.core.policies.content;

import dev.apim.core.policies.content.Content.Side;
import dev.apim.http.Headers;
import dev.apim.policy.CompileContext;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicyFailure;
import java.util.Locale;

/**
 * When a body is converted from one format to another.
 *
 * @param apply {@code always}, or only where the content type is that of {@code from}
 * @param considerAccept whether the caller has to ask for the other format
 * @param from the format before, {@code json} or {@code xml}
 * @param to the format after
 * @param side the message
 */
record Conversion(Expression<String> apply, Expression<Boolean> considerAccept, String from, String to, Side side) {

    static Conversion of(PolicyElement element, CompileContext context, String from, String to) {
        context.unbounded();
        return new Conversion(
                context.required(element, "apply", String.class),
                context.required(element, "consider-accept-header", Boolean.class),
                from,
                to,
                Side.of(context));
    }

    /** Whether the exchange's body is to be converted. */
    boolean applies(Exchange exchange, Content content) {
        if (content.isEmpty()) {
            return false;
        }
        boolean always = "always".equalsIgnoreCase(apply.evaluate(exchange));
        return (always || isType(content.mediaType(), from))
                && (!Boolean.TRUE.equals(considerAccept.evaluate(exchange)) || isAsked(exchange));
    }

    /** Whether {@code Accept} names the format; what takes anything asks for nothing. */
    private boolean isAsked(Exchange exchange) {
        String accept = exchange.request().headers().joined("Accept");
        if (accept == null) {
            return false;
        }
        for (String range : accept.split(",")) {
            String[] parts = range.split(";");
            boolean refused = false;
            for (int i = 1; i < parts.length; i++) {
                refused |= parts[i].replace(" ", "").toLowerCase(Locale.ROOT).matches("q=0(\\.0*)?");
            }
            if (!refused && isType(parts[0].strip().toLowerCase(Locale.ROOT), to)) {
                return true;
            }
        }
        return false;
    }

    static boolean isType(String mediaType, String format) {
        return mediaType.endsWith("/" + format) || mediaType.endsWith("+" + format);
    }

    /** A body that is not of its format: the caller's mistake, or the backend's. */
    PolicyFailure malformed(String problem) {
        return malformed(side, problem);
    }

    static PolicyFailure malformed(Side side, String problem) {
        return side == Side.REQUEST
                ? PolicyFailure.of(400, "RequestBodyRefused", problem)
                : new PolicyFailure(502, "ResponseBodyRefused", problem, "Bad Gateway", new Headers());
    }
}
