package dev.apim.liquid;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import liqp.TemplateContext;
import org.jspecify.annotations.Nullable;

/** DotLiquid's filters of lists. */
final class ListFilters {
    private ListFilters() {}

    static List<NetFilter> all() {
        return List.of(
                new NetFilter(
                        "Compact",
                        (value, c, a) -> Values.list(value).stream()
                                .filter(Objects::nonNull)
                                .collect(Collectors.toList())),
                new NetFilter("First", (value, c, a) -> end(value, false)),
                new NetFilter("Last", (value, c, a) -> end(value, true)),
                new NetFilter(
                        "Join", (value, c, a) -> value == null ? null : joined(value, new NetFilter.Arguments(a))),
                new NetFilter("Map", ListFilters::mapped),
                new NetFilter("Size", (value, c, a) -> size(value)),
                new NetFilter(
                        "Slice", (value, c, a) -> value == null ? null : slice(value, new NetFilter.Arguments(a))),
                new NetFilter("Sort", ListFilters::sorted),
                new NetFilter("Uniq", (value, c, a) -> new ArrayList<>(new LinkedHashSet<>(Values.list(value)))),
                new NetFilter("Default", (value, c, a) -> isNothing(value) && a.length > 0 ? a[0] : value));
    }

    private static boolean isNothing(@Nullable Object value) {
        return value == null
                || Boolean.FALSE.equals(value)
                || value instanceof CharSequence text && text.isEmpty()
                || value instanceof Collection<?> list && list.isEmpty();
    }

    private static @Nullable Object end(@Nullable Object value, boolean last) {
        if (!Values.isList(value)) {
            return null;
        }
        List<@Nullable Object> items = Values.list(value);
        return items.isEmpty() ? null : items.get(last ? items.size() - 1 : 0);
    }

    private static String joined(Object value, NetFilter.Arguments arguments) {
        return Values.list(value).stream()
                .map(item -> item == null ? "" : Values.text(item))
                .collect(Collectors.joining(arguments.text(0, " ")));
    }

    private static Object mapped(@Nullable Object value, TemplateContext context, @Nullable Object... arguments) {
        String name = new NetFilter.Arguments(arguments).text(0, "");
        List<@Nullable Object> members = new ArrayList<>();
        Values.list(value).forEach(item -> members.add(Values.member(item, name)));
        return members;
    }

    private static long size(@Nullable Object value) {
        if (value instanceof Map<?, ?> members) {
            return members.size();
        }
        return value instanceof CharSequence text
                ? text.length()
                : Values.isList(value) ? Values.list(value).size() : 0;
    }

    private static Object slice(Object value, NetFilter.Arguments arguments) {
        int start = arguments.number(0, 0);
        int length = Math.max(0, arguments.number(1, 1));
        if (Values.isList(value)) {
            List<@Nullable Object> items = Values.list(value);
            int from = from(start, items.size());
            return new ArrayList<>(items.subList(from, (int) Math.min(items.size(), (long) from + length)));
        }
        String text = Values.text(value);
        int from = from(start, text.length());
        return text.substring(from, (int) Math.min(text.length(), (long) from + length));
    }

    private static int from(int start, int size) {
        return Math.max(0, Math.min(size, start < 0 ? size + start : start));
    }

    private static Object sorted(@Nullable Object value, TemplateContext context, @Nullable Object... arguments) {
        String name = new NetFilter.Arguments(arguments).text(0, "");
        List<@Nullable Object> items = new ArrayList<>(Values.list(value));
        Comparator<@Nullable Object> order = ListFilters::compare;
        items.sort(
                name.isEmpty()
                        ? order
                        : (left, right) -> compare(Values.member(left, name), Values.member(right, name)));
        return items;
    }

    /** Nothing first, numbers by their size, all else by its text, in whatever case. */
    private static int compare(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return Boolean.compare(left != null, right != null);
        }
        if (left instanceof Number && right instanceof Number) {
            BigDecimal a = Values.number(left);
            BigDecimal b = Values.number(right);
            return a == null || b == null ? 0 : a.compareTo(b);
        }
        int order = Values.text(left).compareToIgnoreCase(Values.text(right));
        return order != 0 ? order : Values.text(left).compareTo(Values.text(right));
    }
}
