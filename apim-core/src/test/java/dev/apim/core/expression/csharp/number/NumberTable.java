package dev.apim.core.expression.csharp.number;

import dev.apim.core.expression.FakeExchange;
import dev.apim.core.expression.csharp.type.Code;
import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.Method;
import dev.apim.core.expression.csharp.type.TypeDefinition;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import dev.apim.core.expression.csharp.type.TypeTable;
import dev.apim.core.expression.csharp.value.Budget;
import dev.apim.core.expression.csharp.value.Evaluation;
import dev.apim.core.time.SystemTime;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The family's table with stand-ins for the few types of others that it names, and a way to call a member by its signature. */
final class NumberTable {
    private static final long UNLIMITED = 1L << 60;

    final TypeTable table = TypeTable.of(List.of(new NumberLibrary(), NumberTable::others));

    private static void others(TypeTable.Registry types) {
        types.type("System.String", "string", Kind.CLASS, String.class, type -> type.base("object"))
                .type(
                        "System.Globalization.CultureInfo",
                        Kind.CLASS,
                        Locale.class,
                        type -> type.base("IFormatProvider"))
                .type("System.DateTime", Kind.STRUCT, Instant.class, type -> {
                    type.defaultValue(Instant.EPOCH);
                    type.method("static DateTime Parse(string s)", (String s) -> Instant.parse(s));
                })
                .type("System.Array", Kind.CLASS, Object[].class, type -> type.base("object"))
                .type("System.Collections.Generic.IList<T>", Kind.INTERFACE, Iterable.class, type -> {})
                .type("System.Collections.Generic.IReadOnlyList<T>", Kind.INTERFACE, Iterable.class, type -> {});
    }

    Evaluation evaluation(long characters) {
        return new Evaluation(
                FakeExchange.get("https://api.example/a"),
                new SystemTime(),
                new Budget(UNLIMITED, UNLIMITED, characters, 100));
    }

    /** Calls the member whose declaration ends in this. */
    @Nullable
    Object call(
            Evaluation evaluation, String type, String signature, List<CsType> types, @Nullable Object... arguments) {
        for (TypeDefinition definition : table.all()) {
            if (definition.name().equals(type)) {
                for (List<Method> overloads : definition.methods()) {
                    for (Method method : overloads) {
                        if (method.toString().endsWith(signature)) {
                            return run(method.code(), new Code.Call(evaluation, types), arguments);
                        }
                    }
                }
            }
        }
        throw new IllegalArgumentException("no " + signature);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the arguments fit by the test's own choice
    private static @Nullable Object run(Code code, Code.Call call, @Nullable Object[] a) {
        if (code instanceof Code.Full full) {
            return full.apply(call, a);
        }
        if (code instanceof Code.F0 none) {
            return none.apply();
        }
        if (code instanceof Code.F1 one) {
            return one.apply(a[0]);
        }
        return code instanceof Code.F2 two ? two.apply(a[0], a[1]) : ((Code.F3) code).apply(a[0], a[1], a[2]);
    }
}
