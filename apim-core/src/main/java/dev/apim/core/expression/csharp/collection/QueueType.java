package dev.apim.core.expression.csharp.collection;

import dev.apim.core.expression.csharp.type.Code;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code Queue<T>} and {@code Stack<T>}. */
final class QueueType {
    private QueueType() {}

    static void defineQueue(TypeBuilder type) {
        shared(type, "Queue", "Queue empty.", "Dequeue");
        type.methodWith("void Enqueue(T item)", QueueType::add);
    }

    static void defineStack(TypeBuilder type) {
        shared(type, "Stack", "Stack empty.", "Pop");
        type.methodWith("void Push(T item)", QueueType::add);
    }

    private static QueueValue self(@Nullable Object[] arguments) {
        return (QueueValue) Objects.requireNonNull(arguments[0]);
    }

    private static @Nullable Object add(Code.Call call, @Nullable Object[] a) {
        call.evaluation().make(1);
        self(a).add(a[1]);
        return null;
    }

    private static QueueValue create(TypeBuilder type, Code.Call call, String name) {
        return new QueueValue(type.table().get(name, call.types().get(0)), name.equals("Stack"));
    }

    private static void shared(TypeBuilder type, String name, String empty, String take) {
        boolean stack = name.equals("Stack");
        type.base("IReadOnlyCollection<T>", "ICollection")
                .instance(value -> value instanceof QueueValue queue && queue.isStack() == stack);
        constructors(type, name);
        type.property("int Count", QueueValue::count);
        InterfaceTypes.enumerates(type, "T");
        type.method("T Peek()", (QueueValue self) -> there(self, empty).peek())
                .method(
                        "T " + take + "()",
                        (QueueValue self) -> there(self, empty).take())
                .methodWith("bool TryPeek(out T result)", (call, a) -> attempt(call, a, false))
                .methodWith("bool Try" + take + "(out T result)", (call, a) -> attempt(call, a, true))
                .method("bool Contains(T item)", (QueueValue self, @Nullable Object item) -> self.contains(item))
                .costly()
                .method("void Clear()", (QueueValue self) -> {
                    self.clear();
                    return null;
                });
        copies(type);
    }

    private static void constructors(TypeBuilder type, String name) {
        type.methodWith("()", (call, a) -> create(type, call, name))
                .methodWith("(int capacity)", (call, a) -> {
                    Require.sizeNotNegative((Integer) Objects.requireNonNull(a[0]), "capacity");
                    return create(type, call, name);
                })
                .methodWith("(IEnumerable<T> collection)", (call, a) -> {
                    QueueValue made = create(type, call, name);
                    Gather.all(call.evaluation(), Require.argument(a[0], "collection"))
                            .forEach(made::add);
                    return made;
                })
                .costly();
    }

    private static QueueValue there(QueueValue self, String empty) {
        if (self.count() == 0) {
            throw DotNetException.invalidOperation(empty);
        }
        return self;
    }

    private static Object attempt(Code.Call call, @Nullable Object[] a, boolean take) {
        Ref<@Nullable Object> result = KeyedTypes.ref(a[1]);
        if (self(a).count() == 0) {
            result.value = Defaults.of(call.types().get(0));
            return false;
        }
        result.value = take ? self(a).take() : self(a).peek();
        return true;
    }

    private static void copies(TypeBuilder type) {
        type.methodWith("T[] ToArray()", (call, a) -> {
                    call.evaluation().make(self(a).count());
                    List<@Nullable Object> elements = new ArrayList<>();
                    self(a).forEach(elements::add);
                    return ArrayValues.of(call.types().get(0), elements);
                })
                .method(
                        "int EnsureCapacity(int capacity)",
                        (QueueValue self, Integer capacity) ->
                                Math.max(Require.sizeNotNegative(capacity, "capacity"), self.count()))
                .method("void TrimExcess()", (QueueValue self) -> null);
        InterfaceTypes.copying(type);
    }
}
