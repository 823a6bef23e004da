package dev.apim.core.expression.csharp.plan;

import dev.apim.core.expression.csharp.value.Ref;
import org.jspecify.annotations.Nullable;

/** Reading and writing local variables. */
public final class Variables {
    private Variables() {}

    /** Reads one. */
    public static Node get(Variable variable) {
        return new Get(variable);
    }

    /** Writes one; the value is the value written. */
    public static Node set(Variable variable, Node value) {
        return frame -> {
            Object written = value.eval(frame);
            store(frame, variable, written);
            return written;
        };
    }

    /** Begins one: a lambda that took an earlier one of the same place keeps that. The value is the value written. */
    public static Node declare(Variable variable, Node value) {
        return frame -> {
            Object written = value.eval(frame);
            begin(frame, variable, written);
            return written;
        };
    }

    /** The cell of one, for {@code out} and {@code ref}. */
    public static Node cell(Variable variable, boolean isNew) {
        variable.inCell();
        return frame -> {
            if (isNew || frame.locals[variable.slot] == null) {
                begin(frame, variable, null);
            }
            return frame.locals[variable.slot];
        };
    }

    /** A cell that nobody reads, for {@code out _}. */
    public static Node discarded() {
        return frame -> new Ref<Object>(null);
    }

    /** What a cell holds. */
    static @Nullable Object load(Frame frame, Variable variable) {
        Object stored = frame.locals[variable.slot];
        return variable.inCell && stored != null ? ((Ref<?>) stored).value : stored;
    }

    @SuppressWarnings("unchecked") // cells hold any object
    static void store(Frame frame, Variable variable, @Nullable Object value) {
        if (variable.inCell && frame.locals[variable.slot] != null) {
            ((Ref<Object>) frame.locals[variable.slot]).value = value;
        } else {
            begin(frame, variable, value);
        }
    }

    @SuppressWarnings("unchecked") // cells hold any object
    static void begin(Frame frame, Variable variable, @Nullable Object value) {
        if (variable.shared && frame.locals[variable.slot] != null) {
            ((Ref<Object>) frame.locals[variable.slot]).value = value;
            return;
        }
        frame.locals[variable.slot] = variable.inCell ? new Ref<>(value) : value;
    }

    private record Get(Variable variable) implements Node {
        @Override
        public @Nullable Object eval(Frame frame) {
            return load(frame, variable);
        }
    }
}
