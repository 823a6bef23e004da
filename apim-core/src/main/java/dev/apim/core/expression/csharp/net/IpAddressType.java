package dev.apim.core.expression.csharp.net;

import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.EnumValue;
import dev.apim.core.expression.csharp.value.Ref;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code IPAddress}. */
final class IpAddressType {
    /** {@code AddressFamily}: those an address of the internet can be of, and the one that is not known. */
    static final EnumValue.Type FAMILY = new EnumValue.Type("System.Net.Sockets.AddressFamily", families(), false);

    private IpAddressType() {}

    private static Map<String, Long> families() {
        Map<String, Long> families = new LinkedHashMap<>();
        families.put("Unknown", -1L);
        families.put("Unspecified", 0L);
        families.put("Unix", 1L);
        families.put("InterNetwork", 2L);
        families.put("InterNetworkV6", 23L);
        return families;
    }

    static void define(TypeBuilder type) {
        IpAddress any = IpAddress.of(0, 0, 0, 0);
        IpAddress loopback = IpAddress.of(127, 0, 0, 1);
        IpAddress broadcast = IpAddress.of(255, 255, 255, 255);
        IpAddress any6 = IpAddress.v6(0);
        IpAddress loopback6 = IpAddress.v6(1);
        type.base("object")
                .staticProperty("IPAddress Any", () -> any)
                .staticProperty("IPAddress Loopback", () -> loopback)
                .staticProperty("IPAddress Broadcast", () -> broadcast)
                .staticProperty("IPAddress None", () -> broadcast)
                .staticProperty("IPAddress IPv6Any", () -> any6)
                .staticProperty("IPAddress IPv6Loopback", () -> loopback6)
                .staticProperty("IPAddress IPv6None", () -> any6);
        construct(type);
        describe(type);
        type.method("static IPAddress Parse(string ipString)", (@Nullable String text) -> {
                    IpAddress address = text == null ? null : IpAddress.parse(text);
                    if (text == null) {
                        throw DotNetException.argumentNull("ipString");
                    }
                    if (address == null) {
                        throw DotNetException.format("An invalid IP address was specified.");
                    }
                    return address;
                })
                .method(
                        "static bool TryParse(string ipString, out IPAddress address)",
                        (@Nullable String text, Ref<@Nullable Object> address) -> {
                            address.value = text == null ? null : IpAddress.parse(text);
                            return address.value != null;
                        })
                .method("static bool IsLoopback(IPAddress address)", (@Nullable IpAddress address) -> {
                    if (address == null) {
                        throw DotNetException.argumentNull("address");
                    }
                    return address.isLoopback();
                });
        byteOrders(type);
    }

    private static void byteOrders(TypeBuilder type) {
        type.method("static int HostToNetworkOrder(int host)", (Integer host) -> Integer.reverseBytes(host))
                .method(
                        "static int NetworkToHostOrder(int network)",
                        (Integer network) -> Integer.reverseBytes(network))
                .method("static long HostToNetworkOrder(long host)", (Long host) -> Long.reverseBytes(host))
                .method("static long NetworkToHostOrder(long network)", (Long network) -> Long.reverseBytes(network))
                .method("static short HostToNetworkOrder(short host)", (Short host) -> Short.reverseBytes(host))
                .method(
                        "static short NetworkToHostOrder(short network)",
                        (Short network) -> Short.reverseBytes(network));
    }

    private static void construct(TypeBuilder type) {
        type.method("(byte[] address)", (byte @Nullable [] bytes) -> made(bytes, 0))
                .method("(byte[] address, long scopeid)", (byte @Nullable [] bytes, Long scope) -> made(bytes, scope))
                .method("(long newAddress)", (Long number) -> {
                    if (number < 0 || number > 0xFFFF_FFFFL) {
                        throw DotNetException.outOfRange(
                                "Specified argument was out of the range of valid values.", "newAddress");
                    }
                    int bits = number.intValue();
                    return IpAddress.of(bits, bits >> 8, bits >> 16, bits >> 24);
                });
    }

    private static IpAddress made(byte @Nullable [] bytes, long scope) {
        if (bytes == null) {
            throw DotNetException.argumentNull("address");
        }
        if (bytes.length != 4 && bytes.length != 16) {
            throw DotNetException.argument("An invalid IP address was specified.", "address");
        }
        return new IpAddress(bytes, scope);
    }

    private static void describe(TypeBuilder type) {
        type.property(
                        "AddressFamily AddressFamily",
                        (IpAddress self) -> FAMILY.of(self.isV6() ? "InterNetworkV6" : "InterNetwork"))
                .property("bool IsIPv4MappedToIPv6", IpAddress::isMapped)
                .property("bool IsIPv6LinkLocal", (IpAddress self) -> prefix(self, 0xFFC0, 0xFE80))
                .property("bool IsIPv6SiteLocal", (IpAddress self) -> prefix(self, 0xFFC0, 0xFEC0))
                .property("bool IsIPv6Multicast", (IpAddress self) -> prefix(self, 0xFF00, 0xFF00))
                .property("bool IsIPv6UniqueLocal", (IpAddress self) -> prefix(self, 0xFE00, 0xFC00))
                .property(
                        "bool IsIPv6Teredo",
                        (IpAddress self) ->
                                prefix(self, 0xFFFF, 0x2001) && self.bytes()[2] == 0 && self.bytes()[3] == 0)
                .property("long ScopeId", (IpAddress self) -> {
                    if (!self.isV6()) {
                        throw DotNetException.of(
                                "System.Net.Sockets.SocketException",
                                "The attempted operation is not supported for the type of object referenced.",
                                null);
                    }
                    return self.scope();
                })
                .method("byte[] GetAddressBytes()", IpAddress::bytes)
                .method("IPAddress MapToIPv4()", IpAddress::toV4)
                .method("IPAddress MapToIPv6()", IpAddress::toV6)
                .method("bool Equals(object comparand)", (IpAddress self, @Nullable Object other) -> self.equals(other))
                .method("int GetHashCode()", IpAddress::hashCode)
                .method("string ToString()", IpAddress::toString);
    }

    private static boolean prefix(IpAddress address, int mask, int wanted) {
        byte[] bytes = address.bytes();
        return address.isV6() && (((bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF) & mask) == wanted;
    }
}
