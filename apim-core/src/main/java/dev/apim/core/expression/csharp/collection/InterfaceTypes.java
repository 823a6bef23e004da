package dev.apim.core.expression.csharp.collection;

import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import dev.apim.core.expression.csharp.type.TypeTable;
import dev.apim.core.expression.csharp.value.CollectionView;
import dev.apim.core.expression.csharp.value.Disposable;
import dev.apim.core.expression.csharp.value.ListView;
import dev.apim.core.expression.csharp.value.Values;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code IEnumerable}, {@code ICollection}, {@code IList} and their like: over everything that is one. */
final class InterfaceTypes {
    private InterfaceTypes() {}

    static void register(TypeTable.Registry types) {
        types.type("System.IDisposable", Kind.INTERFACE, Disposable.class, InterfaceTypes::disposable);
        types.type("System.Collections.IEnumerable", Kind.INTERFACE, Iterable.class, InterfaceTypes::enumerable);
        types.type(
                "System.Collections.Generic.IEnumerable<T>",
                Kind.INTERFACE,
                Iterable.class,
                InterfaceTypes::enumerableOf);
        types.type("System.Collections.IEnumerator", Kind.INTERFACE, EnumeratorValue.class, InterfaceTypes::enumerator);
        types.type(
                "System.Collections.Generic.IEnumerator<T>",
                Kind.INTERFACE,
                EnumeratorValue.class,
                InterfaceTypes::enumeratorOf);
        types.type("System.Collections.ICollection", Kind.INTERFACE, CollectionView.class, InterfaceTypes::collection);
        types.type(
                "System.Collections.Generic.ICollection<T>",
                Kind.INTERFACE,
                CollectionView.class,
                InterfaceTypes::collectionOf);
        types.type(
                "System.Collections.Generic.IReadOnlyCollection<T>",
                Kind.INTERFACE,
                CollectionView.class,
                InterfaceTypes::readOnlyCollection);
        types.type("System.Collections.IList", Kind.INTERFACE, ListView.class, InterfaceTypes::list);
        types.type("System.Collections.Generic.IList<T>", Kind.INTERFACE, ListView.class, InterfaceTypes::listOf);
        types.type(
                "System.Collections.Generic.IReadOnlyList<T>",
                Kind.INTERFACE,
                ListView.class,
                InterfaceTypes::readOnlyList);
    }

    private static void disposable(TypeBuilder type) {
        type.method("void Dispose()", (Object self) -> {
            if (self instanceof Disposable disposable) {
                disposable.dispose();
            }
            return null;
        });
    }

    private static void enumerable(TypeBuilder type) {
        type.instance(Values::isEnumerable)
                .method("IEnumerator GetEnumerator()", (Object self) -> new EnumeratorValue(self, null))
                .costly();
    }

    private static void enumerableOf(TypeBuilder type) {
        type.base("IEnumerable").instance(Values::isEnumerable);
        enumerates(type, "T");
    }

    /** {@code GetEnumerator()} of a type whose elements are of its own last type parameter. */
    static void enumerates(TypeBuilder type, String element) {
        type.methodWith("IEnumerator<" + element + "> GetEnumerator()", (call, a) -> {
                    Object nothing =
                            call.types().size() == 1 ? Defaults.of(call.types().get(0)) : null;
                    return new EnumeratorValue(Objects.requireNonNull(a[0]), nothing);
                })
                .costly();
    }

    private static void enumerator(TypeBuilder type) {
        type.property("object Current", EnumeratorValue::current)
                .method("bool MoveNext()", EnumeratorValue::moveNext)
                .costly()
                .method("void Reset()", (EnumeratorValue self) -> {
                    self.reset();
                    return null;
                });
    }

    private static void enumeratorOf(TypeBuilder type) {
        type.base("IEnumerator", "IDisposable").property("T Current", EnumeratorValue::current);
    }

    private static void collection(TypeBuilder type) {
        type.base("IEnumerable").instance(Faces::isCollection);
        counted(type);
        type.property("bool IsSynchronized", (Object self) -> false)
                .property("object SyncRoot", (Object self) -> self)
                .method("void CopyTo(Array array, int index)", (Object self, @Nullable Object array, Integer index) -> {
                    Faces.copy(self, array, index);
                    return null;
                })
                .costly();
    }

    private static void counted(TypeBuilder type) {
        type.property("int Count", Faces::count);
    }

    private static void collectionOf(TypeBuilder type) {
        type.base("IEnumerable<T>").instance(Faces::isCollection);
        counted(type);
        changing(type);
    }

    /** What {@code ICollection<T>} has besides its size. */
    static void changing(TypeBuilder type) {
        type.property("bool IsReadOnly", Faces::isReadOnly)
                .methodWith("void Add(T item)", (call, a) -> {
                    call.evaluation().make(1);
                    Faces.add(Objects.requireNonNull(a[0]), a[1]);
                    return null;
                })
                .method("void Clear()", (Object self) -> {
                    Faces.clear(self);
                    return null;
                })
                .method("bool Contains(T item)", (Object self, @Nullable Object item) -> Faces.contains(self, item))
                .costly()
                .method("bool Remove(T item)", (Object self, @Nullable Object item) -> Faces.remove(self, item))
                .costly();
        copying(type);
    }

    static void copying(TypeBuilder type) {
        type.method("void CopyTo(T[] array, int arrayIndex)", (Object self, @Nullable Object array, Integer index) -> {
                    Faces.copy(self, array, index);
                    return null;
                })
                .costly();
    }

    private static void readOnlyCollection(TypeBuilder type) {
        type.base("IEnumerable<T>").instance(Faces::isCollection);
        counted(type);
    }

    private static void list(TypeBuilder type) {
        type.base("ICollection").instance(Faces::isList);
        type.property("bool IsFixedSize", Faces::isFixedSize)
                .property("bool IsReadOnly", (Object self) -> !ArrayValues.isArray(self) && Faces.isReadOnly(self));
        places(type, "object");
        type.methodWith("int Add(object value)", (call, a) -> {
                    call.evaluation().make(1);
                    Object self = Objects.requireNonNull(a[0]);
                    Faces.add(self, a[1]);
                    return Faces.count(self) - 1;
                })
                .method("void Clear()", (Object self) -> {
                    Faces.clear(self);
                    return null;
                })
                .method("bool Contains(object value)", (Object self, @Nullable Object v) -> Faces.contains(self, v))
                .costly()
                .method("void Remove(object value)", (Object self, @Nullable Object value) -> {
                    Faces.remove(self, value);
                    return null;
                })
                .costly();
    }

    private static void listOf(TypeBuilder type) {
        type.base("ICollection<T>").instance(Faces::isList);
        places(type, "T");
    }

    private static void places(TypeBuilder type, String element) {
        type.method(element + " this[int index]", (Object self, Integer index) -> Faces.at(self, index))
                .setIndex(element + " this[int index]", (Object self, Integer index, @Nullable Object value) -> {
                    Faces.setAt(self, index, value);
                    return null;
                })
                .method(
                        "int IndexOf(" + element + " item)",
                        (Object self, @Nullable Object v) -> Faces.indexOf(self, v))
                .costly()
                .methodWith("void Insert(int index, " + element + " item)", (call, a) -> {
                    call.evaluation().make(1);
                    Faces.list(Objects.requireNonNull(a[0])).insert((Integer) Objects.requireNonNull(a[1]), a[2]);
                    return null;
                })
                .costly()
                .method("void RemoveAt(int index)", (Object self, Integer index) -> {
                    Faces.list(self).removeAt(index);
                    return null;
                })
                .costly();
    }

    private static void readOnlyList(TypeBuilder type) {
        type.base("IReadOnlyCollection<T>")
                .instance(Faces::isList)
                .method("T this[int index]", (Object self, Integer index) -> Faces.at(self, index));
    }
}
