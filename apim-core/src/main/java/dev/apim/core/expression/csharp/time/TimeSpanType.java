package dev.apim.core.expression.csharp.time;

import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.EnumValue;
import dev.apim.core.expression.csharp.value.Ref;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code System.TimeSpan}. */
final class TimeSpanType {
    private static final double MOST_MILLISECONDS = Math.floorDiv(Long.MAX_VALUE, TimeSpan.TICKS_PER_MILLISECOND);
    private static final double LEAST_MILLISECONDS = -Math.floorDiv(Long.MAX_VALUE, TimeSpan.TICKS_PER_MILLISECOND);

    private TimeSpanType() {}

    static void define(TypeBuilder type) {
        type.defaultValue(TimeSpan.ZERO);
        TimeLibrary.ordered(type, "TimeSpan", TimeSpan.class);
        constants(type);
        constructors(type);
        parts(type);
        arithmetic(type);
        units(type);
        parsing(type);
        texts(type);
    }

    private static void constants(TypeBuilder type) {
        type.staticProperty("TimeSpan Zero", () -> TimeSpan.ZERO)
                .staticProperty("TimeSpan MaxValue", () -> TimeSpan.MAX)
                .staticProperty("TimeSpan MinValue", () -> TimeSpan.MIN)
                .constant("long NanosecondsPerTick", 100L)
                .constant("long TicksPerMicrosecond", TimeSpan.TICKS_PER_MICROSECOND)
                .constant("long TicksPerMillisecond", TimeSpan.TICKS_PER_MILLISECOND)
                .constant("long TicksPerSecond", TimeSpan.TICKS_PER_SECOND)
                .constant("long TicksPerMinute", TimeSpan.TICKS_PER_MINUTE)
                .constant("long TicksPerHour", TimeSpan.TICKS_PER_HOUR)
                .constant("long TicksPerDay", TimeSpan.TICKS_PER_DAY);
    }

    private static void constructors(TypeBuilder type) {
        type.method("()", () -> TimeSpan.ZERO)
                .method("(long ticks)", (Long ticks) -> TimeSpan.of(ticks))
                .method(
                        "(int hours, int minutes, int seconds)",
                        (Integer h, Integer m, Integer s) -> TimeSpan.of(0, h, m, s, 0, 0))
                .method(
                        "(int days, int hours, int minutes, int seconds)",
                        (Integer d, Integer h, Integer m, Integer s) -> TimeSpan.of(d, h, m, s, 0, 0))
                .methodWith(
                        "(int days, int hours, int minutes, int seconds, int milliseconds)", (call, a) -> made(a, 0))
                .methodWith(
                        "(int days, int hours, int minutes, int seconds, int milliseconds, int microseconds)",
                        (call, a) -> made(a, Arguments.number(a, 5)));
    }

    private static TimeSpan made(@Nullable Object[] a, int microseconds) {
        return TimeSpan.of(
                Arguments.number(a, 0),
                Arguments.number(a, 1),
                Arguments.number(a, 2),
                Arguments.number(a, 3),
                Arguments.number(a, 4),
                microseconds);
    }

    private static void parts(TypeBuilder type) {
        type.property("long Ticks", TimeSpan::ticks)
                .property("int Days", TimeSpan::days)
                .property("int Hours", (TimeSpan t) -> t.part(TimeSpan.TICKS_PER_HOUR, TimeSpan.TICKS_PER_DAY))
                .property("int Minutes", (TimeSpan t) -> t.part(TimeSpan.TICKS_PER_MINUTE, TimeSpan.TICKS_PER_HOUR))
                .property("int Seconds", (TimeSpan t) -> t.part(TimeSpan.TICKS_PER_SECOND, TimeSpan.TICKS_PER_MINUTE))
                .property(
                        "int Milliseconds",
                        (TimeSpan t) -> t.part(TimeSpan.TICKS_PER_MILLISECOND, TimeSpan.TICKS_PER_SECOND))
                .property(
                        "int Microseconds",
                        (TimeSpan t) -> t.part(TimeSpan.TICKS_PER_MICROSECOND, TimeSpan.TICKS_PER_MILLISECOND))
                .property("int Nanoseconds", (TimeSpan t) -> t.part(1, TimeSpan.TICKS_PER_MICROSECOND) * 100)
                .property("double TotalDays", (TimeSpan t) -> t.total(TimeSpan.TICKS_PER_DAY))
                .property("double TotalHours", (TimeSpan t) -> t.total(TimeSpan.TICKS_PER_HOUR))
                .property("double TotalMinutes", (TimeSpan t) -> t.total(TimeSpan.TICKS_PER_MINUTE))
                .property("double TotalSeconds", (TimeSpan t) -> t.total(TimeSpan.TICKS_PER_SECOND))
                .property(
                        "double TotalMilliseconds",
                        (TimeSpan t) -> Math.max(
                                LEAST_MILLISECONDS,
                                Math.min(MOST_MILLISECONDS, t.total(TimeSpan.TICKS_PER_MILLISECOND))))
                .property("double TotalMicroseconds", (TimeSpan t) -> t.total(TimeSpan.TICKS_PER_MICROSECOND))
                .property("double TotalNanoseconds", (TimeSpan t) -> (double) t.ticks() * 100);
    }

    private static void arithmetic(TypeBuilder type) {
        type.method("TimeSpan Add(TimeSpan ts)", TimeSpan::plus)
                .method("TimeSpan Subtract(TimeSpan ts)", TimeSpan::minus)
                .method("TimeSpan Negate()", TimeSpan::negated)
                .method("TimeSpan Duration()", TimeSpan::duration)
                .method("TimeSpan Multiply(double factor)", TimeSpanType::times)
                .method("TimeSpan Divide(double divisor)", TimeSpanType::dividedBy)
                .method("double Divide(TimeSpan ts)", (TimeSpan a, TimeSpan b) -> (double) a.ticks() / b.ticks())
                .method("TimeSpan operator +(TimeSpan t1, TimeSpan t2)", TimeSpan::plus)
                .method("TimeSpan operator -(TimeSpan t1, TimeSpan t2)", TimeSpan::minus)
                .method("TimeSpan operator +(TimeSpan t)", (TimeSpan t) -> t)
                .method("TimeSpan operator -(TimeSpan t)", TimeSpan::negated)
                .method("TimeSpan operator *(TimeSpan timeSpan, double factor)", TimeSpanType::times)
                .method("TimeSpan operator *(double factor, TimeSpan timeSpan)", (Double f, TimeSpan t) -> times(t, f))
                .method("TimeSpan operator /(TimeSpan timeSpan, double divisor)", TimeSpanType::dividedBy)
                .method(
                        "double operator /(TimeSpan t1, TimeSpan t2)",
                        (TimeSpan a, TimeSpan b) -> (double) a.ticks() / b.ticks());
    }

    private static TimeSpan times(TimeSpan span, Double factor) {
        if (factor.isNaN()) {
            throw notANumber("factor");
        }
        return TimeSpan.ofTicks(Math.rint(span.ticks() * factor));
    }

    private static TimeSpan dividedBy(TimeSpan span, Double divisor) {
        if (divisor.isNaN()) {
            throw notANumber("divisor");
        }
        return TimeSpan.ofTicks(Math.rint(span.ticks() / divisor));
    }

    private static DotNetException notANumber(@Nullable String parameter) {
        return DotNetException.argument("TimeSpan does not accept floating point Not-a-Number values.", parameter);
    }

    private static void units(TypeBuilder type) {
        type.method("static TimeSpan FromTicks(long value)", (Long ticks) -> TimeSpan.of(ticks));
        unit(type, "FromDays", TimeSpan.TICKS_PER_DAY);
        unit(type, "FromHours", TimeSpan.TICKS_PER_HOUR);
        unit(type, "FromMinutes", TimeSpan.TICKS_PER_MINUTE);
        unit(type, "FromSeconds", TimeSpan.TICKS_PER_SECOND);
        unit(type, "FromMilliseconds", TimeSpan.TICKS_PER_MILLISECOND);
        unit(type, "FromMicroseconds", TimeSpan.TICKS_PER_MICROSECOND);
    }

    private static void unit(TypeBuilder type, String name, long ticks) {
        type.method("static TimeSpan " + name + "(double value)", (Double value) -> {
            if (value.isNaN()) {
                throw notANumber(null);
            }
            return TimeSpan.ofTicks(value * ticks);
        });
    }

    private static void parsing(TypeBuilder type) {
        type.method("static TimeSpan Parse(string s)", (@Nullable String s) -> parse(s))
                .costly()
                .method(
                        "static TimeSpan Parse(string input, IFormatProvider formatProvider)",
                        (@Nullable String s, @Nullable Object p) -> parse(s))
                .costly()
                .method(
                        "static TimeSpan ParseExact(string input, string format, IFormatProvider formatProvider)",
                        (@Nullable String s, @Nullable String f, @Nullable Object p) -> exact(s, f, 0))
                .costly()
                .method(
                        "static TimeSpan ParseExact(string input, string format, IFormatProvider formatProvider, TimeSpanStyles styles)",
                        (@Nullable String s, @Nullable String f, @Nullable Object p, EnumValue styles) ->
                                exact(s, f, styles.value()))
                .costly()
                .method(
                        "static TimeSpan ParseExact(string input, string[] formats, IFormatProvider formatProvider)",
                        (@Nullable String s, String @Nullable [] f, @Nullable Object p) -> exactAny(s, f, 0))
                .costly()
                .method(
                        "static TimeSpan ParseExact(string input, string[] formats, IFormatProvider formatProvider, TimeSpanStyles styles)",
                        (@Nullable String s, String @Nullable [] f, @Nullable Object p, EnumValue styles) ->
                                exactAny(s, f, styles.value()))
                .costly();
        trying(type);
    }

    private static void trying(TypeBuilder type) {
        type.method(
                        "static bool TryParse(string s, out TimeSpan result)",
                        (@Nullable String s, Ref<TimeSpan> result) -> attempt(() -> parse(s), result))
                .costly()
                .method(
                        "static bool TryParse(string input, IFormatProvider formatProvider, out TimeSpan result)",
                        (@Nullable String s, @Nullable Object p, Ref<TimeSpan> result) ->
                                attempt(() -> parse(s), result))
                .costly()
                .method(
                        "static bool TryParseExact(string input, string format, IFormatProvider formatProvider, out TimeSpan result)",
                        (@Nullable String s, @Nullable String f, @Nullable Object p, Ref<TimeSpan> result) ->
                                attempt(() -> exact(s, f, 0), result))
                .costly()
                .method(
                        "static bool TryParseExact(string input, string[] formats, IFormatProvider formatProvider, out TimeSpan result)",
                        (@Nullable String s, String @Nullable [] f, @Nullable Object p, Ref<TimeSpan> result) ->
                                attempt(() -> exactAny(s, f, 0), result))
                .costly()
                .methodWith(
                        "static bool TryParseExact(string input, string format, IFormatProvider formatProvider, TimeSpanStyles styles, out TimeSpan result)",
                        (call, a) -> attempt(
                                () -> exact(Arguments.text(a, 0), Arguments.text(a, 1), Arguments.constant(a, 3)),
                                Arguments.ref(a, 4)))
                .costly()
                .methodWith(
                        "static bool TryParseExact(string input, string[] formats, IFormatProvider formatProvider, TimeSpanStyles styles, out TimeSpan result)",
                        (call, a) -> attempt(
                                () -> exactAny(Arguments.text(a, 0), Arguments.texts(a, 1), Arguments.constant(a, 3)),
                                Arguments.ref(a, 4)))
                .costly();
    }

    private static Boolean attempt(Supplier<TimeSpan> reading, Ref<TimeSpan> result) {
        return Arguments.attempt(reading, TimeSpan.ZERO, result);
    }

    private static TimeSpan parse(@Nullable String text) {
        return SpanReader.read(Arguments.given(text, "input"));
    }

    private static TimeSpan exact(@Nullable String text, @Nullable String format, long styles) {
        return SpanReader.read(Arguments.given(text, "input"), Arguments.given(format, "format"), negative(styles));
    }

    private static TimeSpan exactAny(@Nullable String text, String @Nullable [] formats, long styles) {
        String given = Arguments.given(text, "input");
        boolean negative = negative(styles);
        return Arguments.first(
                formats, format -> SpanReader.read(given, format, negative), SpanReader.unrecognized(given));
    }

    private static boolean negative(long styles) {
        if (styles != 0 && styles != 1) {
            throw DotNetException.argument("An undefined TimeSpanStyles value is being used.", "styles");
        }
        return styles == 1;
    }

    private static void texts(TypeBuilder type) {
        type.method("string ToString()", TimeSpan::toString)
                .method("string ToString(string format)", (TimeSpan t, @Nullable String f) -> t.format(f))
                .method(
                        "string ToString(string format, IFormatProvider formatProvider)",
                        (TimeSpan t, @Nullable String f, @Nullable Object p) -> t.format(f));
    }
}
