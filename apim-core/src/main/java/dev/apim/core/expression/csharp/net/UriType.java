package dev.apim.core.expression.csharp.net;

import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.EnumValue;
import dev.apim.core.expression.csharp.value.Ref;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code Uri}. */
final class UriType {
    static final EnumValue.Type KIND = enumeration("System.UriKind", "RelativeOrAbsolute", "Absolute", "Relative");
    static final EnumValue.Type PARTIAL = enumeration("System.UriPartial", "Scheme", "Authority", "Path", "Query");
    static final EnumValue.Type HOST = enumeration("System.UriHostNameType", "Unknown", "Basic", "Dns", "IPv4", "IPv6");

    private UriType() {}

    private static EnumValue.Type enumeration(String name, String... members) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        for (String member : members) {
            numbers.put(member, (long) numbers.size());
        }
        return new EnumValue.Type(name, numbers, false);
    }

    static void define(TypeBuilder type) {
        type.base("object");
        for (String scheme : List.of("Http", "Https", "File", "Ftp", "Gopher", "Mailto", "News", "Nntp", "Ws", "Wss")) {
            type.staticProperty("string UriScheme" + scheme, () -> scheme.toLowerCase(java.util.Locale.ROOT));
        }
        type.staticProperty("string SchemeDelimiter", () -> "://");
        construct(type);
        parts(type);
        whole(type);
        texts(type);
        tries(type);
        UriMembers.define(type);
    }

    private static <T> T there(@Nullable T value, String name) {
        if (value == null) {
            throw DotNetException.argumentNull(name);
        }
        return value;
    }

    private static UriValue absolute(@Nullable UriValue base) {
        UriValue given = there(base, "baseUri");
        if (!given.isAbsolute()) {
            throw DotNetException.outOfRange("This operation is not supported for a relative URI.", "baseUri");
        }
        return given;
    }

    private static void construct(TypeBuilder type) {
        type.method("(string uriString)", (@Nullable String text) -> UriValue.of(there(text, "uriString")))
                .method(
                        "(string uriString, UriKind uriKind)",
                        (@Nullable String text, EnumValue kind) -> UriValue.of(there(text, "uriString"), kind.value()))
                .method(
                        "(Uri baseUri, string relativeUri)",
                        (@Nullable UriValue base, @Nullable String relative) ->
                                absolute(base).resolve(relative == null ? "" : relative))
                .method(
                        "(Uri baseUri, Uri relativeUri)",
                        (@Nullable UriValue base, @Nullable UriValue relative) -> absolute(base)
                                .resolve(there(relative, "relativeUri").original()));
    }

    private static void parts(TypeBuilder type) {
        type.property("string Scheme", (UriValue self) -> self.parts().scheme())
                .property("string UserInfo", (UriValue self) -> self.parts().userInfo())
                .property("string Host", (UriValue self) -> self.parts().host())
                .property("string DnsSafeHost", (UriValue self) -> UriMembers.withoutBrackets(self))
                .property("string IdnHost", (UriValue self) -> UriMembers.idn(self))
                .property("string Authority", (UriValue self) -> self.parts().authority())
                .property("int Port", (UriValue self) -> self.parts().port())
                .property("string AbsolutePath", (UriValue self) -> self.parts().path())
                .property(
                        "string LocalPath",
                        (UriValue self) -> UriText.unescape(self.parts().path()))
                .property("string Query", (UriValue self) -> self.parts().query())
                .property("string Fragment", (UriValue self) -> self.parts().fragment())
                .property(
                        "string PathAndQuery",
                        (UriValue self) -> self.parts().path() + self.parts().query())
                .property("string AbsoluteUri", UriValue::absoluteUri)
                .property("string OriginalString", UriValue::original)
                .property(
                        "string[] Segments",
                        (UriValue self) -> UriMembers.segments(self.parts().path()))
                .property(
                        "UriHostNameType HostNameType",
                        (UriValue self) ->
                                HOST.of(UriMembers.hostType(self.parts().host())));
    }

    private static void whole(TypeBuilder type) {
        type.property("bool IsAbsoluteUri", UriValue::isAbsolute)
                .property(
                        "bool IsDefaultPort",
                        (UriValue self) -> self.parts().port()
                                == UriParts.defaultPort(self.parts().scheme()))
                .property(
                        "bool IsFile", (UriValue self) -> self.parts().scheme().equals("file"))
                .property("bool IsLoopback", (UriValue self) -> UriMembers.isLoopback(self))
                .property(
                        "bool IsUnc",
                        (UriValue self) -> self.parts().scheme().equals("file")
                                && !self.parts().host().isEmpty())
                .property("bool UserEscaped", (UriValue self) -> false)
                .method("string ToString()", UriValue::toString)
                .method(
                        "bool Equals(object comparand)",
                        (UriValue self, @Nullable Object other) ->
                                other instanceof String text ? self.toString().equals(text) : self.equals(other))
                .method("int GetHashCode()", UriValue::hashCode)
                .method(
                        "bool operator ==(Uri uri1, Uri uri2)",
                        (@Nullable UriValue a, @Nullable UriValue b) -> Objects.equals(a, b))
                .method(
                        "bool operator !=(Uri uri1, Uri uri2)",
                        (@Nullable UriValue a, @Nullable UriValue b) -> !Objects.equals(a, b))
                .method(
                        "string GetLeftPart(UriPartial part)",
                        (UriValue self, EnumValue part) -> UriMembers.left(self.parts(), part.value()))
                .method(
                        "Uri MakeRelativeUri(Uri uri)",
                        (UriValue self, @Nullable UriValue other) -> self.relativeTo(there(other, "uri")))
                .method(
                        "bool IsBaseOf(Uri uri)",
                        (UriValue self, @Nullable UriValue other) -> UriMembers.isBase(self, there(other, "uri")))
                .method(
                        "bool IsWellFormedOriginalString()",
                        (UriValue self) -> UriMembers.isWellFormed(self.original(), self.isAbsolute() ? 1 : 2));
    }

    private static void texts(TypeBuilder type) {
        type.methodWith("static string EscapeDataString(string stringToEscape)", (call, a) -> {
                    String text = there((String) a[0], "stringToEscape");
                    return call.evaluation().made(UriText.escapeData(text));
                })
                .methodWith("static string EscapeUriString(string stringToEscape)", (call, a) -> {
                    String text = there((String) a[0], "stringToEscape");
                    return call.evaluation().made(UriText.escapeUri(text));
                })
                .methodWith("static string UnescapeDataString(string stringToUnescape)", (call, a) -> {
                    String text = there((String) a[0], "stringToUnescape");
                    return call.evaluation().made(UriText.unescape(text));
                })
                .method(
                        "static bool IsWellFormedUriString(string uriString, UriKind uriKind)",
                        (@Nullable String text, EnumValue kind) ->
                                text != null && UriMembers.isWellFormed(text, kind.value()));
    }

    private static void tries(TypeBuilder type) {
        type.method(
                        "static bool TryCreate(string uriString, UriKind uriKind, out Uri result)",
                        (@Nullable String text, EnumValue kind, Ref<@Nullable Object> result) ->
                                set(result, () -> text == null ? null : UriValue.of(text, kind.value())))
                .method(
                        "static bool TryCreate(Uri baseUri, string relativeUri, out Uri result)",
                        (@Nullable UriValue base, @Nullable String relative, Ref<@Nullable Object> result) -> set(
                                result,
                                () -> base == null || !base.isAbsolute() || relative == null
                                        ? null
                                        : base.resolve(relative)))
                .method(
                        "static bool TryCreate(Uri baseUri, Uri relativeUri, out Uri result)",
                        (@Nullable UriValue base, @Nullable UriValue relative, Ref<@Nullable Object> result) -> set(
                                result,
                                () -> base == null || !base.isAbsolute() || relative == null
                                        ? null
                                        : base.resolve(relative.original())));
    }

    private static boolean set(Ref<@Nullable Object> result, java.util.function.Supplier<@Nullable UriValue> source) {
        try {
            result.value = source.get();
        } catch (DotNetException e) {
            if (!e.typeName().equals("System.UriFormatException")) {
                throw e;
            }
            result.value = null;
        }
        return result.value != null;
    }

    static List<String> split(String path) {
        List<String> segments = new ArrayList<>();
        int at = 0;
        while (at < path.length()) {
            int slash = path.indexOf('/', at);
            int end = slash < 0 ? path.length() : slash + 1;
            segments.add(path.substring(at, end));
            at = end;
        }
        return segments;
    }
}
