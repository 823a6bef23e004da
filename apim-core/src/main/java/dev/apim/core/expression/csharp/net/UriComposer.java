package dev.apim.core.expression.csharp.net;

import dev.apim.core.expression.csharp.type.Code;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.DotNetException;
import org.jspecify.annotations.Nullable;

/** A {@code UriBuilder}: the parts of a URI, changed in place. Not thread-safe. */
final class UriComposer {
    private String scheme = "http";
    private String user = "";
    private String password = "";
    private String host = "localhost";
    private int port = -1;
    private String path = "/";
    private String query = "";
    private String fragment = "";

    private UriComposer() {}

    private static UriComposer of(UriValue uri) {
        UriComposer composer = new UriComposer();
        UriParts parts = uri.parts();
        composer.scheme = parts.scheme();
        String[] user = parts.userInfo().split(":", 2);
        composer.user = user[0];
        composer.password = user.length > 1 ? user[1] : "";
        composer.host = parts.host();
        composer.port = parts.port();
        composer.path = parts.path();
        composer.query = parts.query();
        composer.fragment = parts.fragment();
        return composer;
    }

    private static UriComposer made(@Nullable String scheme, @Nullable String host, int port, @Nullable String path) {
        UriComposer composer = new UriComposer();
        composer.scheme = orEmpty(scheme);
        composer.host = orEmpty(host);
        composer.port(port);
        composer.path(path);
        return composer;
    }

    static void define(TypeBuilder type) {
        type.base("object")
                .method("()", () -> new UriComposer())
                .method("(string uri)", (@Nullable String text) -> {
                    if (text == null) {
                        throw DotNetException.argumentNull("uriString");
                    }
                    return of(UriValue.of(UriParts.schemeEnd(text) < 0 ? "http://" + text : text));
                })
                .method("(Uri uri)", (@Nullable UriValue uri) -> {
                    if (uri == null) {
                        throw DotNetException.argumentNull("uri");
                    }
                    return of(uri);
                })
                .method(
                        "(string schemeName, string hostName)",
                        (@Nullable String scheme, @Nullable String host) -> made(scheme, host, -1, "/"))
                .method(
                        "(string scheme, string host, int portNumber)",
                        (@Nullable String scheme, @Nullable String host, Integer port) -> made(scheme, host, port, "/"))
                .method(
                        "(string scheme, string host, int port, string pathValue)",
                        (@Nullable String scheme, @Nullable String host, Integer port, @Nullable String path) ->
                                made(scheme, host, port, path));
        described(type);
    }

    private static void described(TypeBuilder type) {
        type.property("Uri Uri", (UriComposer self) -> UriValue.of(self.toString()))
                .property(
                        "int Port",
                        (UriComposer self) -> self.port,
                        (UriComposer self, Integer port) -> self.port(port))
                .method("string ToString()", UriComposer::toString)
                .method("bool Equals(object rparam)", (UriComposer self, @Nullable Object other) -> self.equals(other))
                .method("int GetHashCode()", UriComposer::hashCode);
        text(type, "Scheme", self -> self.scheme, (self, value) -> self.scheme = value);
        text(type, "UserName", self -> self.user, (self, value) -> self.user = value);
        text(type, "Password", self -> self.password, (self, value) -> self.password = value);
        text(type, "Host", self -> self.host, (self, value) -> self.host = value);
        text(type, "Path", self -> self.path, (self, value) -> self.path(value));
        text(type, "Query", self -> self.query, (self, value) -> self.query = begun('?', value));
        text(type, "Fragment", self -> self.fragment, (self, value) -> self.fragment = begun('#', value));
    }

    private static void text(
            TypeBuilder type,
            String name,
            Code.F1<UriComposer> getter,
            java.util.function.BiConsumer<UriComposer, String> setter) {
        type.property("string " + name, getter, (UriComposer self, @Nullable String value) -> {
            setter.accept(self, orEmpty(value));
            return null;
        });
    }

    private static String begun(char sign, String value) {
        return value.isEmpty() || value.charAt(0) == sign ? value : sign + value;
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    private @Nullable Object port(int value) {
        if (value < -1 || value > 65535) {
            throw DotNetException.outOfRange("Specified argument was out of the range of valid values.", "value");
        }
        port = value;
        return null;
    }

    private void path(@Nullable String value) {
        String given = orEmpty(value).replace('\\', '/');
        path = given.isEmpty()
                ? "/"
                : UriText.canonical(given).replace("?", "%3F").replace("#", "%23");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UriComposer that && UriValue.of(toString()).equals(UriValue.of(that.toString()));
    }

    @Override
    public int hashCode() {
        return UriValue.of(toString()).hashCode();
    }

    @Override
    public String toString() {
        String userInfo = user + (password.isEmpty() ? "" : ":" + password);
        return scheme + "://" + (userInfo.isEmpty() ? "" : userInfo + "@") + host + (port < 0 ? "" : ":" + port)
                + (path.startsWith("/") || host.isEmpty() ? "" : "/") + path + query + fragment;
    }
}
