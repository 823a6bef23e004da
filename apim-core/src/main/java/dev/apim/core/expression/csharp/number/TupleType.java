package dev.apim.core.expression.csharp.number;

import dev.apim.core.expression.csharp.type.Code;
import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import dev.apim.core.expression.csharp.type.TypeTable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** {@code Tuple<T1>} to {@code Tuple<T1, …, T7>}, and {@code Tuple.Create}. */
final class TupleType {
    private static final int MOST = 7;

    private TupleType() {}

    static void register(TypeTable.Registry types) {
        types.type("System.Tuple", Kind.STATIC, Void.class, TupleType::defineCreate);
        for (int i = 1; i <= MOST; i++) {
            int size = i;
            types.type(
                    "System.Tuple<" + list(size, "T%d") + ">",
                    Kind.CLASS,
                    TupleObject.class,
                    type -> define(type, size));
        }
    }

    private static void defineCreate(TypeBuilder type) {
        for (int size = 1; size <= MOST; size++) {
            String arguments = "<" + list(size, "T%d") + ">";
            type.methodWith(
                    "static Tuple" + arguments + " Create" + arguments + "(" + list(size, "T%1$d item%1$d") + ")",
                    code(type));
        }
    }

    private static void define(TypeBuilder type, int size) {
        type.base("object")
                .instance(value -> value instanceof TupleObject tuple && tuple.size() == size)
                .methodWith("(" + list(size, "T%1$d item%1$d") + ")", code(type));
        for (int i = 0; i < size; i++) {
            int index = i;
            type.property("T" + (i + 1) + " Item" + (i + 1), (TupleObject tuple) -> tuple.item(index));
        }
        type.method("bool Equals(object obj)", (TupleObject tuple, @Nullable Object other) -> tuple.equals(other))
                .method("int GetHashCode()", (TupleObject tuple) -> tuple.hashCode())
                .methodWith("string ToString()", (call, a) -> call.evaluation().made(String.valueOf(a[0])));
    }

    private static Code.Full code(TypeBuilder type) {
        TypeTable table = type.table();
        return (call, items) -> new TupleObject(table.get("Tuple", call.types().toArray(new CsType[0])), items.clone());
    }

    private static String list(int size, String each) {
        return IntStream.rangeClosed(1, size)
                .mapToObj(i -> String.format(java.util.Locale.ROOT, each, i))
                .collect(Collectors.joining(", "));
    }
}
