package dev.apim.core.expression.csharp.collection;

import static dev.apim.core.expression.csharp.collection.ListType.number;
import static dev.apim.core.expression.csharp.collection.ListType.self;

import dev.apim.core.expression.csharp.type.Code;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.Delegate;
import dev.apim.core.expression.csharp.value.DotNetException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a {@code List<T>} is looked through. */
final class ListSearch {
    private static final String MATCH = "Predicate<T> match)";

    private ListSearch() {}

    /** What a member does with the search over its list. */
    @FunctionalInterface
    private interface Found {
        @Nullable
        Object in(Search search, @Nullable Object[] arguments);
    }

    static void define(TypeBuilder type) {
        finds(type);
        findIndexes(type);
        indexes(type);
        changes(type);
        type.methodWith("List<TOutput> ConvertAll<TOutput>(Converter<T, TOutput> converter)", (call, a) -> {
                    Delegate converter = (Delegate) Require.argument(a[1], "converter");
                    ListValue made =
                            new ListValue(type.table().get("List", call.types().get(1)));
                    for (int i = 0; i < self(a).count(); i++) {
                        call.evaluation().make(1);
                        made.add(converter.call(self(a).at(i)));
                    }
                    return made;
                })
                .costly();
    }

    private static void search(TypeBuilder type, String signature, Found found) {
        Code.Full code = (call, a) -> found.in(new Search(call.evaluation(), self(a)), a);
        type.methodWith(signature, code).costly();
    }

    private static void finds(TypeBuilder type) {
        search(type, "bool Exists(" + MATCH, (s, a) -> s.first(0, s.size(), Search.of(a[1])) >= 0);
        search(
                type,
                "bool TrueForAll(" + MATCH,
                (s, a) -> s.first(0, s.size(), Search.of(a[1]).negate()) < 0);
        type.methodWith("T Find(" + MATCH, (call, a) -> {
                    Search s = new Search(call.evaluation(), self(a));
                    int place = s.first(0, s.size(), Search.of(a[1]));
                    return place < 0 ? Defaults.of(call.types().get(0)) : s.at(place);
                })
                .costly();
        type.methodWith("T FindLast(" + MATCH, (call, a) -> {
                    Search s = new Search(call.evaluation(), self(a));
                    int place = s.last(s.size() - 1, s.size(), Search.of(a[1]));
                    return place < 0 ? Defaults.of(call.types().get(0)) : s.at(place);
                })
                .costly();
        type.methodWith("List<T> FindAll(" + MATCH, (call, a) -> {
                    Search s = new Search(call.evaluation(), self(a));
                    ListValue found = new ListValue(self(a).type());
                    s.first(0, s.size(), Search.of(a[1]).and(element -> kept(call, found, element)));
                    return found;
                })
                .costly();
    }

    /** Takes an element and asks for more. */
    private static boolean kept(Code.Call call, ListValue found, @Nullable Object element) {
        call.evaluation().make(1);
        found.add(element);
        return false;
    }

    private static void findIndexes(TypeBuilder type) {
        search(type, "int FindIndex(" + MATCH, (s, a) -> s.first(0, s.size(), Search.of(a[1])));
        search(type, "int FindIndex(int startIndex, " + MATCH, (s, a) -> {
            s.forward(number(a[1]), s.size() - number(a[1]), "startIndex");
            return s.first(number(a[1]), s.size() - number(a[1]), Search.of(a[2]));
        });
        search(type, "int FindIndex(int startIndex, int count, " + MATCH, (s, a) -> {
            s.forward(number(a[1]), number(a[2]), "startIndex");
            return s.first(number(a[1]), number(a[2]), Search.of(a[3]));
        });
        search(type, "int FindLastIndex(" + MATCH, (s, a) -> s.last(s.size() - 1, s.size(), Search.of(a[1])));
        search(type, "int FindLastIndex(int startIndex, " + MATCH, (s, a) -> {
            s.backward(number(a[1]), number(a[1]) + 1);
            return s.last(number(a[1]), number(a[1]) + 1, Search.of(a[2]));
        });
        search(type, "int FindLastIndex(int startIndex, int count, " + MATCH, (s, a) -> {
            s.backward(number(a[1]), number(a[2]));
            return s.last(number(a[1]), number(a[2]), Search.of(a[3]));
        });
    }

    private static void indexes(TypeBuilder type) {
        search(type, "bool Contains(T item)", (s, a) -> s.first(0, s.size(), Search.equalTo(a[1])) >= 0);
        search(type, "int IndexOf(T item)", (s, a) -> s.first(0, s.size(), Search.equalTo(a[1])));
        search(type, "int IndexOf(T item, int index)", (s, a) -> {
            s.forward(number(a[2]), s.size() - number(a[2]), "index");
            return s.first(number(a[2]), s.size() - number(a[2]), Search.equalTo(a[1]));
        });
        search(type, "int IndexOf(T item, int index, int count)", (s, a) -> {
            s.forward(number(a[2]), number(a[3]), "index");
            return s.first(number(a[2]), number(a[3]), Search.equalTo(a[1]));
        });
        search(type, "int LastIndexOf(T item)", (s, a) -> s.last(s.size() - 1, s.size(), Search.equalTo(a[1])));
        search(type, "int LastIndexOf(T item, int index)", (s, a) -> {
            if (number(a[2]) >= s.size()) {
                throw DotNetException.outOfRange(Require.INDEX_LESS, "index");
            }
            return lastIndexOf(s, a[1], number(a[2]), number(a[2]) + 1);
        });
        search(
                type,
                "int LastIndexOf(T item, int index, int count)",
                (s, a) -> lastIndexOf(s, a[1], number(a[2]), number(a[3])));
    }

    private static int lastIndexOf(Search s, @Nullable Object item, int index, int count) {
        if (s.size() == 0) {
            return -1;
        }
        Require.notNegative(index, "index");
        Require.notNegative(count, "count");
        if (index >= s.size()) {
            throw DotNetException.outOfRange("Larger than collection size.", "index");
        }
        if (count > index + 1) {
            throw DotNetException.outOfRange("Larger than collection size.", "count");
        }
        return s.last(index, count, Search.equalTo(item));
    }

    private static void changes(TypeBuilder type) {
        type.methodWith("int RemoveAll(" + MATCH, (call, a) -> {
                    Delegate match = (Delegate) Require.argument(a[1], "match");
                    ListValue list = self(a);
                    int before = list.count();
                    List<@Nullable Object> left = new ArrayList<>();
                    for (int i = 0; i < list.count(); i++) {
                        call.evaluation().step();
                        if (!match.test(list.at(i))) {
                            left.add(list.at(i));
                        }
                    }
                    if (left.size() < before) {
                        list.change(elements -> left);
                    }
                    return before - left.size();
                })
                .costly();
        type.methodWith("void ForEach(Action<T> action)", (call, a) -> {
                    Delegate action = (Delegate) Require.argument(a[1], "action");
                    ListValue list = self(a);
                    int begun = list.version();
                    for (int i = 0; i < list.count() && list.version() == begun; i++) {
                        call.evaluation().step();
                        action.call(list.at(i));
                    }
                    if (list.version() != begun) {
                        throw Require.changed();
                    }
                    return null;
                })
                .costly();
    }
}
