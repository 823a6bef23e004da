package dev.apim.core.policies.message;

import dev.apim.http.ResponseMessage;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicyFailure;
import org.jspecify.annotations.Nullable;

/** A new status line, in any policy that has {@code set-status} in it (Azure: set-status). Immutable and thread-safe. */
public final class StatusEdit {
    private final Expression<Integer> code;
    private final @Nullable Expression<String> reason;

    private StatusEdit(Expression<Integer> code, @Nullable Expression<String> reason) {
        this.code = code;
        this.reason = reason;
    }

    /** The element. */
    public static ElementSpec spec() {
        return ElementSpec.of("set-status", "Sets the status code and the reason phrase.")
                .attributes(
                        AttributeSpec.of("code", AttributeSpec.Type.INTEGER, "Status code.")
                                .mandatory()
                                .orExpression()
                                .between(200, 599),
                        AttributeSpec.of("reason", AttributeSpec.Type.STRING, "Reason phrase; else the standard one.")
                                .orExpression())
                .occurs(0, 1);
    }

    /** Compiles a {@code set-status} element. */
    public static StatusEdit compile(PolicyElement element, CompileContext context) {
        return new StatusEdit(
                context.required(element, "code", Integer.class), context.expression(element, "reason", String.class));
    }

    /** The {@code set-status} in another element, if there is one. */
    public static @Nullable StatusEdit compileIn(PolicyElement parent, CompileContext context) {
        return parent.child("set-status").map(child -> compile(child, context)).orElse(null);
    }

    /**
     * Sets it.
     *
     * @return why it cannot be set, or {@code null}
     */
    public @Nullable PolicyFailure apply(Exchange exchange, ResponseMessage response) {
        Integer status = code.evaluate(exchange);
        String phrase = reason == null ? null : reason.evaluate(exchange);
        if (status == null || status < 200 || status > 599) {
            return PolicyFailure.internal(
                    "InvalidStatus", "The expression of code gave " + status + "; expected a status from 200 to 599.");
        }
        if (phrase != null && !FieldSyntax.isValue(phrase)) {
            return PolicyFailure.internal(
                    "InvalidStatus", "The reason phrase made by the policy holds a control character; remove it.");
        }
        response.status(status, phrase == null ? "" : phrase);
        return null;
    }

    @Override
    public String toString() {
        return "set-status code=" + code + (reason == null ? "" : " reason=" + reason);
    }
}
