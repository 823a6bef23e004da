package dev.apim.core.expression.csharp.context;

import dev.apim.core.expression.csharp.type.Code;
import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import dev.apim.core.expression.csharp.value.DictionaryView;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.KeyValuePair;
import dev.apim.core.expression.csharp.value.Ref;
import dev.apim.core.expression.csharp.value.Values;
import dev.apim.policy.Exchange;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** What Azure adds to .NET's types: {@code GetValueOrDefault}, {@code AsJwt}, {@code AsBasic} and the forms. */
final class ContextExtensions {
    private ContextExtensions() {}

    static void define(TypeBuilder type) {
        String multi = "IReadOnlyDictionary<string, string[]> dictionary";
        String objects = "IReadOnlyDictionary<string, object> dictionary";
        String single = "IReadOnlyDictionary<string, string> dictionary";
        type.method("string GetValueOrDefault(this " + single + ", string name)", ContextExtensions::found)
                .method(
                        "string GetValueOrDefault(this " + single + ", string name, string defaultValue)",
                        (@Nullable DictionaryView dictionary, @Nullable String name, @Nullable String otherwise) -> {
                            Object found = found(dictionary, name);
                            return found == null ? otherwise : found;
                        })
                .method("string GetValueOrDefault(this " + multi + ", string name)", ContextExtensions::joined)
                .method(
                        "string GetValueOrDefault(this " + multi + ", string name, string defaultValue)",
                        (@Nullable DictionaryView dictionary, @Nullable String name, @Nullable String otherwise) -> {
                            String found = joined(dictionary, name);
                            return found == null ? otherwise : found;
                        })
                .method(
                        // .NET 8's CollectionExtensions. The default is declared wider, so that null still means the
                        // text.
                        "string[] GetValueOrDefault(this " + multi + ", string name, IEnumerable defaultValue)",
                        ContextExtensions::all)
                .methodFor("T GetValueOrDefault<T>(this " + objects + ", string name)", types -> {
                    CsType wanted = types.get(types.size() - 1);
                    Object otherwise = defaultOf(wanted);
                    return (Code.F2<@Nullable DictionaryView, @Nullable String>)
                            (dictionary, name) -> variable(found(dictionary, name), wanted, otherwise);
                })
                .methodFor("T GetValueOrDefault<T>(this " + objects + ", string name, T defaultValue)", types -> {
                    CsType wanted = types.get(types.size() - 1);
                    return (Code.F3<@Nullable DictionaryView, @Nullable String, @Nullable Object>)
                            (dictionary, name, otherwise) -> variable(found(dictionary, name), wanted, otherwise);
                })
                .method("object GetValueOrDefault(this " + objects + ", string name)", ContextExtensions::found);
        credentials(type);
        forms(type);
    }

    private static void credentials(TypeBuilder type) {
        type.method(
                        "BasicAuthCredentials AsBasic(this string value)",
                        (@Nullable String value) -> BasicAuthCredentials.parse(value))
                .method(
                        "bool TryParseBasic(this string value, out BasicAuthCredentials credentials)",
                        (@Nullable String value, Ref<@Nullable Object> credentials) -> {
                            credentials.value = BasicAuthCredentials.parse(value);
                            return credentials.value != null;
                        })
                .method("Jwt AsJwt(this string value)", (@Nullable String value) -> Jwt.parse(value))
                .costly()
                .method(
                        "bool TryParseJwt(this string value, out Jwt token)",
                        (@Nullable String value, Ref<@Nullable Object> token) -> {
                            token.value = Jwt.parse(value);
                            return token.value != null;
                        })
                .costly();
    }

    private static void forms(TypeBuilder type) {
        String form = "IDictionary<string, IList<string>> fields";
        type.method(
                        "string ToFormUrlEncodedContent(this " + form + ")",
                        (@Nullable DictionaryView fields) -> encoded(fields))
                .method("string ToQueryString(this " + form + ")", (@Nullable DictionaryView fields) -> {
                    String text = encoded(fields);
                    return text.isEmpty() ? "" : "?" + text;
                });
    }

    /** {@code context.Trace(message)}, and with a source before it, which public documents use. */
    static @Nullable Object trace(Code.Call call, @Nullable Object[] arguments) {
        Exchange exchange = call.evaluation().exchange();
        String message = Objects.requireNonNullElse((String) arguments[arguments.length - 1], "");
        exchange.trace(arguments.length > 2 ? arguments[1] + ": " + message : message);
        return null;
    }

    private static @Nullable String joined(@Nullable DictionaryView dictionary, @Nullable String name) {
        String key = name(name);
        if (dictionary instanceof MultiView multi) {
            return multi.joined(key);
        }
        Object values = found(dictionary, key);
        return values == null ? null : String.join(",", (String[]) values);
    }

    private static @Nullable Object all(
            @Nullable DictionaryView dictionary, @Nullable String name, @Nullable Object otherwise) {
        Object found = found(dictionary, name);
        if (found == null && !(otherwise instanceof String[])) {
            throw DotNetException.invalidCast(
                    otherwise == null ? "null" : otherwise.getClass().getSimpleName(), "System.String[]");
        }
        return found == null ? otherwise : found;
    }

    private static @Nullable Object found(@Nullable DictionaryView dictionary, @Nullable String name) {
        if (dictionary == null) {
            throw DotNetException.argumentNull("dictionary");
        }
        String key = name(name);
        if (dictionary instanceof MapView view) {
            return view.orNull(key);
        }
        return dictionary.containsKey(key) ? dictionary.get(key) : null;
    }

    private static String name(@Nullable String name) {
        if (name == null) {
            throw DotNetException.argumentNull("key");
        }
        return name;
    }

    /** A variable as a type: another than it has throws; one that is not set, or null, is the default. */
    private static @Nullable Object variable(@Nullable Object value, CsType type, @Nullable Object otherwise) {
        if (value == null) {
            return otherwise;
        }
        CsType plain = type.isNullable() ? type.element() : type;
        if (!plain.is(Kind.ARRAY) && plain.definition().isInstance(value)) {
            return value;
        }
        CsType actual = plain.definition().table().typeOf(value);
        if (!actual.equals(plain)) {
            throw DotNetException.invalidCast(actual.fullName(), plain.fullName());
        }
        return value;
    }

    private static @Nullable Object defaultOf(CsType type) {
        return type.isValueType() ? type.definition().defaultValue() : null;
    }

    private static String encoded(@Nullable DictionaryView fields) {
        if (fields == null) {
            throw DotNetException.argumentNull("fields");
        }
        StringJoiner text = new StringJoiner("&");
        for (Object pair : fields.pairs()) {
            KeyValuePair field = (KeyValuePair) Objects.requireNonNull(pair);
            for (Object value : Values.iterate(field.value())) {
                text.add(escaped(field.key()) + "=" + escaped(value));
            }
        }
        return text.toString();
    }

    private static String escaped(@Nullable Object text) {
        return URLEncoder.encode(Objects.requireNonNullElse((String) text, ""), StandardCharsets.UTF_8);
    }
}
