package dev.apim.core.expression.csharp.net;

import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.Ref;
import java.net.IDN;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What {@code Uri} knows beyond its parts. */
final class UriMembers {
    private UriMembers() {}

    static void define(TypeBuilder type) {
        type.method(
                        "static UriHostNameType CheckHostName(string name)",
                        (@Nullable String name) -> UriType.HOST.of(name == null ? 0 : checked(name)))
                .method(
                        "static bool CheckSchemeName(string schemeName)",
                        (@Nullable String name) -> UriParts.isScheme(name))
                .method("static string HexEscape(char character)", (Character c) -> {
                    if (c > 0xFF) {
                        throw DotNetException.outOfRange(
                                "Specified argument was out of the range of valid values.", "character");
                    }
                    return UriText.hex(c);
                })
                .method(
                        "static char HexUnescape(string pattern, ref int index)",
                        (String pattern, Ref<Integer> index) -> {
                            int at = Objects.requireNonNull(index.value);
                            if (at < 0 || at >= pattern.length()) {
                                throw DotNetException.outOfRange(
                                        "Specified argument was out of the range of valid values.", "index");
                            }
                            int b = pattern.charAt(at) == '%' ? WebText.hex(pattern, at) : -1;
                            index.value = at + (b < 0 ? 1 : 3);
                            return b < 0 ? pattern.charAt(at) : (char) b;
                        });
        digits(type);
    }

    private static void digits(TypeBuilder type) {
        type.method(
                        "static bool IsHexEncoding(string pattern, int index)",
                        (String pattern, Integer index) -> index >= 0
                                && index < pattern.length()
                                && pattern.charAt(index) == '%'
                                && WebText.hex(pattern, index) >= 0)
                .method(
                        "static bool IsHexDigit(char character)",
                        (Character c) -> c < 0x80 && Character.digit(c, 16) >= 0)
                .method("static int FromHex(char digit)", (Character c) -> {
                    if (c >= 0x80 || Character.digit(c, 16) < 0) {
                        throw DotNetException.argument("Value does not fall within the expected range.", "digit");
                    }
                    return Character.digit(c, 16);
                })
                .refused("GetComponents", "read the properties instead")
                .refused("Compare", "compare the properties instead")
                .refused("GetObjectData", "serialization is not offered");
    }

    private static long checked(String name) {
        if (name.indexOf(':') >= 0) {
            return IpAddress.parse(name) == null ? 0 : 4;
        }
        boolean host = !name.isEmpty() && name.matches("[\\p{L}\\p{N}]([\\p{L}\\p{N}._-]*[\\p{L}\\p{N}.])?");
        return host ? hostType(name) : 0;
    }

    static long hostType(String host) {
        if (host.isEmpty()) {
            return 1;
        }
        if (host.startsWith("[")) {
            return 4;
        }
        return host.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}") && IpAddress.parse(host) != null ? 3 : 2;
    }

    static String withoutBrackets(UriValue uri) {
        String host = uri.parts().host();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    static String idn(UriValue uri) {
        String host = withoutBrackets(uri);
        try {
            return IDN.toASCII(host);
        } catch (IllegalArgumentException e) {
            return host;
        }
    }

    static boolean isLoopback(UriValue uri) {
        String host = withoutBrackets(uri);
        IpAddress address = hostType(uri.parts().host()) > 2 ? IpAddress.parse(host) : null;
        return host.equals("localhost")
                || host.equals("loopback")
                || (host.isEmpty() && uri.parts().scheme().equals("file"))
                || (address != null && address.isLoopback());
    }

    static String[] segments(String path) {
        return UriType.split(path).toArray(String[]::new);
    }

    static String left(UriParts parts, long part) {
        return switch ((int) part) {
            case 0 -> parts.scheme() + (parts.hasAuthority() ? "://" : ":");
            case 1 -> parts.hasAuthority() ? parts.start() : "";
            case 2 -> parts.start() + parts.path();
            case 3 -> parts.start() + parts.path() + parts.query();
            default -> throw DotNetException.argument("Value does not fall within the expected range.", "part");
        };
    }

    static boolean isBase(UriValue base, UriValue other) {
        if (!base.isAbsolute()) {
            return false;
        }
        if (!other.isAbsolute()) {
            return true;
        }
        String path = base.parts().path();
        return base.parts().scheme().equals(other.parts().scheme())
                && base.parts().authority().equals(other.parts().authority())
                && other.parts().path().startsWith(path.substring(0, path.lastIndexOf('/') + 1));
    }

    /** Whether nothing in it needs encoding and it is what the kind asks for. */
    static boolean isWellFormed(String text, long kind) {
        boolean absolute = UriParts.schemeEnd(text) >= 0;
        if ((kind == 1 && !absolute) || (kind == 2 && absolute) || text.indexOf('\\') >= 0) {
            return false;
        }
        String ascii = text.replaceAll("[^\\x00-\\x7F]", "x");
        if (!UriText.canonical(ascii).equals(ascii)) {
            return false;
        }
        try {
            return !absolute || UriValue.of(text).isAbsolute();
        } catch (DotNetException e) {
            return false;
        }
    }
}
