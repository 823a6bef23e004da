package dev.apim.core.expression.csharp.plan;

import dev.apim.core.expression.csharp.value.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code $"…"}. */
public final class Interpolation {
    private static final int TYPICAL_PART = 16;

    private Interpolation() {}

    /**
     * A part: a text, or a value with what is done to it.
     *
     * @param width to pad to, on the left, or when negative on the right; 0 for none
     */
    public record Part(Node value, int width, @Nullable String format) {}

    /** The text. */
    public static Node of(List<Part> parts) {
        Part[] all = parts.toArray(Part[]::new);
        return frame -> {
            StringBuilder text = new StringBuilder(all.length * TYPICAL_PART);
            for (Part part : all) {
                Object value = part.value.eval(frame);
                append(text, part, value instanceof String made ? made : Texts.of(value, part.format), frame);
            }
            return Logic.made(text.toString(), frame);
        };
    }

    private static void append(StringBuilder text, Part part, String value, Frame frame) {
        int padding = Math.abs(part.width) - value.length();
        if (padding <= 0) {
            text.append(value);
            return;
        }
        frame.evaluation.make(padding);
        String spaces = " ".repeat(padding);
        if (part.width > 0) {
            text.append(spaces).append(value);
        } else {
            text.append(value).append(spaces);
        }
    }
}
