package dev.apim.core.expression.csharp.time;

import dev.apim.Time;
import dev.apim.core.expression.csharp.type.Code;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.EnumValue;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The parsing members of {@code DateTime} and {@code DateTimeOffset}: text, format or formats, provider, styles, result, as far as each
 * has them.
 *
 * @param <T> what is read
 */
final class DateTimeParsing<T> {
    private final String name;
    private final T otherwise;
    private final Finish<T> finish;
    private final boolean withOffset;

    private DateTimeParsing(String name, T otherwise, Finish<T> finish, boolean withOffset) {
        this.name = name;
        this.otherwise = otherwise;
        this.finish = finish;
        this.withOffset = withOffset;
    }

    /** Makes of the parts what was asked for. */
    @FunctionalInterface
    private interface Finish<T> {
        T make(TimeParts parts, Styles styles, Time time);
    }

    static void define(TypeBuilder type) {
        new DateTimeParsing<DateTime>("DateTime", DateTime.MIN, TimeParts::dateTime, false).members(type);
    }

    static void defineOffset(TypeBuilder type) {
        new DateTimeParsing<DateTimeOffset>("DateTimeOffset", DateTimeOffset.MIN, TimeParts::dateTimeOffset, true)
                .members(type);
    }

    private void members(TypeBuilder type) {
        String s = withOffset ? "input" : "s";
        String parse = "static " + name + " Parse(string " + s;
        type.methodWith(parse + ")", (call, a) -> parse(call, a, Styles.NONE)).costly();
        type.methodWith(parse + ", IFormatProvider provider)", (call, a) -> parse(call, a, Styles.NONE))
                .costly();
        type.methodWith(
                        parse + ", IFormatProvider provider, DateTimeStyles styles)",
                        (call, a) -> parse(call, a, styles(a, 2, "styles")))
                .costly();
        exact(type, "static " + name + " ParseExact(string " + s);
        trying(type, "static bool TryParse(string " + s, "out " + name + " result)");
        tryingExact(type, "static bool TryParseExact(string " + s, "out " + name + " result)");
    }

    private void exact(TypeBuilder type, String start) {
        String name = withOffset ? "styles" : "style";
        type.methodWith(start + ", string format, IFormatProvider provider)", (call, a) -> exact(call, a, Styles.NONE))
                .costly();
        type.methodWith(
                        start + ", string format, IFormatProvider provider, DateTimeStyles style)",
                        (call, a) -> exact(call, a, styles(a, 3, name)))
                .costly();
        type.methodWith(
                        start + ", string[] formats, IFormatProvider provider, DateTimeStyles style)",
                        (call, a) -> exactAny(call, a, styles(a, 3, name)))
                .costly();
    }

    private void trying(TypeBuilder type, String start, String end) {
        type.methodWith(start + ", " + end, (call, a) -> attempt(a, 1, () -> parse(call, a, Styles.NONE)))
                .costly();
        type.methodWith(
                        start + ", IFormatProvider provider, " + end,
                        (call, a) -> attempt(a, 2, () -> parse(call, a, Styles.NONE)))
                .costly();
        type.methodWith(start + ", IFormatProvider provider, DateTimeStyles styles, " + end, (call, a) -> {
                    Styles styles = styles(a, 2, "styles");
                    return attempt(a, 3, () -> parse(call, a, styles));
                })
                .costly();
    }

    private void tryingExact(TypeBuilder type, String start, String end) {
        String name = withOffset ? "styles" : "style";
        type.methodWith(
                        start + ", string format, IFormatProvider provider, DateTimeStyles style, " + end,
                        (call, a) -> {
                            Styles styles = styles(a, 3, name);
                            return attempt(a, 4, () -> exact(call, a, styles));
                        })
                .costly();
        type.methodWith(
                        start + ", string[] formats, IFormatProvider provider, DateTimeStyles style, " + end,
                        (call, a) -> {
                            Styles styles = styles(a, 3, name);
                            return attempt(a, 4, () -> exactAny(call, a, styles));
                        })
                .costly();
    }

    private Styles styles(@Nullable Object[] a, int index, String parameter) {
        EnumValue styles = Arguments.enumeration(a, index);
        return withOffset ? Styles.ofOffset(styles, parameter) : Styles.of(styles, parameter);
    }

    private boolean attempt(@Nullable Object[] a, int result, Supplier<T> reading) {
        return Arguments.attempt(reading, otherwise, Arguments.ref(a, result));
    }

    private T parse(Code.Call call, @Nullable Object[] a, Styles styles) {
        String text = text(a);
        call.evaluation().steps(text.length());
        return finish.make(TimeReader.read(text), styles, call.evaluation().time());
    }

    private T exact(Code.Call call, @Nullable Object[] a, Styles styles) {
        return reading(call, text(a), styles).apply(Arguments.given(Arguments.text(a, 1), "format"));
    }

    private T exactAny(Code.Call call, @Nullable Object[] a, Styles styles) {
        String text = text(a);
        return Arguments.first(Arguments.texts(a, 1), reading(call, text, styles), DateTimeText.unrecognized(text));
    }

    private Function<String, T> reading(Code.Call call, String text, Styles styles) {
        return format -> {
            call.evaluation().steps(text.length() + (long) format.length());
            return finish.make(
                    ExactReader.read(text, format, styles),
                    styles,
                    Objects.requireNonNull(call.evaluation().time()));
        };
    }

    private String text(@Nullable Object[] a) {
        return Arguments.given(Arguments.text(a, 0), withOffset ? "input" : "s");
    }
}
