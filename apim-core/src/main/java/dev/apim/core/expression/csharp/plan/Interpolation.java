package dev.apim.core.expression.csharp.plan;

import dev.apim.core.expression.csharp.value.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code $"…"}. */
public final class Interpolation {
    private Interpolation() {}

    /**
     * A part: a text, or a value with what is done to it.
     *
     * @param width to pad to, on the left, or when negative on the right; 0 for none
     */
    public record Part(Node value, int width, @Nullable String format) {}

    /** The text. */
    public static Node of(List<Part> parts) {
        return Concatenation.of(parts.stream().map(Interpolation::node).toList());
    }

    private static Node node(Part part) {
        boolean isText = part.value instanceof Constant constant && constant.value() instanceof String;
        return isText && part.width == 0 ? part.value : new Hole(part.value, part.width, part.format);
    }

    private record Hole(Node value, int width, @Nullable String format) implements Node {
        @Override
        public Object eval(Frame frame) {
            Object there = value.eval(frame);
            String text = there instanceof String made ? made : Texts.of(there, format);
            int padding = Math.abs(width) - text.length();
            return padding <= 0 ? text : padded(text, padding, frame);
        }

        private String padded(String text, int padding, Frame frame) {
            frame.evaluation.make(padding);
            String spaces = " ".repeat(padding);
            return width > 0 ? spaces + text : text + spaces;
        }
    }
}
