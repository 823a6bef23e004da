package dev.apim.core.expression.csharp.time;

import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.EnumValue;
import dev.apim.core.expression.csharp.value.Ref;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Arguments of members, and what parsing members of the family have in common. */
final class Arguments {
    private Arguments() {}

    static int number(@Nullable Object[] arguments, int index) {
        return (Integer) Objects.requireNonNull(arguments[index]);
    }

    static @Nullable String text(@Nullable Object[] arguments, int index) {
        return (String) arguments[index];
    }

    static String @Nullable [] texts(@Nullable Object[] arguments, int index) {
        return (String[]) arguments[index];
    }

    static long constant(@Nullable Object[] arguments, int index) {
        return enumeration(arguments, index).value();
    }

    static EnumValue enumeration(@Nullable Object[] arguments, int index) {
        return (EnumValue) Objects.requireNonNull(arguments[index]);
    }

    @SuppressWarnings("unchecked") // the table says so
    static <T> Ref<T> ref(@Nullable Object[] arguments, int index) {
        return (Ref<T>) Objects.requireNonNull(arguments[index]);
    }

    static <T> T given(@Nullable T argument, String parameter) {
        if (argument == null) {
            throw DotNetException.argumentNull(parameter);
        }
        return argument;
    }

    /** Reads into a variable, and tells whether there was something to read. */
    static <T> boolean attempt(Supplier<T> reading, T otherwise, Ref<T> result) {
        try {
            result.value = reading.get();
            return true;
        } catch (DotNetException e) {
            boolean isUse = e.typeName().equals("System.ArgumentException");
            if (isUse) {
                throw e;
            }
            result.value = otherwise;
            return false;
        }
    }

    /** Writes what may be nothing into a variable, and tells whether it is something. */
    @SuppressWarnings("NullAway") // a variable holds null where its type does, which the checker does not follow
    static <T extends @Nullable Object> boolean give(Ref<T> result, @Nullable T value) {
        result.value = value;
        return value != null;
    }

    /** What the first format that fits reads. */
    static <T> T first(String @Nullable [] formats, Function<String, T> reading, DotNetException none) {
        String[] given = given(formats, "formats");
        if (given.length == 0) {
            throw DotNetException.format("No format specifiers were provided.");
        }
        for (String format : given) {
            if (format == null || format.isEmpty()) {
                throw DotNetException.format("Format specifier was invalid.");
            }
            try {
                return reading.apply(format);
            } catch (DotNetException e) {
                if (!e.typeName().equals("System.FormatException")) {
                    throw e;
                }
            }
        }
        throw none;
    }
}
