package dev.apim.template;

import java.util.Optional;

/** How dates are read and written in templates. Thread-safe. */
@FunctionalInterface
public interface DateFormat {
    /**
     * Writes a date.
     *
     * @param value a date of a model, a text that may be one, or {@code now}
     * @param format a .NET format, such as {@code yyyy-MM-dd}
     * @return nothing where the value is no date or the format none
     */
    Optional<String> write(Object value, String format);
}
