package dev.apim.core.expression.csharp.json;

import dev.apim.core.expression.csharp.type.Code;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.type.TypeTable;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.EnumValue;
import dev.apim.core.expression.csharp.value.Evaluation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code JToken}. */
final class JTokenMembers {
    private static final String READERS = "Azure's expressions have no readers and writers";

    private static final Code.Part<JToken, @Nullable Object> CHILD = JToken::child;

    private JTokenMembers() {}

    static void define(TypeBuilder type) {
        type.base("object", "IJEnumerable<JToken>", "IEnumerable<JToken>");
        properties(type);
        making(type);
        changing(type);
        walking(type);
        selecting(type);
        converting(type);
        for (String name : new String[] {
            "CreateReader", "WriteTo", "WriteToAsync", "Load", "LoadAsync", "ReadFrom", "ReadFromAsync"
        }) {
            type.refused(name, READERS);
        }
        for (String name : new String[] {"AddAnnotation", "Annotation", "Annotations", "RemoveAnnotations"}) {
            type.refused(name, "annotations are notes of .NET code to itself; keep such values in a variable");
        }
    }

    private static void properties(TypeBuilder type) {
        type.property("JContainer Parent", (JToken token) -> token.parent())
                .property("JToken Root", (JToken token) -> token.root())
                .property("JTokenType Type", (JToken token) -> token.type().value())
                .property("bool HasValues", (JToken token) -> token.hasValues())
                .property("JToken Next", (JToken token) -> token.next())
                .property("JToken Previous", (JToken token) -> token.previous())
                .property("string Path", (JToken token) -> token.path())
                .property("JToken First", (JToken token) -> token.first())
                .property("JToken Last", (JToken token) -> token.last())
                .staticProperty("JTokenEqualityComparer EqualityComparer", () -> DeepComparer.INSTANCE)
                .method("JToken this[object key]", CHILD)
                .method("string ToString()", (Code.F1<JToken> & Code.Reading) JToken::toString)
                .costly()
                .methodWith("string ToString(Formatting formatting)", (Code.Full & Code.Reading) JTokenMembers::text)
                .costly()
                .methodWith("string ToString(Formatting formatting, params object[] converters)", JTokenMembers::text)
                .costly()
                .method("int GetHashCode()", (JToken token) -> token.hashCode())
                .method("bool Equals(object obj)", (JToken token, @Nullable Object other) -> token.equals(other));
        JContainerType.setIndex(type, "JToken this[object key]");
    }

    private static @Nullable String text(Code.Call call, @Nullable Object[] a) {
        boolean indented = Enums.isIndented((EnumValue) Objects.requireNonNull(a[1]));
        return call.evaluation().made(token(a).text(indented));
    }

    static JToken token(@Nullable Object[] a) {
        return (JToken) Objects.requireNonNull(a[0]);
    }

    private static void making(TypeBuilder type) {
        type.methodWith("static JToken Parse(string json)", (call, a) -> JsonLoader.token(counted(call, a[0]), null))
                .costly()
                .methodWith(
                        "static JToken Parse(string json, JsonLoadSettings settings)",
                        (call, a) -> JsonLoader.token(counted(call, a[0]), (LoadRules) a[1]))
                .costly()
                .methodWith("static JToken FromObject(object o)", (call, a) -> from(type.table(), call, a[0]))
                .costly()
                .method(
                        "static bool DeepEquals(JToken t1, JToken t2)",
                        (@Nullable Object one, @Nullable Object other) ->
                                JToken.deepEquals((JToken) one, (JToken) other))
                .costly()
                .methodWith("JToken DeepClone()", (call, a) -> clone(call, token(a)))
                .costly();
    }

    static @Nullable String counted(Code.Call call, @Nullable Object json) {
        String text = call.evaluation().made((String) json);
        if (text != null) {
            call.evaluation().steps(1 + text.length() / JToken.CHARACTERS_A_TOKEN);
        }
        return text;
    }

    static JToken from(TypeTable table, Code.Call call, @Nullable Object value) {
        if (value == null) {
            throw DotNetException.argumentNull("o");
        }
        return FromObject.of(table, value, call.evaluation());
    }

    static JToken clone(Code.Call call, JToken token) {
        call.evaluation().make(token.size(0) * JToken.WEIGHT);
        return token.deepClone(call.evaluation());
    }

    private static void changing(TypeBuilder type) {
        type.method("void Remove()", (JToken token) -> {
                    token.remove();
                    return null;
                })
                .methodWith("void Replace(JToken value)", (call, a) -> {
                    token(a).replace((JToken) a[1], call.evaluation());
                    return null;
                })
                .methodWith("void AddAfterSelf(object content)", (call, a) -> {
                    token(a).addBeside(1, a[1], call.evaluation());
                    return null;
                })
                .methodWith("void AddBeforeSelf(object content)", (call, a) -> {
                    token(a).addBeside(0, a[1], call.evaluation());
                    return null;
                });
    }

    private static void walking(TypeBuilder type) {
        type.methodWith("IEnumerable<JToken> Ancestors()", (call, a) -> up(call, token(a).parent()))
                .methodWith("IEnumerable<JToken> AncestorsAndSelf()", (call, a) -> up(call, token(a)))
                .methodWith(
                        "IEnumerable<JToken> AfterSelf()",
                        (call, a) -> Tokens.chain(token(a).next(), call.evaluation(), JToken::next))
                .methodWith("IEnumerable<JToken> BeforeSelf()", (call, a) -> before(call.evaluation(), token(a)))
                .method("JEnumerable<JToken> Children()", (JToken token) -> Tokens.of(token))
                .methodWith(
                        "JEnumerable<T> Children<T>()",
                        (call, a) -> Tokens.flat(
                                token(a),
                                call.evaluation(),
                                child -> LinqExtensions.isType(
                                                child, call.types().get(0))
                                        ? List.of(child)
                                        : List.of()))
                .methodWith("IEnumerable<T> Values<T>()", JTokenMembers::values);
    }

    static Tokens up(Code.Call call, @Nullable JToken from) {
        return Tokens.chain(from, call.evaluation(), JToken::parent);
    }

    private static Tokens before(Evaluation evaluation, JToken token) {
        JContainer parent = token.parent();
        return Tokens.chain(parent == null || parent.first() == token ? null : parent.first(), evaluation, sibling -> {
            JToken next = sibling.next();
            return next == token ? null : next;
        });
    }

    private static Object values(Code.Call call, @Nullable Object[] a) {
        if (token(a) instanceof JValue value) {
            throw value.noChildren("access");
        }
        return Tokens.flat(
                token(a),
                call.evaluation(),
                child -> java.util.Collections.singletonList(
                        Converting.to(child, LinqExtensions.last(call), call.evaluation())));
    }

    private static void selecting(TypeBuilder type) {
        for (String[] overload : new String[][] {
            {"", ""}, {", bool errorWhenNoMatch", "flag"}, {", JsonSelectSettings settings", "settings"}
        }) {
            type.methodWith("JToken SelectToken(string path" + overload[0] + ")", (call, a) -> single(select(call, a)))
                    .costly()
                    .methodWith("IEnumerable<JToken> SelectTokens(string path" + overload[0] + ")", (call, a) -> {
                        List<PathFilter> path = path(a);
                        return new Tokens(() -> List.<@Nullable Object>copyOf(walk(path, call, a))
                                .iterator());
                    })
                    .costly();
        }
    }

    private static List<PathFilter> path(@Nullable Object[] a) {
        if (a[1] == null) {
            throw DotNetException.argumentNull("expression");
        }
        return JsonPath.parse((String) a[1]);
    }

    private static List<JToken> select(Code.Call call, @Nullable Object[] a) {
        return walk(path(a), call, a);
    }

    private static List<JToken> walk(List<PathFilter> path, Code.Call call, @Nullable Object[] a) {
        boolean strict = a.length > 2
                && (a[2] instanceof SelectRules rules ? rules.errorWhenNoMatch : Boolean.TRUE.equals(a[2]));
        return JsonPath.walk(path, token(a), new PathFilter.Selection(token(a), strict, call.evaluation()));
    }

    private static @Nullable JToken single(List<JToken> found) {
        if (found.size() > 1) {
            throw JsonErrors.json("Path returned multiple tokens.");
        }
        return found.isEmpty() ? null : found.get(0);
    }

    private static void converting(TypeBuilder type) {
        type.methodWith(
                        "T ToObject<T>()",
                        (call, a) -> ToObject.of(type.table(), token(a), LinqExtensions.last(call), call.evaluation()))
                .costly()
                .methodWith(
                        "T Value<T>(object key)",
                        (call, a) -> Converting.to(token(a).child(a[1]), LinqExtensions.last(call), call.evaluation()));
    }
}
