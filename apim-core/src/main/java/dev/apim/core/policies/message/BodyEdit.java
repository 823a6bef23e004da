package dev.apim.core.policies.message;

import dev.apim.core.expression.DotNetText;
import dev.apim.core.template.BodyTemplate;
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
import dev.apim.template.TemplateException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A new body, in any policy that has {@code set-body} in it (Azure: set-body). Immutable and thread-safe. {@code Content-Type} stays
 * as it is, but that a charset it names is then UTF-8; what framed or encoded the old body goes with it.
 */
public final class BodyEdit {
    private static final String LIQUID = "liquid";

    private final Expression<Object> content;
    private final @Nullable Body ready;
    private final @Nullable Templated templated;

    private BodyEdit(Expression<Object> content, @Nullable Body ready, @Nullable Templated templated) {
        this.content = content;
        this.ready = ready;
        this.templated = templated;
    }

    /** Which body a template sees as {@code body}. */
    public enum Seen {
        /** None: a new message has no body yet, and that of {@code return-response} is not to be seen (Azure). */
        NOTHING,
        /** The request's. */
        REQUEST,
        /** The response's. */
        RESPONSE
    }

    /** A template, which is missing where no jar at hand knows its language. */
    private record Templated(@Nullable BodyTemplate template, Seen seen) {}

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

    /** Compiles a {@code set-body} element whose template sees no body. */
    public static BodyEdit compile(PolicyElement element, CompileContext context) {
        return compile(element, context, Seen.NOTHING);
    }

    /** Compiles a {@code set-body} element. */
    public static BodyEdit compile(PolicyElement element, CompileContext context, Seen seen) {
        Value written = written(wrapped(element).orElse(element));
        if (LIQUID.equalsIgnoreCase(context.literal(element, "template", String.class))) {
            Expression<Object> nothing = Expression.constant(Object.class, "");
            return new BodyEdit(nothing, null, new Templated(template(element, written, context), seen));
        }
        Expression<Object> content = context.value(written, Object.class);
        boolean literal = !written.isExpression();
        return new BodyEdit(content, literal ? Body.of(written.text()) : null, null);
    }

    private static @Nullable BodyTemplate template(PolicyElement element, Value written, CompileContext context) {
        context.unbounded();
        BodyTemplate.Options options = new BodyTemplate.Options(
                "null".equalsIgnoreCase(context.literal(element, "xsi-nil", String.class)),
                !Boolean.FALSE.equals(context.literal(element, "parse-date", Boolean.class)));
        try {
            Optional<BodyTemplate> compiled = BodyTemplate.compile(
                    LIQUID, written.text(), options, context.services().time());
            if (compiled.isEmpty()) {
                context.warning(
                        element.position(),
                        "set-body template=\"liquid\" needs the jar dev.apim:apim-liquid, which is not at hand; a"
                                + " request that gets here fails. Add it");
            }
            compiled.ifPresent(template ->
                    template.doubts().forEach(doubt -> context.warning(element.position(), "set-body: " + doubt)));
            return compiled.orElse(null);
        } catch (TemplateException e) {
            context.error(
                    element.position(),
                    "the template cannot be compiled: " + e.getMessage()
                            + (e.line() > 0
                                    ? " (line " + e.line() + ", column " + e.column() + " of the template)"
                                    : ""));
            return null;
        }
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
        Object value;
        if (templated != null) {
            BodyTemplate template = templated.template();
            if (template == null) {
                return PolicyFailure.internal(
                        "ExtensionMissing",
                        "set-body template=\"liquid\" was reached, but its jar is not at hand; add dev.apim:apim-liquid.");
            }
            BodyTemplate.Rendered rendered = template.render(
                    exchange,
                    templated.seen() == Seen.NOTHING ? null : body,
                    headers,
                    templated.seen() == Seen.REQUEST);
            if (rendered.failure() != null) {
                return rendered.failure();
            }
            value = rendered.text();
        } else {
            value = ready == null ? content.evaluate(exchange) : ready;
        }
        Bodies.discard(body);
        body.replace(bytes(value));
        headers.remove("Content-Length");
        if (!(value instanceof byte[])) {
            headers.remove("Content-Encoding");
            CharsetParameter.change(headers, "utf-8");
        }
        return null;
    }

    /** The configuration; never the text, which may be long. */
    @Override
    public String toString() {
        return templated != null
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
