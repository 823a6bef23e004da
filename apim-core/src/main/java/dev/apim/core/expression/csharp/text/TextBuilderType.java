package dev.apim.core.expression.csharp.text;

import dev.apim.core.expression.csharp.type.Code.Call;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.Evaluation;
import dev.apim.core.expression.csharp.value.Texts;
import dev.apim.core.expression.csharp.value.Values;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code StringBuilder}. */
final class TextBuilderType {
    private static final List<String> TEXTS = List.of(
            "bool", "byte", "sbyte", "short", "ushort", "int", "uint", "long", "ulong", "float", "double", "decimal",
            "char", "string", "object");

    private static final String CAPACITY = "'capacity' must be greater than zero.";

    private TextBuilderType() {}

    static void define(TypeBuilder type) {
        type.base("object");
        construct(type);
        state(type);
        append(type);
        join(type);
        insert(type);
        replace(type);
        type.refused("GetChunks", "spans are not offered");
    }

    private static void construct(TypeBuilder type) {
        int unlimited = Integer.MAX_VALUE;
        type.methodWith("()", (call, a) -> made(call, "", 0, unlimited))
                .methodWith("(int capacity)", (call, a) -> made(call, "", (Integer) a[0], unlimited))
                .methodWith("(string value)", (call, a) -> made(call, Texts.orEmpty(a[0]), 0, unlimited))
                .methodWith(
                        "(string value, int capacity)",
                        (call, a) -> made(call, Texts.orEmpty(a[0]), (Integer) a[1], unlimited))
                .methodWith("(string value, int startIndex, int length, int capacity)", (call, a) -> {
                    Bounds.notNegative((Integer) a[3], "capacity", CAPACITY);
                    String text = slice(Texts.orEmpty(a[0]), (Integer) a[1], (Integer) a[2]);
                    return made(call, text, (Integer) a[3], unlimited);
                })
                .methodWith("(int capacity, int maxCapacity)", (call, a) -> {
                    int capacity = (Integer) a[0];
                    int max = (Integer) a[1];
                    if (capacity > max) {
                        throw DotNetException.outOfRange("Capacity exceeds maximum capacity.", "capacity");
                    }
                    if (max < 1) {
                        throw DotNetException.outOfRange("MaxCapacity must be one or greater.", "maxCapacity");
                    }
                    return made(call, "", capacity, max);
                });
    }

    private static TextBuilder made(Call call, String text, int capacity, int max) {
        Bounds.notNegative(capacity, "capacity", CAPACITY);
        call.evaluation().make(text.length());
        return new TextBuilder(call.evaluation(), text, capacity, max);
    }

    private static String slice(String text, int start, int length) {
        Bounds.notNegative(start, "startIndex", "StartIndex cannot be less than zero.");
        Bounds.notNegative(length, "length", "'length' must be non-negative.");
        if (start > text.length() - length) {
            throw DotNetException.outOfRange("Index and length must refer to a location within the string.", "length");
        }
        return text.substring(start, start + length);
    }

    private static void state(TypeBuilder type) {
        type.property("int Length", TextBuilder::length, (TextBuilder text, Integer value) -> {
                    text.length(value);
                    return null;
                })
                .property("int Capacity", (TextBuilder text) -> text.capacity(), (TextBuilder text, Integer value) -> {
                    text.capacity(value);
                    return null;
                })
                .property("int MaxCapacity", TextBuilder::maxCapacity)
                .method("char this[int index]", TextBuilder::at)
                .setIndex("char this[int index]", (TextBuilder text, Integer index, Character c) -> {
                    text.set(index, c);
                    return null;
                })
                .method("int EnsureCapacity(int capacity)", TextBuilder::ensure)
                .method("StringBuilder Clear()", (TextBuilder text) -> text.remove(0, text.length()))
                .method("StringBuilder Remove(int startIndex, int length)", TextBuilder::remove)
                .method(
                        "bool Equals(StringBuilder sb)",
                        (TextBuilder text, @Nullable TextBuilder other) -> other != null && text.same(other))
                .methodWith(
                        "void CopyTo(int sourceIndex, char[] destination, int destinationIndex, int count)",
                        TextBuilderType::copyTo)
                .methodWith("string ToString()", (call, a) -> call.evaluation().made(self(a).toString()))
                .methodWith(
                        "string ToString(int startIndex, int length)",
                        (call, a) -> call.evaluation().made(self(a).part((Integer) a[1], (Integer) a[2])));
    }

    private static @Nullable Object copyTo(Call call, @Nullable Object[] a) {
        int from = (Integer) a[1];
        Character[] to = Bounds.notNull((Character[]) a[2], "destination");
        int at = (Integer) a[3];
        int count = (Integer) a[4];
        TextBuilder text = self(a);
        Bounds.notNegative(at, "destinationIndex");
        Bounds.notNegative(count, "count", "Argument count must not be negative.");
        Bounds.upTo(from, text.length(), "sourceIndex");
        if (from > text.length() - count) {
            throw DotNetException.argument("Source string was not long enough. Check sourceIndex and count.", null);
        }
        if (at > to.length - count) {
            throw DotNetException.argument(
                    "Either offset did not refer to a position in the string, or there is an insufficient length of destination"
                            + " character array.",
                    null);
        }
        call.evaluation().steps(count);
        for (int i = 0; i < count; i++) {
            to[at + i] = text.at(from + i);
        }
        return null;
    }

    private static void append(TypeBuilder type) {
        String start = "StringBuilder Append(";
        for (String name : TEXTS) {
            type.methodWith(start + name + " value)", (call, a) -> add(call, a, Texts.orEmpty(a[1])));
        }
        type.methodWith(start + "char value, int repeatCount)", (call, a) -> {
                    int count = (Integer) a[2];
                    Bounds.notNegative(count, "repeatCount");
                    return add(call, a, StringType.repeated(call, (Character) a[1], count));
                })
                .methodWith(start + "char[] value)", (call, a) -> add(call, a, Chars.text((Character[]) a[1])))
                .methodWith(
                        start + "char[] value, int startIndex, int charCount)",
                        (call, a) -> add(call, a, chars((Character[]) a[1], (Integer) a[2], (Integer) a[3])))
                .methodWith(start + "string value, int startIndex, int count)", TextBuilderType::appendPart)
                .methodWith(start + "StringBuilder value)", (call, a) -> add(call, a, Texts.orEmpty(a[1])))
                .methodWith(start + "StringBuilder value, int startIndex, int count)", TextBuilderType::appendPart)
                .methodWith("StringBuilder AppendLine()", (call, a) -> add(call, a, Texts.NEW_LINE))
                .methodWith(
                        "StringBuilder AppendLine(string value)",
                        (call, a) -> add(call, a, Texts.orEmpty(a[1]) + Texts.NEW_LINE));
        for (String provider : new String[] {"", "IFormatProvider provider, "}) {
            int skipped = provider.isEmpty() ? 2 : 3;
            String format = "StringBuilder AppendFormat(" + provider + "string format, ";
            type.methodWith(format + "object arg0)", (call, a) -> format(call, a, skipped))
                    .methodWith(format + "object arg0, object arg1)", (call, a) -> format(call, a, skipped))
                    .methodWith(
                            format + "object arg0, object arg1, object arg2)", (call, a) -> format(call, a, skipped))
                    .methodWith(
                            format + "params object[] args)",
                            (call, a) -> add(
                                    call,
                                    a,
                                    StringJoin.format(
                                            call, a[skipped - 1], Bounds.notNull((Object[]) a[skipped], "args"))));
        }
    }

    private static Object appendPart(Call call, @Nullable Object[] a) {
        int start = (Integer) a[2];
        int count = (Integer) a[3];
        Bounds.notNegative(start, "startIndex");
        Bounds.notNegative(count, "count");
        if (a[1] == null) {
            if (start == 0 && count == 0) {
                return self(a);
            }
            throw DotNetException.argumentNull("value");
        }
        String text = a[1].toString();
        Bounds.notGreater(start, text.length() - count, "startIndex");
        return add(call, a, text.substring(start, start + count));
    }

    private static String chars(Character @Nullable [] value, int start, int count) {
        if (value == null && start == 0 && count == 0) {
            return "";
        }
        Character[] array = Bounds.notNull(value, "value");
        Bounds.notNegative(start, "startIndex");
        Bounds.notNegative(count, "charCount");
        Bounds.notGreater(count, array.length - start, "charCount");
        return Chars.text(array, start, count);
    }

    private static Object format(Call call, @Nullable Object[] a, int skipped) {
        return add(call, a, StringJoin.format(call, a[skipped - 1], Arrays.copyOfRange(a, skipped, a.length)));
    }

    private static TextBuilder add(Call call, @Nullable Object[] a, String more) {
        return self(a).append(call.evaluation(), more);
    }

    private static TextBuilder self(@Nullable Object[] a) {
        return (TextBuilder) Objects.requireNonNull(a[0]);
    }

    private static void join(TypeBuilder type) {
        for (String separator : new String[] {"char", "string"}) {
            String start = "(" + separator + " separator, ";
            type.methodWith("StringBuilder AppendJoin" + start + "params object[] values)", TextBuilderType::appendJoin)
                    .methodWith(
                            "StringBuilder AppendJoin" + start + "params string[] values)", TextBuilderType::appendJoin)
                    .methodWith(
                            "StringBuilder AppendJoin<T>" + start + "IEnumerable<T> values)",
                            TextBuilderType::appendJoin)
                    .costly();
        }
    }

    private static Object appendJoin(Call call, @Nullable Object[] a) {
        Iterable<? extends @Nullable Object> values = Values.iterate(Bounds.notNull(a[2], "values"));
        return add(call, a, StringJoin.joined(call, Texts.orEmpty(a[1]), values));
    }

    private static void insert(TypeBuilder type) {
        String start = "StringBuilder Insert(int index, ";
        for (String name : TEXTS) {
            type.methodWith(start + name + " value)", (call, a) -> into(call, a, Texts.orEmpty(a[2])));
        }
        type.methodWith(start + "string value, int count)", (call, a) -> {
                    int count = (Integer) a[3];
                    Bounds.notNegative(count, "count");
                    String value = Texts.orEmpty(a[2]);
                    call.evaluation().make(count * (long) value.length());
                    return into(call, a, value.repeat(count));
                })
                .methodWith(start + "char[] value)", (call, a) -> into(call, a, Chars.text((Character[]) a[2])))
                .methodWith(
                        start + "char[] value, int startIndex, int charCount)",
                        (call, a) -> into(call, a, chars((Character[]) a[2], (Integer) a[3], (Integer) a[4])));
    }

    private static TextBuilder into(Call call, @Nullable Object[] a, String more) {
        return self(a).insert(call.evaluation(), (Integer) a[1], more);
    }

    private static void replace(TypeBuilder type) {
        for (String name : new String[] {"char", "string"}) {
            String suffix = name.equals("char") ? "Char" : "Value";
            String start = "StringBuilder Replace(" + name + " old" + suffix + ", " + name + " new" + suffix;
            type.methodWith(start + ")", (call, a) -> replaced(call.evaluation(), a, 0, self(a).length()))
                    .costly()
                    .methodWith(
                            start + ", int startIndex, int count)",
                            (call, a) -> replaced(call.evaluation(), a, (Integer) a[3], (Integer) a[4]))
                    .costly();
        }
    }

    private static Object replaced(Evaluation evaluation, @Nullable Object[] a, int start, int count) {
        String from = Bounds.notNull(a[1], "oldValue").toString();
        if (from.isEmpty()) {
            throw DotNetException.argument("The value cannot be an empty string.", "oldValue");
        }
        return self(a).replace(evaluation, from, Texts.orEmpty(a[2]), start, count);
    }
}
