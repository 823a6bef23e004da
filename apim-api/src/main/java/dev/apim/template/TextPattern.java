package dev.apim.template;

/** How parts of texts are found and replaced in templates: by .NET's regular expressions. Thread-safe. */
@FunctionalInterface
public interface TextPattern {
    /**
     * Replaces what matches.
     *
     * @param text to look in
     * @param pattern a .NET regular expression
     * @param replacement a .NET replacement, in which {@code $1} is a group
     * @param once whether only the first match is replaced, and by {@code replacement} to the letter
     * @throws TemplateException when the pattern is none, or the work too much
     */
    String replace(String text, String pattern, String replacement, boolean once);
}
