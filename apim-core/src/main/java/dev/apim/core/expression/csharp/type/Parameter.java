package dev.apim.core.expression.csharp.type;

import org.jspecify.annotations.Nullable;

/**
 * A parameter of a member.
 *
 * @param optional whether it may be left out
 * @param value what it then is
 */
public record Parameter(
        String name,
        CsType type,
        Mode mode,
        boolean optional,
        @Nullable Object value) {
    /** How an argument is passed. */
    public enum Mode {
        /** By value. */
        VALUE,
        /** As a {@link dev.apim.core.expression.csharp.value.Ref} that is written. */
        OUT,
        /** As a {@link dev.apim.core.expression.csharp.value.Ref} that is read and written. */
        REF,
        /** By value; the last, an array that takes any number of arguments. */
        PARAMS,
        /** By value; the first, of an extension method. */
        THIS
    }

    @Override
    public String toString() {
        String before = mode == Mode.VALUE ? "" : mode.name().toLowerCase(java.util.Locale.ROOT) + " ";
        return before + type + " " + name + (optional ? " = " + shown() : "");
    }

    private String shown() {
        return value instanceof String text
                ? '"' + text + '"'
                : value == null ? "null" : value.toString().toLowerCase(java.util.Locale.ROOT);
    }
}
