package dev.apim.core.expression.csharp.context;

import dev.apim.core.expression.csharp.type.TypeBuilder;
import java.util.Map;

/** What {@code get-authorization-context} puts into a variable. Shows nothing of itself. */
public record Authorization(String accessToken, Map<String, Object> claims) {
    static void define(TypeBuilder type) {
        type.base("object")
                .property("string AccessToken", (Authorization authorization) -> authorization.accessToken)
                .property(
                        "IReadOnlyDictionary<string, object> Claims",
                        (Authorization authorization) -> new MapView(authorization.claims));
    }

    @Override
    public String toString() {
        return "Authorization";
    }
}
