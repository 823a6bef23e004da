package dev.apim.liquid;

import java.math.BigDecimal;
import java.util.Collection;
import liqp.TemplateContext;
import liqp.filters.Filter;
import org.jspecify.annotations.Nullable;

/** A filter whose results are bounded. */
final class NetFilter extends Filter {
    private static final int LONGEST_TEXT = 1024 * 1024;
    private static final int LONGEST_LIST = 100_000;
    private static final int MOST_DIGITS = 1_000;

    private final Work work;

    /** What a filter does. */
    @FunctionalInterface
    interface Work {
        @Nullable
        Object apply(@Nullable Object value, TemplateContext context, @Nullable Object... arguments);
    }

    /** What a filter of texts does. */
    @FunctionalInterface
    interface OfText {
        @Nullable
        Object apply(String text, Arguments arguments);
    }

    NetFilter(String name, Work work) {
        super(name);
        this.work = work;
    }

    /** A filter that gives nothing for nothing, and takes anything else for a text. */
    static NetFilter ofText(String name, OfText work) {
        return new NetFilter(
                name,
                (value, context, arguments) ->
                        value == null ? null : work.apply(Values.text(value), new Arguments(arguments)));
    }

    /** As templates write it. */
    String name() {
        return name;
    }

    @Override
    public @Nullable Object apply(@Nullable Object value, TemplateContext context, @Nullable Object... arguments) {
        LiquidTemplate.check();
        Object result = work.apply(value, context, arguments);
        boolean tooMuch = result instanceof CharSequence text && text.length() > LONGEST_TEXT
                || result instanceof Collection<?> list && list.size() > LONGEST_LIST
                || result instanceof Object[] array && array.length > LONGEST_LIST
                || result instanceof BigDecimal number && number.precision() > MOST_DIGITS;
        if (tooMuch) {
            throw new LiquidTemplate.Exceeded("the filter " + name + " makes too much");
        }
        return result;
    }

    /** What stands behind a filter's colon. */
    record Arguments(@Nullable Object... given) {
        String text(int index, String otherwise) {
            Object value = index < given.length ? given[index] : null;
            return value == null ? otherwise : Values.text(value);
        }

        int number(int index, int otherwise) {
            BigDecimal value = index < given.length ? Values.number(given[index]) : null;
            return value == null
                    ? otherwise
                    : value.min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValue();
        }
    }
}
