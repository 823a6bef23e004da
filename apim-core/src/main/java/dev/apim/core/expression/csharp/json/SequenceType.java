package dev.apim.core.expression.csharp.json;

import dev.apim.core.expression.csharp.type.Code;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code JEnumerable<T>} and {@code IJEnumerable<T>}. */
final class SequenceType {
    private SequenceType() {}

    static void define(TypeBuilder type) {
        type.base("IJEnumerable<T>", "IEnumerable<T>")
                .defaultValue(Tokens.of(List.of()))
                .staticProperty("JEnumerable<T> Empty", () -> Tokens.of(List.of()))
                .method("(IEnumerable<T> enumerable)", (Object source) -> Tokens.of(Values.iterate(source)))
                .methodWith("IJEnumerable<JToken> this[object key]", SequenceType::keyed)
                .method("bool Equals(JEnumerable<T> other)", (Tokens one, Object other) -> one == other);
    }

    static void defineInterface(TypeBuilder type) {
        type.base("IEnumerable<T>")
                .instance(value -> value instanceof Tokens || value instanceof JToken)
                .methodWith("IJEnumerable<JToken> this[object key]", SequenceType::keyed);
    }

    private static Object keyed(Code.Call call, @Nullable Object[] a) {
        return Tokens.flat(a[0], call.evaluation(), token -> {
            JToken child = token.child(a[1]);
            return child == null ? List.<Object>of() : List.<Object>of(child);
        });
    }
}
