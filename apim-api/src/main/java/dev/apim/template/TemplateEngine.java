package dev.apim.template;

/**
 * An engine for a template language (Azure: {@code set-body template="liquid"}); found with {@link java.util.ServiceLoader}.
 * Thread-safe.
 *
 * <pre>{@code
 * public final class Mustaches implements TemplateEngine {
 *     public String language() {
 *         return "mustache";
 *     }
 *     public Template compile(String source, DateFormat dates, TextPattern patterns) {
 *         return new Mustache(source);
 *     }
 * }
 * }</pre>
 */
public interface TemplateEngine {
    /** The language, as the attribute {@code template} names it. */
    String language();

    /**
     * Compiles a template, once for all its uses.
     *
     * @param source the template
     * @param dates how its filters write dates
     * @param patterns how its filters replace texts
     * @throws TemplateException saying where it is wrong
     */
    Template compile(String source, DateFormat dates, TextPattern patterns);
}
