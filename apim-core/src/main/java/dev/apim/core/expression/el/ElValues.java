package dev.apim.core.expression.el;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.apim.core.expression.DotNetText;
import dev.apim.core.expression.context.ContextType;
import dev.apim.core.expression.context.ReadableBody;
import dev.apim.http.Headers;
import dev.apim.http.QueryParameters;
import dev.apim.policy.ExpressionException;
import jakarta.el.ELException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import org.glassfish.expressly.lang.ELSupport;
import org.jspecify.annotations.Nullable;

/** What values are to the operators of Jakarta EL. */
final class ElValues {
    private ElValues() {}

    /** A value that was read, as EL computes with it: JSON values and enumerations as text, truth, number or null. */
    static @Nullable Object of(@Nullable Object value) {
        if (value instanceof JsonNode json) {
            return scalar(json);
        }
        if (value instanceof BigDecimal number) {
            // A number such as 1e999999999 must not be written out by an addition.
            return number.doubleValue();
        }
        return value instanceof Enum<?> constant ? DotNetText.of(constant) : value;
    }

    private static @Nullable Object scalar(JsonNode json) {
        return switch (json.getNodeType()) {
            case STRING -> json.textValue();
            case BOOLEAN -> json.booleanValue();
            case NUMBER -> number(json);
            case NULL, MISSING -> null;
            default -> json;
        };
    }

    private static Object number(JsonNode json) {
        if (!json.isIntegralNumber()) {
            return json.doubleValue();
        }
        return json.canConvertToLong() ? (Object) json.longValue() : json.bigIntegerValue();
    }

    /** A part of a JSON tree, or null. */
    static @Nullable Object part(JsonNode json, Object key) {
        JsonNode found =
                key instanceof Number index ? json.path(index(index)) : json.path(ELSupport.coerceToString(key));
        return of(found == null ? MissingNode.getInstance() : found);
    }

    static int index(Number number) {
        if (number instanceof BigInteger || number.longValue() != number.intValue()) {
            throw new ExpressionException("Index was out of range.");
        }
        return number.intValue();
    }

    /** Text as {@code +=} joins it: null is empty, truth in lower case. */
    static String text(@Nullable Object value) {
        if (value == null || value instanceof Boolean || value instanceof Number || value instanceof String) {
            return ELSupport.coerceToString(value);
        }
        return DotNetText.of(value);
    }

    static boolean bool(@Nullable Object value) {
        try {
            return ELSupport.coerceToBoolean(value);
        } catch (ELException | IllegalArgumentException e) {
            throw new ExpressionException("Expected true or false, found " + kind(value) + ".", e);
        }
    }

    /** Whether there is nothing in it: null, an empty text, an empty collection, a message without a body. */
    static boolean isEmpty(@Nullable Object value) {
        if (value == null || "".equals(value)) {
            return true;
        }
        if (value instanceof Collection<?> collection) {
            return collection.isEmpty();
        }
        if (value instanceof Map<?, ?> map) {
            return map.isEmpty();
        }
        if (value instanceof Object[] array) {
            return array.length == 0;
        }
        if (value instanceof Headers headers) {
            return headers.isEmpty();
        }
        if (value instanceof QueryParameters query) {
            return query.list().isEmpty();
        }
        if (value instanceof ReadableBody body) {
            return body.body().isAbsent();
        }
        return value instanceof JsonNode json && json.isEmpty();
    }

    /** An argument as its parameter wants it; null stays null but for numbers and truth. */
    static @Nullable Object argument(@Nullable Object value, ContextType parameter) {
        if (parameter == ContextType.STRING) {
            return value == null ? null : text(value);
        }
        if (parameter == ContextType.INT) {
            try {
                return index(ELSupport.coerceToNumber(value, Long.class));
            } catch (ELException | IllegalArgumentException e) {
                throw new ExpressionException("Expected a whole number, found " + kind(value) + ".", e);
            }
        }
        return parameter == ContextType.BOOL ? (Object) bool(value) : value;
    }

    /** The kind of a value, for messages; never the value. */
    static String kind(@Nullable Object value) {
        return value == null ? "null" : "a " + DotNetText.typeName(value);
    }
}
