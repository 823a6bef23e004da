package dev.apim.core.expression.csharp.collection;

import dev.apim.core.expression.csharp.type.Code;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.Evaluation;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** {@code HashSet<T>} and {@code ISet<T>}. */
final class SetType {
    private SetType() {}

    static void defineInterface(TypeBuilder type) {
        type.base("ICollection<T>");
        type.methodWith("bool Add(T item)", SetType::add);
        operations(type);
    }

    static void define(TypeBuilder type) {
        type.base("ISet<T>", "IReadOnlyCollection<T>");
        constructors(type);
        type.property("int Count", HashSetValue::count)
                .property("IEqualityComparer<T> Comparer", HashSetValue::comparer)
                .methodWith("bool Add(T item)", SetType::add);
        InterfaceTypes.enumerates(type, "T");
        operations(type);
        elements(type);
        copies(type);
    }

    private static HashSetValue self(@Nullable Object[] arguments) {
        return (HashSetValue) Objects.requireNonNull(arguments[0]);
    }

    private static Object add(Code.Call call, @Nullable Object[] a) {
        call.evaluation().make(1);
        return self(a).addNew(a[1]);
    }

    private static void constructors(TypeBuilder type) {
        String comparer = "IEqualityComparer<T> comparer)";
        type.methodWith("()", (call, a) -> create(type, call, null));
        type.methodWith("(" + comparer, (call, a) -> create(type, call, a[0]));
        type.methodWith("(int capacity)", (call, a) -> sized(type, call, a[0], null));
        type.methodWith("(int capacity, " + comparer, (call, a) -> sized(type, call, a[0], a[1]));
        type.methodWith("(IEnumerable<T> collection)", (call, a) -> filled(type, call, a[0], null))
                .costly();
        type.methodWith("(IEnumerable<T> collection, " + comparer, (call, a) -> filled(type, call, a[0], a[1]))
                .costly();
    }

    private static HashSetValue create(TypeBuilder type, Code.Call call, @Nullable Object comparer) {
        return new HashSetValue(type.table().get("HashSet", call.types().get(0)), DefaultComparer.or(comparer));
    }

    private static Object sized(
            TypeBuilder type, Code.Call call, @Nullable Object capacity, @Nullable Object comparer) {
        Require.sizeNotNegative((Integer) Objects.requireNonNull(capacity), "capacity");
        return create(type, call, comparer);
    }

    private static Object filled(TypeBuilder type, Code.Call call, @Nullable Object source, @Nullable Object comparer) {
        HashSetValue set = create(type, call, comparer);
        Gather.all(call.evaluation(), Require.argument(source, "collection")).forEach(set::add);
        return set;
    }

    /** What a set does with another sequence. */
    @FunctionalInterface
    private interface Operation {
        @Nullable
        Object with(HashSetValue set, List<@Nullable Object> other);
    }

    private static void operation(TypeBuilder type, String signature, Operation operation) {
        type.methodWith(signature, (call, a) -> {
                    List<@Nullable Object> other = Gather.all(call.evaluation(), Require.argument(a[1], "other"));
                    call.evaluation().steps(1 + self(a).count());
                    return operation.with(self(a), other);
                })
                .costly();
    }

    private static void operations(TypeBuilder type) {
        String other = "(IEnumerable<T> other)";
        operation(type, "void UnionWith" + other, (set, more) -> {
            more.forEach(set::add);
            return null;
        });
        operation(type, "void IntersectWith" + other, (set, kept) -> {
            HashSetValue both = of(set, kept);
            return retain(set, both::contains);
        });
        operation(type, "void ExceptWith" + other, (set, gone) -> {
            gone.forEach(set::remove);
            return null;
        });
        operation(type, "void SymmetricExceptWith" + other, (set, more) -> {
            for (Object element : of(set, more)) {
                if (!set.remove(element)) {
                    set.add(element);
                }
            }
            return null;
        });
        operation(type, "bool IsSubsetOf" + other, (set, more) -> within(set, of(set, more)));
        operation(
                type, "bool IsSupersetOf" + other, (set, less) -> less.stream().allMatch(set::contains));
        operation(type, "bool IsProperSubsetOf" + other, (set, more) -> {
            HashSetValue large = of(set, more);
            return within(set, large) && set.count() < large.count();
        });
        operation(type, "bool IsProperSupersetOf" + other, (set, less) -> {
            HashSetValue small = of(set, less);
            return within(small, set) && small.count() < set.count();
        });
        operation(type, "bool Overlaps" + other, (set, more) -> more.stream().anyMatch(set::contains));
        operation(type, "bool SetEquals" + other, (set, more) -> {
            HashSetValue same = of(set, more);
            return same.count() == set.count() && within(same, set);
        });
    }

    private static HashSetValue of(HashSetValue like, List<@Nullable Object> elements) {
        HashSetValue set = new HashSetValue(like.type(), like.comparer());
        elements.forEach(set::add);
        return set;
    }

    private static boolean within(HashSetValue small, HashSetValue large) {
        for (Object element : small) {
            if (!large.contains(element)) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Object retain(HashSetValue set, Predicate<@Nullable Object> kept) {
        for (Object element : set) {
            if (!kept.test(element)) {
                set.remove(element);
            }
        }
        return null;
    }

    private static void elements(TypeBuilder type) {
        type.method("bool Contains(T item)", (HashSetValue self, @Nullable Object item) -> self.contains(item))
                .method("bool Remove(T item)", (HashSetValue self, @Nullable Object item) -> self.remove(item))
                .method("void Clear()", (HashSetValue self) -> {
                    self.clear();
                    return null;
                })
                .methodWith("int RemoveWhere(Predicate<T> match)", (call, a) -> {
                    HashSetValue set = self(a);
                    int before = set.count();
                    Predicate<@Nullable Object> match = Search.of(a[1]);
                    Evaluation evaluation = call.evaluation();
                    evaluation.steps(1 + before);
                    retain(set, match.negate());
                    return before - set.count();
                })
                .costly()
                .methodWith("bool TryGetValue(T equalValue, out T actualValue)", (call, a) -> {
                    boolean there = self(a).contains(a[1]);
                    KeyedTypes.ref(a[2]).value = there
                            ? self(a).actual(a[1])
                            : Defaults.of(call.types().get(0));
                    return there;
                });
        type.method(
                        "int EnsureCapacity(int capacity)",
                        (HashSetValue self, Integer capacity) ->
                                Primes.atLeast(Math.max(Require.sizeNotNegative(capacity, "capacity"), self.count())))
                .method("void TrimExcess()", (HashSetValue self) -> null);
    }

    private static void copies(TypeBuilder type) {
        type.method("void CopyTo(T[] array)", (HashSetValue self, @Nullable Object array) -> {
            Faces.copy(self, array, 0);
            return null;
        });
        InterfaceTypes.copying(type);
        type.methodWith("void CopyTo(T[] array, int arrayIndex, int count)", (call, a) -> {
            int count = (Integer) Objects.requireNonNull(a[3]);
            Object array = Require.argument(a[1], "array");
            if (count > self(a).count()) {
                throw DotNetException.argument(Require.OFF_LENGTH, null);
            }
            Faces.copy(self(a), 0, array, (Integer) Objects.requireNonNull(a[2]), count);
            return null;
        });
    }
}
