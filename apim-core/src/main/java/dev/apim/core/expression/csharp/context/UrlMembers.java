package dev.apim.core.expression.csharp.context;

import dev.apim.core.expression.csharp.net.UriValue;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.http.Url;

/** What {@code IUrl} has besides its parts. */
final class UrlMembers {
    private UrlMembers() {}

    static void define(TypeBuilder type) {
        type.method("string ToString()", (Url url) -> url.toString())
                .method("Uri ToUri()", (Url url) -> UriValue.of(url.toString()));
    }
}
