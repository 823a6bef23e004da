package dev.apim.core.expression.csharp.collection;

import dev.apim.core.expression.csharp.value.CollectionView;
import dev.apim.core.expression.csharp.value.DictionaryView;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.KeyValuePair;
import dev.apim.core.expression.csharp.value.ListView;
import dev.apim.core.expression.csharp.value.Values;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What .NET's collection interfaces do over everything that implements them: views, dictionaries, arrays. */
final class Faces {
    private Faces() {}

    static boolean isCollection(Object value) {
        if (value instanceof Sequence) {
            return false;
        }
        return value instanceof CollectionView
                || value instanceof DictionaryView
                || value instanceof Collection
                || ArrayValues.isArray(value);
    }

    static boolean isList(Object value) {
        return value instanceof Object[]
                || value instanceof ListView
                || value instanceof List
                || value instanceof byte[];
    }

    static int count(Object collection) {
        if (collection instanceof Object[] array) {
            return array.length;
        }
        if (collection instanceof CollectionView view) {
            return view.count();
        }
        if (collection instanceof DictionaryView view) {
            return view.count();
        }
        return collection instanceof Collection<?> elements ? elements.size() : ArrayValues.length(collection);
    }

    static boolean contains(Object collection, @Nullable Object item) {
        if (collection instanceof DictionaryView dictionary && item instanceof KeyValuePair pair) {
            return containsPair(dictionary, pair);
        }
        if (collection instanceof CollectionView view) {
            return view.contains(item);
        }
        for (Object element : Values.iterate(collection)) {
            if (Values.equal(element, item)) {
                return true;
            }
        }
        return false;
    }

    private static boolean containsPair(DictionaryView dictionary, KeyValuePair pair) {
        Object key = Require.argument(pair.key(), "key");
        return dictionary.containsKey(key) && Values.equal(dictionary.get(key), pair.value());
    }

    static boolean isReadOnly(Object collection) {
        if (collection instanceof CollectionView view) {
            return view.isReadOnly();
        }
        return !(collection instanceof DictionaryView view) || view.isReadOnly();
    }

    static void add(Object collection, @Nullable Object item) {
        if (collection instanceof DictionaryView dictionary && item instanceof KeyValuePair pair) {
            dictionary.addPair(Require.argument(pair.key(), "key"), pair.value());
        } else {
            view(collection).add(item);
        }
    }

    static boolean remove(Object collection, @Nullable Object item) {
        if (collection instanceof DictionaryView dictionary && item instanceof KeyValuePair pair) {
            return containsPair(dictionary, pair) && dictionary.removeKey(Require.argument(pair.key(), "key"));
        }
        return view(collection).remove(item);
    }

    static void clear(Object collection) {
        if (collection instanceof DictionaryView dictionary) {
            dictionary.clear();
        } else {
            view(collection).clear();
        }
    }

    static @Nullable Object at(Object list, int index) {
        if (list instanceof Object[] array) {
            ListView.place(index, array.length);
            return array[index];
        }
        if (list instanceof ListView view) {
            return view.at(index);
        }
        ListView.place(index, count(list));
        return list instanceof List<?> elements ? elements.get(index) : ArrayValues.get(list, index);
    }

    static void setAt(Object list, int index, @Nullable Object item) {
        if (list instanceof ListView view) {
            view.setAt(index, item);
        } else if (ArrayValues.isArray(list)) {
            ListView.place(index, count(list));
            ArrayValues.set(list, index, item);
        } else {
            throw CollectionView.readOnly();
        }
    }

    static int indexOf(Object list, @Nullable Object item) {
        if (list instanceof ListView view) {
            return view.indexOf(item);
        }
        for (int i = 0; i < count(list); i++) {
            if (Values.equal(at(list, i), item)) {
                return i;
            }
        }
        return -1;
    }

    static ListView list(Object list) {
        if (list instanceof ListView view) {
            return view;
        }
        throw refusal(list);
    }

    static boolean isFixedSize(Object list) {
        return ArrayValues.isArray(list) || isReadOnly(list);
    }

    private static CollectionView view(Object collection) {
        if (collection instanceof CollectionView view) {
            return view;
        }
        throw refusal(collection);
    }

    private static DotNetException refusal(Object collection) {
        return ArrayValues.isArray(collection) ? Require.fixedSize() : CollectionView.readOnly();
    }

    /** Copies all into an array. */
    static void copy(Object collection, @Nullable Object array, int index) {
        copy(collection, 0, Require.argument(array, "array"), index, count(collection));
    }

    /** Copies a stretch into an array. */
    static void copy(Object collection, int from, Object array, int index, int count) {
        Require.room(ArrayValues.length(array), index, count);
        int at = 0;
        for (Object element : Values.iterate(collection)) {
            if (at >= from + count) {
                return;
            }
            if (at >= from) {
                ArrayValues.set(array, index + at - from, element);
            }
            at++;
        }
    }
}
