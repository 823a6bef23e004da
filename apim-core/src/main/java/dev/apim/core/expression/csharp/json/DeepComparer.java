package dev.apim.core.expression.csharp.json;

import dev.apim.core.expression.csharp.value.Comparer;
import dev.apim.core.expression.csharp.value.DotNetException;
import org.jspecify.annotations.Nullable;

/** Json.NET's {@code JTokenEqualityComparer}: tokens are equal that say the same. */
final class DeepComparer implements Comparer {
    static final DeepComparer INSTANCE = new DeepComparer();

    @Override
    public int compare(@Nullable Object left, @Nullable Object right) {
        throw DotNetException.argument("At least one object must implement IComparable.", null);
    }

    @Override
    public boolean equal(@Nullable Object left, @Nullable Object right) {
        return JToken.deepEquals((JToken) left, (JToken) right);
    }

    @Override
    public int hash(@Nullable Object value) {
        return value == null ? 0 : ((JToken) value).deepHash(0);
    }

    @Override
    public String toString() {
        return "Newtonsoft.Json.Linq.JTokenEqualityComparer";
    }
}
