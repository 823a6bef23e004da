package dev.apim.core.expression.csharp.xml;

import dev.apim.core.expression.csharp.time.TimeSpan;
import dev.apim.core.expression.csharp.type.Code;
import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.Method;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.type.TypeTable;
import dev.apim.core.expression.csharp.value.DotNetException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The casts of elements and attributes to texts, numbers and times. */
final class Scalars {
    private static final Pattern DURATION =
            Pattern.compile("(-)?P(?:(\\d+)Y)?(?:(\\d+)M)?(?:(\\d+)D)?(T(?:(\\d+)H)?(?:(\\d+)M)?(?:([\\d.]+)S)?)?");
    private static final List<String> TYPES = List.of(
            "bool",
            "int",
            "uint",
            "long",
            "ulong",
            "float",
            "double",
            "decimal",
            "DateTime",
            "DateTimeOffset",
            "TimeSpan",
            "Guid");
    private static final int DAYS_OF_A_YEAR = 365;
    private static final int DAYS_OF_A_MONTH = 30;

    private Scalars() {}

    /** All casts of a type, given as the operator's parameter. */
    static <T> void conversions(TypeBuilder type, String parameter, Function<T, String> value) {
        String name = parameter.substring(parameter.indexOf(' ') + 1);
        type.methodWith("explicit operator string(" + parameter + ")", (call, a) -> text(value, a));
        for (String scalar : TYPES) {
            type.methodWith("explicit operator " + scalar + "(" + parameter + ")", (call, a) -> {
                String text = text(value, a);
                return read(type.table(), call, scalar, NodeTypes.required(text, name));
            });
            type.methodWith("explicit operator " + scalar + "?(" + parameter + ")", (call, a) -> {
                String text = text(value, a);
                return text == null ? null : read(type.table(), call, scalar, text);
            });
        }
    }

    @SuppressWarnings("unchecked") // the argument is of the parameter's type
    private static <T> @Nullable String text(Function<T, String> value, @Nullable Object[] a) {
        return a[0] == null ? null : value.apply((T) a[0]);
    }

    private static @Nullable Object read(TypeTable table, Code.Call call, String scalar, String given) {
        String text = given.strip();
        return switch (scalar) {
            case "bool" -> bool(given, text);
            case "TimeSpan" -> duration(given, text);
            case "float" -> table(table, call, scalar, text.replace("INF", "Infinity"));
            case "double" -> table(table, call, scalar, text.replace("INF", "Infinity"));
            case "uint", "ulong" -> table(table, call, scalar, unsigned(text));
            default -> table(table, call, scalar, text);
        };
    }

    /** XML's unsigned numbers have no sign at all. */
    private static String unsigned(String text) {
        if (text.startsWith("-") || text.startsWith("+")) {
            throw DotNetException.format("The input string '" + text + "' was not in a correct format.");
        }
        return text;
    }

    private static Boolean bool(String given, String text) {
        return switch (text) {
            case "1", "true", "True" -> true;
            case "0", "false", "False" -> false;
            default -> throw DotNetException.format("The string '" + given + "' is not a valid Boolean value.");
        };
    }

    /** The type's own {@code Parse}; of a time, one that keeps what zone the text tells. */
    private static @Nullable Object table(TypeTable table, Code.Call call, String scalar, String text) {
        boolean time = scalar.equals("DateTime");
        CsType type = table.get(scalar);
        for (Method method : type.definition().methods("Parse")) {
            if (method.parameters().size() == (time ? 3 : 1) && takesText(method)) {
                Object kept = time
                        ? Objects.requireNonNull(
                                        table.get("DateTimeStyles").definition().enumeration())
                                .of("RoundtripKind")
                        : null;
                Object[] arguments = time ? new Object[] {text, null, kept} : new Object[] {text};
                return call(method.code(), call, arguments);
            }
        }
        throw new IllegalStateException(scalar + " has no Parse");
    }

    private static boolean takesText(Method method) {
        return method.parameters().get(0).type().toString().equals("string");
    }

    @SuppressWarnings("unchecked") // it takes a text
    private static @Nullable Object call(Code code, Code.Call call, @Nullable Object[] arguments) {
        if (code instanceof Code.Full full) {
            return full.apply(new Code.Call(call.evaluation(), List.of()), arguments);
        }
        return ((Code.F1<@Nullable Object>) code).apply(arguments[0]);
    }

    private static TimeSpan duration(String given, String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches() || text.endsWith("P") || text.endsWith("T")) {
            throw DotNetException.format("The string '" + given + "' is not a valid TimeSpan value.");
        }
        try {
            long days = part(matcher, 2) * DAYS_OF_A_YEAR + part(matcher, 3) * DAYS_OF_A_MONTH + part(matcher, 4);
            BigDecimal seconds = matcher.group(8) == null ? BigDecimal.ZERO : new BigDecimal(matcher.group(8));
            long ticks = seconds.multiply(BigDecimal.valueOf(TimeSpan.TICKS_PER_SECOND))
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact();
            ticks = Math.addExact(ticks, Math.multiplyExact(days, TimeSpan.TICKS_PER_DAY));
            ticks = Math.addExact(ticks, Math.multiplyExact(part(matcher, 6), TimeSpan.TICKS_PER_HOUR));
            ticks = Math.addExact(ticks, Math.multiplyExact(part(matcher, 7), TimeSpan.TICKS_PER_MINUTE));
            return TimeSpan.of(matcher.group(1) == null ? ticks : -ticks);
        } catch (ArithmeticException | NumberFormatException e) {
            throw DotNetException.format("The string '" + given + "' is not a valid TimeSpan value.");
        }
    }

    private static long part(Matcher matcher, int group) {
        return matcher.group(group) == null ? 0 : Long.parseLong(matcher.group(group));
    }
}
