package dev.apim.core.template;

import dev.apim.Time;
import dev.apim.http.Headers;
import dev.apim.http.MessageBody;
import dev.apim.policy.Exchange;
import dev.apim.policy.PolicyFailure;
import dev.apim.template.Template;
import dev.apim.template.TemplateEngine;
import dev.apim.template.TemplateException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** A template that makes a body, compiled once. Immutable and thread-safe. */
public final class BodyTemplate {
    private static final long PATIENCE_NANOS = 1_000_000_000;

    private final Template template;
    private final BodyModel model;
    private final boolean seesContext;
    private final Time time;

    private BodyTemplate(Template template, BodyModel model, boolean seesContext, Time time) {
        this.template = template;
        this.model = model;
        this.seesContext = seesContext;
        this.time = time;
    }

    /**
     * How a template sees its body.
     *
     * @param nilIsNull whether an XML element with {@code xsi:nil} is nothing at all; else an empty text
     * @param parseDate whether texts of JSON that are dates are dates
     */
    public record Options(boolean nilIsNull, boolean parseDate) {}

    /**
     * Compiles a template.
     *
     * @return nothing where no jar on the class path knows the language
     * @throws TemplateException saying where it is wrong
     */
    public static Optional<BodyTemplate> compile(String language, String source, Options options, Time time) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return ServiceLoader.load(TemplateEngine.class, loader).stream()
                .map(ServiceLoader.Provider::get)
                .filter(engine -> engine.language().equalsIgnoreCase(language))
                .findFirst()
                .map(engine -> new BodyTemplate(
                        engine.compile(source, new NetDates(time), new NetPatterns(time)),
                        new BodyModel(options.nilIsNull(), options.parseDate()),
                        source.contains("context"),
                        time));
    }

    /** What its author probably did not mean: a sentence each. */
    public List<String> doubts() {
        return template.doubts();
    }

    /** What came of it: a text, or why there is none. */
    public record Rendered(@Nullable String text, @Nullable PolicyFailure failure) {}

    /**
     * Renders it.
     *
     * @param body what {@code body} means, in memory; {@code null} for nothing
     * @param headers of the same message
     * @param ofRequest whose fault a body is that is not what it says: the caller's, or the backend's
     */
    public Rendered render(Exchange exchange, @Nullable MessageBody body, Headers headers, boolean ofRequest) {
        Map<String, @Nullable Object> values = new HashMap<>();
        try {
            values.put("body", body == null ? null : model.of(body, headers));
        } catch (BodyModel.MalformedBody e) {
            return new Rendered(null, malformed(String.valueOf(e.getMessage()), ofRequest));
        }
        if (seesContext) {
            values.put("context", ContextModel.of(exchange));
        }
        long until = time.nanos() + PATIENCE_NANOS;
        try {
            return new Rendered(template.render(values, () -> check(until)), null);
        } catch (TemplateException e) {
            return new Rendered(
                    null, PolicyFailure.internal("TemplateFailed", "The template failed: " + e.getMessage()));
        }
    }

    private void check(long until) {
        if (time.nanos() - until > 0) {
            throw new TemplateException("it took more than a second", 0, 0);
        }
    }

    private static PolicyFailure malformed(String message, boolean ofRequest) {
        return ofRequest
                ? PolicyFailure.of(400, "RequestBodyRefused", message)
                : new PolicyFailure(502, "ResponseBodyRefused", message, "Bad Gateway", new Headers());
    }
}
