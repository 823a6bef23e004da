package dev.apim.core.expression.csharp.text;

import dev.apim.core.expression.csharp.type.Code;
import dev.apim.core.expression.csharp.type.Method;
import dev.apim.core.expression.csharp.type.Property;
import dev.apim.core.expression.csharp.type.TypeDefinition;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import dev.apim.core.expression.csharp.type.TypeTable;
import dev.apim.core.expression.csharp.value.Budget;
import dev.apim.core.expression.csharp.value.Evaluation;
import dev.apim.core.time.SystemTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The family with the few types of others that it speaks of, and calls of its members without a language. */
@SuppressWarnings("NullAway") // members are called as expressions call them, with null wherever C# allows it
final class TextTable {
    final TypeTable types = TypeTable.of(List.of(TextTable::others, new TextLibrary()));
    Evaluation evaluation = new Evaluation(null, new SystemTime(), Budget.DEFAULT);

    private static void others(TypeTable.Registry types) {
        types.type("System.Object", "object", Kind.CLASS, Object.class, type -> {})
                .type("System.Char", "char", Kind.STRUCT, Character.class, type -> {})
                .type("System.Boolean", "bool", Kind.STRUCT, Boolean.class, type -> {})
                .type("System.Int32", "int", Kind.STRUCT, Integer.class, type -> {})
                .type("System.Decimal", "decimal", Kind.STRUCT, java.math.BigDecimal.class, type -> {});
        String[][] numbers = {
            {"Byte", "byte"},
            {"SByte", "sbyte"},
            {"Int16", "short"},
            {"UInt16", "ushort"},
            {"UInt32", "uint"},
            {"Int64", "long"},
            {"UInt64", "ulong"},
            {"Single", "float"},
            {"Double", "double"}
        };
        for (String[] number : numbers) {
            types.type("System." + number[0], number[1], Kind.STRUCT, Void.class, type -> {});
        }
        for (String name : List.of("Enum", "IFormatProvider", "CultureInfo", "TimeSpan", "IDisposable")) {
            types.type("System." + name, Kind.CLASS, Void.class, type -> {});
        }
        for (String name : List.of("IEnumerable", "IComparer", "IEqualityComparer", "IList", "IReadOnlyList")) {
            types.type("System." + name + "<T>", Kind.INTERFACE, Iterable.class, type -> {});
        }
    }

    /** The method of a type whose parameters have these types. */
    Method method(String type, String name, String parameters) {
        TypeDefinition definition = Objects.requireNonNull(types.find(type, 0), type);
        for (Method method : definition.methods(name)) {
            String types =
                    method.parameters().stream().map(p -> p.type().toString()).collect(Collectors.joining(","));
            if (types.equals(parameters)) {
                return method;
            }
        }
        throw new AssertionError(type + "." + name + "(" + parameters + ") of " + definition.methods(name));
    }

    /** Calls it: the object first, where it has one. */
    Object call(String type, String name, String parameters, Object... arguments) {
        return apply(method(type, name, parameters).code(), arguments);
    }

    /** Reads a property. */
    Object get(String type, String name, Object... self) {
        Property property = Objects.requireNonNull(types.find(type, 0).property(name), name);
        return apply(property.getter(), self);
    }

    private Object apply(Code code, Object... a) {
        if (code instanceof Code.Full full) {
            return full.apply(new Code.Call(evaluation, new ArrayList<>()), a);
        }
        return switch (a.length) {
            case 0 -> ((Code.F0) code).apply();
            case 1 -> one(code, a);
            case 2 -> two(code, a);
            case 3 -> three(code, a);
            case 4 -> four(code, a);
            default -> throw new AssertionError(Arrays.toString(a));
        };
    }

    @SuppressWarnings("unchecked")
    private static Object one(Code code, Object... a) {
        return ((Code.F1<Object>) code).apply(a[0]);
    }

    @SuppressWarnings("unchecked")
    private static Object two(Code code, Object... a) {
        return ((Code.F2<Object, Object>) code).apply(a[0], a[1]);
    }

    @SuppressWarnings("unchecked")
    private static Object three(Code code, Object... a) {
        return ((Code.F3<Object, Object, Object>) code).apply(a[0], a[1], a[2]);
    }

    @SuppressWarnings("unchecked")
    private static Object four(Code code, Object... a) {
        return ((Code.F4<Object, Object, Object, Object>) code).apply(a[0], a[1], a[2], a[3]);
    }
}
