package dev.apim.core.policies.message;

import dev.apim.core.expression.DotNetText;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.MessageBody;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicyFailure;
import dev.apim.policy.Value;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A new body, in any policy that has {@code set-body} in it (Azure: set-body). Immutable and thread-safe. {@code Content-Type} stays
 * as it is; what framed or encoded the old body goes with it.
 */
public final class BodyEdit {
    private final Expression<Object> content;
    private final @Nullable Body ready;
    private final boolean liquid;

    private BodyEdit(Expression<Object> content, @Nullable Body ready, boolean liquid) {
        this.content = content;
        this.ready = ready;
        this.liquid = liquid;
    }

    /** The element. */
    public static ElementSpec spec() {
        return ElementSpec.of("set-body", "Replaces the body.")
                .attributes(
                        AttributeSpec.of("template", AttributeSpec.Type.STRING, "How the text is rendered.")
                                .oneOf("liquid", "none"),
                        AttributeSpec.of("xsi-nil", AttributeSpec.Type.STRING, "How a template sees xsi:nil elements.")
                                .oneOf("blank", "null")
                                .or("blank"),
                        AttributeSpec.of("parse-date", AttributeSpec.Type.BOOLEAN, "Whether a template sees dates.")
                                .or("true"))
                .content(ElementSpec.Content.RAW, AttributeSpec.Type.ANY)
                .occurs(0, 1);
    }

    /** Compiles a {@code set-body} element. */
    public static BodyEdit compile(PolicyElement element, CompileContext context) {
        boolean liquid = "liquid".equalsIgnoreCase(context.literal(element, "template", String.class));
        if (liquid) {
            context.warning(
                    element.position(),
                    "set-body template=\"liquid\" needs the Liquid extension (apim-liquid), which is not at hand; a"
                            + " request that gets here fails");
            Expression<Object> template = Expression.constant(Object.class, "");
            return new BodyEdit(template, null, true);
        }
        Value written = written(wrapped(element).orElse(element));
        Expression<Object> content = context.value(written, Object.class);
        boolean literal = !written.isExpression();
        return new BodyEdit(content, literal ? Body.of(written.text()) : null, false);
    }

    /** The {@code set-body} in another element, if there is one. */
    public static @Nullable BodyEdit compileIn(PolicyElement parent, CompileContext context) {
        return parent.child("set-body").map(child -> compile(child, context)).orElse(null);
    }

    /**
     * Puts the new body in place.
     *
     * @return why it cannot be made, or {@code null}
     */
    public @Nullable PolicyFailure apply(Exchange exchange, Headers headers, MessageBody body) {
        if (liquid) {
            return PolicyFailure.internal(
                    "ExtensionMissing",
                    "set-body template=\"liquid\" was reached, but the Liquid extension is not at hand; add apim-liquid.");
        }
        Object value = ready == null ? content.evaluate(exchange) : ready;
        Bodies.discard(body);
        body.replace(bytes(value));
        headers.remove("Content-Length");
        if (!(value instanceof byte[])) {
            headers.remove("Content-Encoding");
        }
        return null;
    }

    /** The configuration; never the text, which may be long. */
    @Override
    public String toString() {
        return liquid
                ? "set-body template=liquid"
                : "set-body " + (ready == null ? "expression" : ready.length() + " bytes");
    }

    private static Body bytes(@Nullable Object value) {
        if (value instanceof Body body) {
            return body;
        }
        if (value instanceof byte[] array) {
            return Body.of(array);
        }
        return value == null ? Body.empty() : Body.of(DotNetText.of(value));
    }

    /** Azure takes the text, or a lone {@code <value>} around it. */
    private static Optional<PolicyElement> wrapped(PolicyElement element) {
        return element.children().size() == 1 ? element.child("value") : Optional.empty();
    }

    /** Text with its entities decoded; where that changes nothing, or there are elements, just what is written. */
    private static Value written(PolicyElement element) {
        Value text = element.text();
        String raw = element.content().text();
        boolean decoded = raw.contains("&") || raw.contains("<");
        return text.isExpression() || decoded && !text.text().isEmpty() ? text : element.content();
    }
}
