package dev.apim.core.expression.csharp.json;

import dev.apim.core.expression.csharp.type.Code;
import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.Evaluation;
import dev.apim.core.expression.csharp.value.Values;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code Newtonsoft.Json.Linq.Extensions}: LINQ to JSON over sequences of tokens. */
final class LinqExtensions {
    private LinqExtensions() {}

    static void define(TypeBuilder type) {
        type.methodWith(
                        "IJEnumerable<JToken> Ancestors<T>(this IEnumerable<T> source)",
                        (call, a) -> flat(call, a, token -> JTokenMembers.up(call, token.parent())))
                .methodWith(
                        "IJEnumerable<JToken> AncestorsAndSelf<T>(this IEnumerable<T> source)",
                        (call, a) -> flat(call, a, token -> JTokenMembers.up(call, token)))
                .methodWith(
                        "IJEnumerable<JToken> Descendants<T>(this IEnumerable<T> source)",
                        (call, a) -> flat(call, a, token -> Tokens.descendants(token, false, call.evaluation())))
                .methodWith(
                        "IJEnumerable<JToken> DescendantsAndSelf<T>(this IEnumerable<T> source)",
                        (call, a) -> flat(call, a, token -> Tokens.descendants(token, true, call.evaluation())))
                .methodWith(
                        "IJEnumerable<JProperty> Properties(this IEnumerable<JObject> source)",
                        (call, a) -> flat(call, a, token -> token))
                .methodWith(
                        "IJEnumerable<JToken> Children<T>(this IEnumerable<T> source)",
                        (call, a) -> flat(call, a, token -> token))
                .methodWith(
                        "IEnumerable<U> Children<T, U>(this IEnumerable<T> source)",
                        (call, a) -> flat(call, a, token -> converted(token, call)))
                .method(
                        "IJEnumerable<JToken> AsJEnumerable(this IEnumerable<JToken> source)",
                        (@Nullable Object source) -> asTokens(source))
                .method(
                        "IJEnumerable<T> AsJEnumerable<T>(this IEnumerable<T> source)",
                        (@Nullable Object source) -> asTokens(source));
        values(type);
    }

    private static void values(TypeBuilder type) {
        type.methodWith(
                        "IJEnumerable<JToken> Values(this IEnumerable<JToken> source)",
                        (call, a) -> flat(call, a, LinqExtensions::content))
                .methodWith(
                        "IJEnumerable<JToken> Values(this IEnumerable<JToken> source, object key)",
                        (call, a) -> flat(call, a, token -> keyed(token, a[1])))
                .methodWith(
                        "IEnumerable<U> Values<U>(this IEnumerable<JToken> source)",
                        (call, a) -> flat(
                                call,
                                a,
                                token -> token instanceof JValue
                                        ? one(Converting.to(token, last(call), call.evaluation()))
                                        : converted(token, call)))
                .methodWith(
                        "IEnumerable<U> Values<U>(this IEnumerable<JToken> source, object key)",
                        (call, a) -> flat(
                                call,
                                a,
                                token -> Tokens.flat(
                                        keyed(token, a[1]),
                                        call.evaluation(),
                                        child -> one(Converting.to(child, last(call), call.evaluation())))))
                .methodWith("U Value<U>(this IEnumerable<JToken> value)", LinqExtensions::value)
                .methodWith("U Value<T, U>(this IEnumerable<T> value)", LinqExtensions::value);
    }

    /** The last type argument: the method's own, or its second. */
    static CsType last(Code.Call call) {
        return call.types().get(call.types().size() - 1);
    }

    static boolean isType(JToken token, CsType type) {
        return type.definition().isInstance(token);
    }

    private static Tokens flat(
            Code.Call call,
            @Nullable Object[] a,
            java.util.function.Function<JToken, Iterable<? extends @Nullable Object>> parts) {
        return Tokens.flat(given(a[0], "source"), call.evaluation(), parts);
    }

    private static Object given(@Nullable Object source, String parameter) {
        if (source == null) {
            throw DotNetException.argumentNull(parameter);
        }
        return source;
    }

    private static Iterable<? extends @Nullable Object> content(JToken token) {
        return token instanceof JValue ? List.of(token) : token;
    }

    private static List<JToken> keyed(JToken token, @Nullable Object key) {
        JToken child = token.child(key);
        return child == null ? List.of() : List.of(child);
    }

    private static Iterable<@Nullable Object> one(@Nullable Object value) {
        return Collections.singletonList(value);
    }

    private static Tokens converted(JToken token, Code.Call call) {
        Evaluation evaluation = call.evaluation();
        return Tokens.flat(token, evaluation, child -> one(Converting.to(child, last(call), evaluation)));
    }

    private static @Nullable Object asTokens(@Nullable Object source) {
        return source == null || source instanceof JToken || source instanceof Tokens
                ? source
                : Tokens.of(Values.iterate(source));
    }

    private static @Nullable Object value(Code.Call call, @Nullable Object[] a) {
        if (given(a[0], "value") instanceof JToken token) {
            return Converting.to(token, last(call), call.evaluation());
        }
        throw DotNetException.argument("Source value must be a JToken.", null);
    }
}
