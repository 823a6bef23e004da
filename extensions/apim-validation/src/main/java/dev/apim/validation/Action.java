package dev.apim.validation;

import dev.apim.policy.AttributeSpec;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What follows from a mistake (Azure: the {@code …-action} attributes). */
enum Action {
    /** Nothing is looked at. */
    IGNORE,
    /** The request ends. */
    PREVENT,
    /** It is noted, and the request goes on. */
    DETECT;

    /** An attribute that takes one. */
    static AttributeSpec attribute(String name, String summary) {
        return AttributeSpec.of(name, AttributeSpec.Type.STRING, summary)
                .orExpression()
                .oneOf("ignore", "prevent", "detect");
    }

    /**
     * What an expression gives. What is none of them prevents: a mistake in a policy that protects must not open the door.
     */
    static Action of(Expression<String> expression, Exchange exchange) {
        return of(expression.evaluate(exchange));
    }

    private static Action of(@Nullable String text) {
        return switch (text == null ? "" : text.toLowerCase(Locale.ROOT)) {
            case "ignore" -> IGNORE;
            case "detect" -> DETECT;
            default -> PREVENT;
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
