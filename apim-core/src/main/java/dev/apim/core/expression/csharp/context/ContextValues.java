package dev.apim.core.expression.csharp.context;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.core.expression.context.ContextType;
import dev.apim.core.expression.csharp.json.JToken;
import dev.apim.core.expression.csharp.json.JsonNodes;
import dev.apim.core.expression.csharp.time.DateTime;
import dev.apim.core.expression.csharp.time.TimeSpan;
import dev.apim.core.expression.csharp.value.EnumValue;
import dev.apim.http.Headers;
import dev.apim.http.QueryParameters;
import dev.apim.http.ResponseMessage;
import dev.apim.model.Certificate;
import dev.apim.model.Product;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The engine's values as those of an expression. */
final class ContextValues {
    static final EnumValue.Type PRODUCT_STATE = new EnumValue.Type("ProductState", states(), false);

    private static final EnumValue PUBLISHED = PRODUCT_STATE.of("Published");
    private static final EnumValue NOT_PUBLISHED = PRODUCT_STATE.of("NotPublished");

    private ContextValues() {}

    /** What becomes of a value of the engine. */
    interface Reading {
        /** It is one already. */
        Reading SAME = value -> value;

        /** The value of the expression. */
        @Nullable
        Object of(@Nullable Object value);
    }

    private static Map<String, Long> states() {
        Map<String, Long> states = new LinkedHashMap<>();
        states.put("NotPublished", 0L);
        states.put("Published", 1L);
        return states;
    }

    /** How values of a type of the context become those of an expression. */
    static Reading reading(ContextType type) {
        Class<?> java = type.javaType();
        if (java == Headers.class) {
            return value -> value == null ? null : new HeadersView((Headers) value);
        }
        if (java == Map.class) {
            return value -> value == null ? null : new MapView((Map<?, ?>) value);
        }
        return isSame(java) ? Reading.SAME : ContextValues::of;
    }

    /** Whether values of a class are an expression's as they are. */
    private static boolean isSame(Class<?> java) {
        return java == String.class
                || java == Boolean.class
                || java == Integer.class
                || (java.getPackageName().startsWith("dev.apim")
                        && !Set.of(QueryParameters.class, Product.State.class, Certificate.class)
                                .contains(java));
    }

    static @Nullable Object of(@Nullable Object value) {
        // What variables mostly hold goes first: none of it is an interface, which takes longer to look for.
        if (value instanceof String
                || value instanceof Boolean
                || value instanceof Integer
                || value instanceof ResponseMessage
                || value instanceof JToken) {
            return value;
        }
        if (value instanceof Headers headers) {
            return new HeadersView(headers);
        }
        if (value instanceof Map<?, ?> map) {
            return new MapView(map);
        }
        if (value instanceof QueryParameters query) {
            return new QueryView(query);
        }
        if (value instanceof Instant instant) {
            return DateTime.from(instant);
        }
        if (value instanceof Duration duration) {
            return TimeSpan.from(duration);
        }
        if (value instanceof JsonNode json) {
            return JsonNodes.toJToken(json);
        }
        if (value instanceof Product.State state) {
            return state == Product.State.PUBLISHED ? PUBLISHED : NOT_PUBLISHED;
        }
        if (value instanceof X509Certificate x509) {
            return dev.apim.core.expression.csharp.crypto.Certificate.of(x509, null);
        }
        return value instanceof Certificate certificate ? Certificates.of(certificate) : value;
    }
}
