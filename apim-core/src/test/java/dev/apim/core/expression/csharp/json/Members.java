package dev.apim.core.expression.csharp.json;

import dev.apim.Cancellable;
import dev.apim.Time;
import dev.apim.core.expression.csharp.collection.CollectionLibrary;
import dev.apim.core.expression.csharp.number.NumberLibrary;
import dev.apim.core.expression.csharp.text.TextLibrary;
import dev.apim.core.expression.csharp.time.TimeLibrary;
import dev.apim.core.expression.csharp.type.Code;
import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.Method;
import dev.apim.core.expression.csharp.type.TypeDefinition;
import dev.apim.core.expression.csharp.type.TypeTable;
import dev.apim.core.expression.csharp.value.Budget;
import dev.apim.core.expression.csharp.value.Evaluation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls members of the table by their declared signature, as the evaluator will. */
final class Members {
    static final EnumValue.Type COMPARISON =
            new EnumValue.Type("System.StringComparison", Map.of("Ordinal", 4L, "OrdinalIgnoreCase", 5L), false);

    private static final Library MISSING = types -> {
        types.type("System.Object", "object", Kind.CLASS, Object.class, type -> {})
                .type("System.String", "string", Kind.CLASS, String.class, type -> type.base("object"))
                .type("System.Boolean", "bool", Kind.STRUCT, Boolean.class, type -> type.defaultValue(false))
                .type("System.Int32", "int", Kind.STRUCT, Integer.class, type -> type.defaultValue(0))
                .type("System.Int64", "long", Kind.STRUCT, Long.class, type -> type.defaultValue(0L))
                .type("System.Double", "double", Kind.STRUCT, Double.class, type -> type.defaultValue(0.0))
                .type(
                        "System.Decimal",
                        "decimal",
                        Kind.STRUCT,
                        BigDecimal.class,
                        type -> type.defaultValue(BigDecimal.ZERO))
                .type("System.Exception", Kind.CLASS, DotNetException.class, type -> type.base("object"))
                .enumeration(COMPARISON);
        String[] names = {
            "SByte sbyte",
            "Byte byte",
            "Int16 short",
            "UInt16 ushort",
            "UInt32 uint",
            "UInt64 ulong",
            "Single float",
            "Char char"
        };
        for (String name : names) {
            String[] words = name.split(" ");
            types.type("System." + words[0], words[1], Kind.STRUCT, Void.class, type -> {});
        }
        for (String name : new String[] {"Guid"}) {
            types.type("System." + name, Kind.STRUCT, java.util.UUID.class, type -> {});
        }
        for (String name : new String[] {"Enum", "Uri"}) {
            types.type("System." + name, Kind.CLASS, Void.class, type -> {});
        }
        for (String name : new String[] {"IFormattable", "IComparable"}) {
            types.type("System." + name, Kind.INTERFACE, Void.class, type -> {});
        }
    };

    static final TypeTable TABLE =
            TypeTable.of(List.of(MISSING, new CollectionLibrary(), new TimeLibrary(), new JsonLibrary()));

    private Members() {}

    static Evaluation evaluation() {
        return new Evaluation(null, new Fixed(), new Budget(100_000, Long.MAX_VALUE / 2, 1_000_000, 100));
    }

    static CsType type(String name) {
        if (name.endsWith("?")) {
            return TABLE.nullable(type(name.substring(0, name.length() - 1)));
        }
        if (name.endsWith("[]")) {
            return TABLE.array(type(name.substring(0, name.length() - 2)));
        }
        int open = name.indexOf('<');
        if (open < 0) {
            return TABLE.get(name);
        }
        List<CsType> arguments = new ArrayList<>();
        for (String argument : name.substring(open + 1, name.length() - 1).split(", ")) {
            arguments.add(type(argument));
        }
        return TABLE.get(name.substring(0, open), arguments.toArray(CsType[]::new));
    }

    /** Calls the member of a type whose declaration this is. */
    static @Nullable Object call(String owner, String signature, List<CsType> types, @Nullable Object... arguments) {
        TypeDefinition definition = TABLE.get(owner).definition();
        for (List<Method> overloads : definition.methods()) {
            for (Method method : overloads) {
                if (method.toString().equals(signature)) {
                    return invoke(method.code(), types, arguments);
                }
            }
        }
        throw new IllegalArgumentException(owner + " has no " + signature + ", it has " + definition.methods());
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Object invoke(Code code, List<CsType> types, @Nullable Object[] a) {
        if (code instanceof Code.F0 f) {
            return f.apply();
        }
        if (code instanceof Code.F1<?> f) {
            return ((Code.F1<Object>) f).apply(a[0]);
        }
        if (code instanceof Code.F2<?, ?> f) {
            return ((Code.F2<Object, Object>) f).apply(a[0], a[1]);
        }
        if (code instanceof Code.F3<?, ?, ?> f) {
            return ((Code.F3<Object, Object, Object>) f).apply(a[0], a[1], a[2]);
        }
        if (code instanceof Code.F4<?, ?, ?, ?> f) {
            return ((Code.F4<Object, Object, Object, Object>) f).apply(a[0], a[1], a[2], a[3]);
        }
        return ((Code.Full) code).apply(new Code.Call(evaluation(), types), a);
    }

    /** A clock that stands still. */
    private static final class Fixed implements Time {
        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public long nanos() {
            return 0;
        }

        @Override
        public Cancellable schedule(java.time.Duration delay, Runnable task) {
            throw new UnsupportedOperationException();
        }
    }
}
