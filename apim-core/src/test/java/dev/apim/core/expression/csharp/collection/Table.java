package dev.apim.core.expression.csharp.collection;

import dev.apim.core.expression.csharp.type.Code;
import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.Method;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import dev.apim.core.expression.csharp.type.TypeTable;
import dev.apim.core.expression.csharp.value.Budget;
import dev.apim.core.expression.csharp.value.Delegate;
import dev.apim.core.expression.csharp.value.Evaluation;
import dev.apim.core.expression.csharp.value.UInt8;
import dev.apim.core.time.StillTime;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The collections with the few types of other families that they speak of, and calls of their members without a language. */
@SuppressWarnings("NullAway") // members are called as expressions call them, with null wherever C# allows it
final class Table {
    final TypeTable types = TypeTable.of(List.of(Table::others, new CollectionLibrary()));
    Evaluation evaluation = evaluation(Budget.DEFAULT);

    static Evaluation evaluation(Budget budget) {
        return new Evaluation(null, new StillTime(), budget);
    }

    private static void others(TypeTable.Registry types) {
        types.type("System.Object", "object", Kind.CLASS, Object.class, type -> {})
                .type("System.String", "string", Kind.CLASS, String.class, type -> type.base("IEnumerable<char>"))
                .type("System.Char", "char", Kind.STRUCT, Character.class, type -> type.defaultValue('\0'))
                .type("System.Boolean", "bool", Kind.STRUCT, Boolean.class, type -> type.defaultValue(false))
                .type("System.Byte", "byte", Kind.STRUCT, UInt8.class, type -> type.defaultValue(UInt8.of(0)))
                .type("System.Int32", "int", Kind.STRUCT, Integer.class, type -> type.defaultValue(0))
                .type("System.Int64", "long", Kind.STRUCT, Long.class, type -> type.defaultValue(0L))
                .type("System.Single", "float", Kind.STRUCT, Float.class, type -> type.defaultValue(0f))
                .type("System.Double", "double", Kind.STRUCT, Double.class, type -> type.defaultValue(0.0))
                .type(
                        "System.Decimal",
                        "decimal",
                        Kind.STRUCT,
                        BigDecimal.class,
                        type -> type.defaultValue(BigDecimal.ZERO));
    }

    /** {@code source.Name<types>(arguments)} of LINQ: the overload with so many parameters of these types. */
    Object linq(String name, String parameters, List<String> typeArguments, Object... arguments) {
        return call(method("Enumerable", name, parameters), typeArguments, arguments);
    }

    /** LINQ over ints. */
    Object ints(String name, String parameters, Object... arguments) {
        return linq(name, parameters, List.of("int", "int", "int", "int"), arguments);
    }

    Object call(Method method, List<String> typeArguments, Object... arguments) {
        List<CsType> closed = typeArguments.stream().map(types::get).toList();
        Code code = method.code();
        if (code instanceof Code.Full full) {
            return full.apply(new Code.Call(evaluation, closed), arguments);
        }
        if (code instanceof Code.F0 f) {
            return f.apply();
        }
        if (code instanceof Code.F1<?> f) {
            return ((Code.F1<Object>) f).apply(arguments[0]);
        }
        if (code instanceof Code.F2<?, ?> f) {
            return ((Code.F2<Object, Object>) f).apply(arguments[0], arguments[1]);
        }
        return ((Code.F3<Object, Object, Object>) code).apply(arguments[0], arguments[1], arguments[2]);
    }

    /** The method whose parameters print so, {@code "IEnumerable<TSource>, Func<TSource, bool>"}. */
    Method method(String type, String name, String parameters) {
        for (int arity = 0; arity < 3; arity++) {
            var definition = types.find(type, arity);
            if (definition != null) {
                for (Method method : definition.methods(name)) {
                    if (shown(method).equals(parameters)) {
                        return method;
                    }
                }
            }
        }
        throw new AssertionError("no " + type + "." + name + "(" + parameters + ")");
    }

    private static String shown(Method method) {
        return method.parameters().stream().map(p -> p.type().toString()).collect(Collectors.joining(", "));
    }

    ListValue list(Object... elements) {
        ListValue list = new ListValue(types.get("List", types.get("int")));
        for (Object element : elements) {
            list.add(element);
        }
        return list;
    }

    static Delegate function(java.util.function.UnaryOperator<Object> function) {
        return arguments -> function.apply(arguments[0]);
    }

    static List<Object> all(Object sequence) {
        List<Object> elements = new ArrayList<>();
        ((Iterable<?>) sequence).forEach(elements::add);
        return elements;
    }
}
