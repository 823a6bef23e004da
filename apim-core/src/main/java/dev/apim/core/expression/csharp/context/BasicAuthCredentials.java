package dev.apim.core.expression.csharp.context;

import dev.apim.core.expression.csharp.type.TypeBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Name and password of an {@code Authorization: Basic …} (Azure: {@code AsBasic}; RFC 7617). Shows neither. */
record BasicAuthCredentials(String userId, String password) {
    private static final String SCHEME = "basic ";

    /** Of a field's value; null where it is malformed. */
    static @Nullable BasicAuthCredentials parse(@Nullable String value) {
        if (value == null || !value.strip().toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return null;
        }
        try {
            byte[] bytes = Base64.getDecoder()
                    .decode(value.strip().substring(SCHEME.length()).strip());
            String pair = new String(bytes, StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? null : new BasicAuthCredentials(pair.substring(0, colon), pair.substring(colon + 1));
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    static void define(TypeBuilder type) {
        type.base("object")
                .property("string UserId", (BasicAuthCredentials credentials) -> credentials.userId)
                .property("string Username", (BasicAuthCredentials credentials) -> credentials.userId)
                .property("string Password", (BasicAuthCredentials credentials) -> credentials.password);
    }

    @Override
    public String toString() {
        return "BasicAuthCredentials";
    }
}
