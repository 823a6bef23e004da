package dev.apim.template;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A compiled template. Immutable and thread-safe. */
public interface Template {
    /**
     * Renders it. Does not block, and reaches nothing but the model.
     *
     * @param model values by name: maps, lists, texts, numbers, booleans, {@code null}, and values that only {@link DateFormat} knows;
     *     they are not changed
     * @param budget asked over and over; throws when time is up
     * @throws TemplateException when it fails, or makes too much
     */
    String render(Map<String, @Nullable Object> model, Runnable budget);

    /** What its author probably did not mean, such as a filter that does not exist: a sentence each, for warnings. */
    default List<String> doubts() {
        return List.of();
    }
}
