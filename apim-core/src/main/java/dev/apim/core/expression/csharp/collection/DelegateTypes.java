package dev.apim.core.expression.csharp.collection;

import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import dev.apim.core.expression.csharp.type.TypeTable;
import dev.apim.core.expression.csharp.value.Delegate;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** {@code Func}, {@code Action} and their like. */
final class DelegateTypes {
    private static final int MOST = 8;

    private DelegateTypes() {}

    static void register(TypeTable.Registry types) {
        for (int i = 0; i <= MOST; i++) {
            String names = numbered(i, "T", ", ");
            String parameters = parameters(i);
            types.type(
                    "System.Func<" + names + (i == 0 ? "" : ", ") + "TResult>",
                    Kind.DELEGATE,
                    Delegate.class,
                    type -> define(type, "TResult Invoke(" + parameters + ")"));
            types.type(
                    i == 0 ? "System.Action" : "System.Action<" + names + ">",
                    Kind.DELEGATE,
                    Delegate.class,
                    type -> define(type, "void Invoke(" + parameters + ")"));
        }
        types.type("System.Predicate<T>", Kind.DELEGATE, Delegate.class, type -> define(type, "bool Invoke(T obj)"));
        types.type("System.Comparison<T>", Kind.DELEGATE, Delegate.class, type -> define(type, "int Invoke(T x, T y)"));
        types.type(
                "System.Converter<TInput, TOutput>",
                Kind.DELEGATE,
                Delegate.class,
                type -> define(type, "TOutput Invoke(TInput input)"));
    }

    private static void define(TypeBuilder type, String invoke) {
        type.methodWith(
                        invoke,
                        (call, arguments) -> ((Delegate) Objects.requireNonNull(arguments[0]))
                                .call(Arrays.copyOfRange(arguments, 1, arguments.length)))
                .costly();
    }

    /** {@code T} where there is one, else {@code T1, T2}. */
    private static String numbered(int count, String name, String between) {
        return count == 1
                ? name
                : IntStream.rangeClosed(1, count).mapToObj(i -> name + i).collect(Collectors.joining(between));
    }

    private static String parameters(int count) {
        return count == 1
                ? "T arg"
                : IntStream.rangeClosed(1, count)
                        .mapToObj(i -> "T" + i + " arg" + i)
                        .collect(Collectors.joining(", "));
    }
}
