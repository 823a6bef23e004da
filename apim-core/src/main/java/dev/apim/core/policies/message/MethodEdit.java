package dev.apim.core.policies.message;

import dev.apim.http.RequestMessage;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicyFailure;
import org.jspecify.annotations.Nullable;

/** Another method, in any policy that has {@code set-method} in it (Azure: set-method). Immutable and thread-safe. */
public final class MethodEdit {
    private final Expression<String> method;

    private MethodEdit(Expression<String> method) {
        this.method = method;
    }

    /** The element. */
    public static ElementSpec spec() {
        return ElementSpec.of("set-method", "Sets the request's method.")
                .content(ElementSpec.Content.EXPRESSION, AttributeSpec.Type.STRING)
                .occurs(0, 1);
    }

    /** Compiles a {@code set-method} element. */
    public static MethodEdit compile(PolicyElement element, CompileContext context) {
        Expression<String> method = context.text(element, String.class);
        if (Literals.isFinal(element.text())
                && !FieldSyntax.isToken(element.text().text().strip())) {
            Literals.refuse(
                    element.text(),
                    "'" + element.text().text() + "' is no HTTP method; expected one such as GET or POST",
                    context);
        }
        return new MethodEdit(method);
    }

    /** The {@code set-method} in another element, if there is one. */
    public static @Nullable MethodEdit compileIn(PolicyElement parent, CompileContext context) {
        return parent.child("set-method").map(child -> compile(child, context)).orElse(null);
    }

    /**
     * Sets it.
     *
     * @return why it cannot be set, or {@code null}
     */
    public @Nullable PolicyFailure apply(Exchange exchange, RequestMessage request) {
        String name = method.evaluate(exchange);
        if (name == null || !FieldSyntax.isToken(name.strip())) {
            return PolicyFailure.internal(
                    "InvalidMethod", "The expression of set-method gave no HTTP method; expected one such as POST.");
        }
        request.method(name.strip());
        return null;
    }

    @Override
    public String toString() {
        return "set-method " + method;
    }
}
