package dev.apim.core.policies.content;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.Cancellable;
import dev.apim.core.expression.DotNetText;
import dev.apim.core.policies.message.CharsetParameter;
import dev.apim.core.policies.message.Engine;
import dev.apim.http.Body;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.ExpressionException;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyFailure;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import javax.xml.transform.TransformerException;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/**
 * Transforms a body by a stylesheet. That runs on a worker, for so long: a stylesheet may never come to an end.
 *
 * @param stylesheet absent only where the document was refused
 * @param parameters by name
 * @param side the message
 */
record XslTransform(@Nullable Stylesheet stylesheet, Map<String, Expression<Object>> parameters, Content.Side side)
        implements Policy {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final JsonToXml.Options JSON = new JsonToXml.Options(false, "_", null, null);

    @Override
    public Outcome apply(Exchange exchange) {
        Content content = side.of(exchange);
        Stylesheet sheet = stylesheet;
        if (sheet == null || content.isEmpty()) {
            return Outcome.next();
        }
        Map<String, String> values = new HashMap<>();
        parameters.forEach((name, expression) -> {
            Object value = expression.evaluate(exchange);
            values.put(name, value == null ? "" : DotNetText.of(value));
        });
        boolean json = Conversion.isType(content.mediaType(), "json");
        JsonNode tree;
        try {
            tree = json ? content.readable().json(true) : null;
        } catch (ExpressionException e) {
            return Outcome.fail(Conversion.malformed(side, String.valueOf(e.getMessage())));
        }
        String text = tree == null ? content.xml() : "";
        return Outcome.suspend(
                Engine.work(exchange, () -> transformed(sheet, tree == null ? text : xml(tree), values), PATIENCE),
                (e, bytes, failure) -> bytes == null ? Outcome.fail(why(failure)) : replaced(e, sheet, bytes, json),
                Cancellable.none());
    }

    private static String xml(JsonNode tree) {
        try {
            return JsonToXml.convert(tree, JSON);
        } catch (IllegalArgumentException e) {
            throw new CompletionException(new SAXException(e.getMessage()));
        }
    }

    private static byte[] transformed(Stylesheet sheet, String document, Map<String, String> parameters) {
        try {
            return sheet.apply(document, parameters);
        } catch (SAXException | TransformerException e) {
            throw new CompletionException(e);
        }
    }

    private Outcome replaced(Exchange exchange, Stylesheet sheet, byte[] bytes, boolean wasJson) {
        Content content = side.of(exchange);
        content.body().replace(Body.of(bytes));
        content.headers().remove("Content-Length");
        content.headers().remove("Content-Encoding");
        if (sheet.mediaType() != null) {
            content.headers().set("Content-Type", sheet.mediaType());
        } else if (wasJson && sheet.makesXml()) {
            content.headers().set("Content-Type", "application/xml");
        } else {
            CharsetParameter.change(content.headers(), sheet.encoding());
        }
        return Outcome.next();
    }

    private PolicyFailure why(@Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
        if (cause instanceof TimeoutException) {
            return PolicyFailure.internal(
                    "XslTransformTimeout",
                    "The stylesheet did not come to an end within " + PATIENCE.toSeconds() + " seconds.");
        }
        if (cause instanceof RejectedExecutionException) {
            return PolicyFailure.of(503, "Overloaded", "There is too much work already; try again later.");
        }
        if (cause instanceof Stylesheet.TooLarge) {
            return PolicyFailure.internal(
                    "XslTransformFailed", "The stylesheet makes more than " + Stylesheet.LARGEST + " bytes.");
        }
        if (cause instanceof StackOverflowError) {
            return PolicyFailure.internal("XslTransformFailed", "The stylesheet's templates call each other too deep.");
        }
        if (cause instanceof SAXException) {
            return Conversion.malformed(side, "The body cannot be transformed: it is not XML that is read here.");
        }
        return PolicyFailure.internal(
                "XslTransformFailed",
                "The stylesheet failed: " + (cause == null ? "no reason is known" : cause.getMessage()));
    }

    @Override
    public String toString() {
        return "xsl-transform parameters=" + parameters.keySet();
    }
}
