package dev.apim.core.expression.csharp.json;

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
import dev.apim.core.time.StillTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls members of the table by their declared signature, as the evaluator will. */
final class Members {
    static final TypeTable TABLE = TypeTable.of(List.of(
            new NumberLibrary(), new TextLibrary(), new TimeLibrary(), new CollectionLibrary(), new JsonLibrary()));

    private Members() {}

    static Evaluation evaluation() {
        return new Evaluation(null, new StillTime(), new Budget(100_000, Long.MAX_VALUE / 2, 1_000_000, 100));
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
}
