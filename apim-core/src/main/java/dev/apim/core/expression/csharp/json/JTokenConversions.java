package dev.apim.core.expression.csharp.json;

import dev.apim.core.expression.csharp.type.Code;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.Unsigned;
import org.jspecify.annotations.Nullable;

/** The conversions between {@code JToken} and C#'s simple types. */
final class JTokenConversions {
    private JTokenConversions() {}

    static void define(TypeBuilder type) {
        for (String target : Casts.targets()) {
            type.methodWith("explicit operator " + target + "(JToken value)", (Code.Full & Code.Reading)
                            (call, a) -> Casts.convert(
                                    (JToken) a[0],
                                    target,
                                    false,
                                    call.evaluation().time()))
                    .methodWith("explicit operator " + target + "?(JToken value)", (Code.Full & Code.Reading)
                            (call, a) -> Casts.convert(
                                    (JToken) a[0],
                                    target,
                                    true,
                                    call.evaluation().time()));
            if (!target.equals("char")) {
                type.method("implicit operator JToken(" + target + " value)", (Object value) -> token(value))
                        .method(
                                "implicit operator JToken(" + target + "? value)",
                                (@Nullable Object value) -> JValue.of(value));
            }
        }
        type.methodWith("explicit operator string(JToken value)", (Code.Full & Code.Reading) (call, a) -> Casts.convert(
                        (JToken) a[0], "string", true, call.evaluation().time()))
                .method(
                        "explicit operator byte[](JToken value)",
                        (@Nullable Object token) -> Casts.bytes((JToken) token))
                .method(
                        "implicit operator JToken(string value)",
                        (@Nullable Object value) -> new JValue(TokenType.STRING, value))
                .method("implicit operator JToken(byte[] value)", (@Nullable Object value) -> JValue.of(value))
                .methodWith("explicit operator Uri(JToken value)", (call, a) -> uri((JToken) a[0]))
                .method("implicit operator JToken(Uri value)", (@Nullable Object value) -> JValue.of(value));
    }

    /** Whole numbers below {@code ulong} become a {@code long}, as the constructor of {@code JValue} takes them. */
    static JValue token(Object value) {
        boolean small = value instanceof Integer
                || value instanceof Short
                || value instanceof Byte
                || (value instanceof Unsigned && !(value instanceof dev.apim.core.expression.csharp.value.UInt64));
        return JValue.of(small ? Scalars.toInt64(value) : value);
    }

    private static @Nullable Object uri(@Nullable JToken token) {
        JToken inner = token instanceof JProperty property ? property.value() : token;
        if (inner == null || (inner instanceof JValue value && value.value() == null)) {
            return null;
        }
        if (inner instanceof JValue value && value.type() == TokenType.URI) {
            return value.value();
        }
        if (inner instanceof JValue value && value.value() instanceof String text) {
            return Names.uri(text);
        }
        throw DotNetException.argument("Can not convert " + inner.type().shown() + " to Uri.", null);
    }
}
