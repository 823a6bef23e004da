package dev.apim.core.expression.csharp.context;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.core.expression.csharp.time.DateTime;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.KeyValuePair;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Azure's {@code Jwt}. */
final class JwtType {
    private JwtType() {}

    static void define(TypeBuilder type) {
        type.base("object")
                .property("string Algorithm", (Jwt jwt) -> Jwt.text(jwt.header(), "alg"))
                .property("string Type", (Jwt jwt) -> Jwt.text(jwt.header(), "typ"))
                .property("string Id", (Jwt jwt) -> Jwt.text(jwt.claims(), "jti"))
                .property("string Issuer", (Jwt jwt) -> Jwt.text(jwt.claims(), "iss"))
                .property("string Subject", (Jwt jwt) -> Jwt.text(jwt.claims(), "sub"))
                .property(
                        "IEnumerable<string> Audiences",
                        (Jwt jwt) -> jwt.values().getOrDefault("aud", List.of()))
                .property("IReadOnlyDictionary<string, string[]> Claims", (Jwt jwt) -> new Claims(jwt.values()))
                .property("DateTime? ExpirationTime", (Jwt jwt) -> time(jwt, "exp"))
                .property("DateTime? IssuedAt", (Jwt jwt) -> time(jwt, "iat"))
                .property("DateTime? NotBefore", (Jwt jwt) -> time(jwt, "nbf"));
    }

    private static @Nullable Object time(Jwt jwt, String claim) {
        JsonNode seconds = jwt.claims().get(claim);
        if (seconds == null || !seconds.isNumber()) {
            return null;
        }
        try {
            return DateTime.from(Instant.ofEpochMilli((long) (seconds.asDouble() * 1000)));
        } catch (DateTimeException | ArithmeticException outOfRange) {
            return null;
        }
    }

    /** The claims of a token as a dictionary. */
    record Claims(Map<String, List<String>> claims) implements MultiView, Iterable<@Nullable Object> {
        private static final String[] NONE = new String[0];

        @Override
        public int count() {
            return claims.size();
        }

        @Override
        public boolean containsKey(Object key) {
            return claims.containsKey(key);
        }

        @Override
        public @Nullable String joined(String name) {
            List<String> found = claims.get(name);
            return found == null ? null : String.join(",", found);
        }

        @Override
        public Object get(Object key) {
            List<String> found = claims.get(key);
            if (found == null) {
                throw DotNetException.keyNotFound(key);
            }
            return found.toArray(NONE);
        }

        @Override
        public Iterable<@Nullable Object> pairs() {
            List<@Nullable Object> pairs = new ArrayList<>();
            claims.forEach((name, all) -> pairs.add(new KeyValuePair(name, all.toArray(NONE))));
            return pairs;
        }

        @Override
        public Iterator<@Nullable Object> iterator() {
            return pairs().iterator();
        }

        @Override
        public String toString() {
            return "Claims";
        }
    }
}
