package dev.apim.core.expression.csharp.collection;

import static dev.apim.core.expression.csharp.collection.ArrayType.number;

import dev.apim.core.expression.csharp.type.Code;
import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.Delegate;
import dev.apim.core.expression.csharp.value.DotNetException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code System.Array}'s members that look through an array. */
final class ArraySearch {
    private static final String MATCH = "Predicate<T> match)";

    private ArraySearch() {}

    /** What a member does with the search over its first argument. */
    @FunctionalInterface
    private interface Found {
        @Nullable
        Object in(Search search, @Nullable Object[] arguments);
    }

    static void define(TypeBuilder type) {
        finds(type);
        findIndexes(type);
        findLastIndexes(type);
        for (String of : new String[] {"(Array array, object value", "<T>(T[] array, T value"}) {
            indexes(type, of);
            lastIndexes(type, of);
        }
        eaches(type);
    }

    private static Search search(Code.Call call, @Nullable Object array) {
        return new Search(call.evaluation(), Require.argument(array, "array"));
    }

    private static void search(TypeBuilder type, String signature, Found found) {
        type.methodWith("static " + signature, (call, a) -> found.in(search(call, a[0]), a))
                .costly();
    }

    private static void finds(TypeBuilder type) {
        search(type, "bool Exists<T>(T[] array, " + MATCH, (s, a) -> s.first(0, s.size(), Search.of(a[1])) >= 0);
        search(
                type,
                "bool TrueForAll<T>(T[] array, " + MATCH,
                (s, a) -> s.first(0, s.size(), Search.of(a[1]).negate()) < 0);
        type.methodWith("static T Find<T>(T[] array, " + MATCH, (call, a) -> {
                    Search s = search(call, a[0]);
                    return element(
                            s,
                            s.first(0, s.size(), Search.of(a[1])),
                            call.types().get(0));
                })
                .costly();
        type.methodWith("static T FindLast<T>(T[] array, " + MATCH, (call, a) -> {
                    Search s = search(call, a[0]);
                    return element(
                            s,
                            s.last(s.size() - 1, s.size(), Search.of(a[1])),
                            call.types().get(0));
                })
                .costly();
        type.methodWith("static T[] FindAll<T>(T[] array, " + MATCH, (call, a) -> {
                    Search s = search(call, a[0]);
                    List<@Nullable Object> found = new ArrayList<>();
                    s.first(0, s.size(), Search.of(a[1]).and(element -> kept(call, found, element)));
                    return ArrayValues.of(call.types().get(0), found);
                })
                .costly();
    }

    private static @Nullable Object element(Search search, int place, CsType type) {
        return place < 0 ? Defaults.of(type) : search.at(place);
    }

    /** Takes an element and asks for more. */
    private static boolean kept(Code.Call call, List<@Nullable Object> found, @Nullable Object element) {
        call.evaluation().make(1);
        found.add(element);
        return false;
    }

    private static void findIndexes(TypeBuilder type) {
        String name = "int FindIndex<T>(T[] array, ";
        search(type, name + MATCH, (s, a) -> s.first(0, s.size(), Search.of(a[1])));
        search(type, name + "int startIndex, " + MATCH, (s, a) -> {
            s.forward(number(a[1]), s.size() - number(a[1]), "startIndex");
            return s.first(number(a[1]), s.size() - number(a[1]), Search.of(a[2]));
        });
        search(type, name + "int startIndex, int count, " + MATCH, (s, a) -> {
            s.forward(number(a[1]), number(a[2]), "startIndex");
            return s.first(number(a[1]), number(a[2]), Search.of(a[3]));
        });
    }

    private static void findLastIndexes(TypeBuilder type) {
        String name = "int FindLastIndex<T>(T[] array, ";
        search(type, name + MATCH, (s, a) -> s.last(s.size() - 1, s.size(), Search.of(a[1])));
        search(type, name + "int startIndex, " + MATCH, (s, a) -> {
            s.backward(number(a[1]), number(a[1]) + 1);
            return s.last(number(a[1]), number(a[1]) + 1, Search.of(a[2]));
        });
        search(type, name + "int startIndex, int count, " + MATCH, (s, a) -> {
            s.backward(number(a[1]), number(a[2]));
            return s.last(number(a[1]), number(a[2]), Search.of(a[3]));
        });
    }

    private static void indexes(TypeBuilder type, String of) {
        search(type, "int IndexOf" + of + ")", (s, a) -> s.first(0, s.size(), Search.equalTo(a[1])));
        search(type, "int IndexOf" + of + ", int startIndex)", (s, a) -> {
            s.forward(number(a[2]), s.size() - number(a[2]), "startIndex");
            return s.first(number(a[2]), s.size() - number(a[2]), Search.equalTo(a[1]));
        });
        search(type, "int IndexOf" + of + ", int startIndex, int count)", (s, a) -> {
            s.forward(number(a[2]), number(a[3]), "startIndex");
            return s.first(number(a[2]), number(a[3]), Search.equalTo(a[1]));
        });
    }

    private static void lastIndexes(TypeBuilder type, String of) {
        search(type, "int LastIndexOf" + of + ")", (s, a) -> s.last(s.size() - 1, s.size(), Search.equalTo(a[1])));
        search(
                type,
                "int LastIndexOf" + of + ", int startIndex)",
                (s, a) -> last(s, a[1], number(a[2]), s.size() == 0 ? 0 : number(a[2]) + 1));
        search(
                type,
                "int LastIndexOf" + of + ", int startIndex, int count)",
                (s, a) -> last(s, a[1], number(a[2]), number(a[3])));
    }

    private static int last(Search s, @Nullable Object value, int start, int count) {
        boolean wrong = s.size() == 0 ? start != -1 && start != 0 : start < 0 || start >= s.size();
        if (wrong) {
            throw DotNetException.outOfRange(Require.INDEX_LESS, "startIndex");
        }
        if (s.size() == 0 ? count != 0 : count < 0 || start - count + 1 < 0) {
            throw DotNetException.outOfRange(Require.COUNT, "count");
        }
        return s.size() == 0 ? -1 : s.last(start, count, Search.equalTo(value));
    }

    private static void eaches(TypeBuilder type) {
        type.methodWith("static void ForEach<T>(T[] array, Action<T> action)", (call, a) -> {
                    Search s = search(call, a[0]);
                    Delegate action = (Delegate) Require.argument(a[1], "action");
                    for (int i = 0; i < s.size(); i++) {
                        call.evaluation().step();
                        action.call(s.at(i));
                    }
                    return null;
                })
                .costly();
        type.methodWith(
                        "static TOutput[] ConvertAll<TInput, TOutput>(TInput[] array, Converter<TInput, TOutput>"
                                + " converter)",
                        (call, a) -> {
                            Search s = search(call, a[0]);
                            Delegate converter = (Delegate) Require.argument(a[1], "converter");
                            call.evaluation().make(s.size());
                            Object made = ArrayValues.create(call.types().get(1), s.size());
                            for (int i = 0; i < s.size(); i++) {
                                call.evaluation().step();
                                ArrayValues.set(made, i, converter.call(s.at(i)));
                            }
                            return made;
                        })
                .costly();
    }
}
