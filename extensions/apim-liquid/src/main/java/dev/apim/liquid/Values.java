package dev.apim.liquid;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What values of templates are to filters. */
final class Values {
    private static final int MOST_DIGITS = 100;

    private Values() {}

    static String text(Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof Collection || value instanceof Object[]
                ? String.join(
                        "",
                        list(value).stream().map(v -> v == null ? "" : text(v)).toList())
                : value.toString();
    }

    /** As DotLiquid writes what stands alone: of a list its items, of an object its members. */
    static Object shown(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Map<?, ?> members) {
            StringBuilder all = new StringBuilder();
            members.forEach((name, member) -> all.append('[')
                    .append(name)
                    .append(", ")
                    .append(shown(member))
                    .append(']'));
            return all.toString();
        }
        return isList(value)
                ? list(value).stream().map(item -> shown(item).toString()).collect(Collectors.joining())
                : value;
    }

    /** A number, or a text that is one; {@code null} for any other. */
    static @Nullable BigDecimal number(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number;
        }
        if (value instanceof Number || value instanceof CharSequence && ((CharSequence) value).length() < MOST_DIGITS) {
            try {
                BigDecimal number = new BigDecimal(value.toString().strip());
                return Math.abs(number.scale()) > MOST_DIGITS ? null : number;
            } catch (NumberFormatException none) {
                return null;
            }
        }
        return null;
    }

    /** The items of a list; any other value is its only item. */
    static List<@Nullable Object> list(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        if (value instanceof Collection<?> items) {
            return new java.util.ArrayList<>(items);
        }
        return value instanceof Object[] array ? Arrays.asList(array) : Arrays.asList(value);
    }

    static boolean isList(@Nullable Object value) {
        return value instanceof Collection || value instanceof Object[];
    }

    static @Nullable Object member(@Nullable Object value, String name) {
        return value instanceof Map<?, ?> members ? members.get(name) : null;
    }
}
