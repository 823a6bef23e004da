package dev.apim.core.expression.csharp.number;

import dev.apim.core.expression.csharp.type.Code;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.GuidFormat;
import dev.apim.core.expression.csharp.value.Ref;
import java.util.UUID;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** {@code System.Guid}. */
final class GuidType {
    private static final UUID EMPTY = new UUID(0, 0);
    private static final String BYTES = "byte d, byte e, byte f, byte g, byte h, byte i, byte j, byte k)";

    private GuidType() {}

    static void define(TypeBuilder type) {
        type.defaultValue(EMPTY)
                .base("ValueType", "IComparable", "IFormattable", "IComparable<Guid>", "IEquatable<Guid>")
                .staticProperty("Guid Empty", () -> EMPTY)
                .method("static Guid NewGuid()", () -> UUID.randomUUID());
        construction(type);
        parsing(type);
        texts(type);
        type.method("byte[] ToByteArray()", (UUID id) -> GuidText.bytes(id, false))
                .method("byte[] ToByteArray(bool bigEndian)", (UUID id, Boolean big) -> GuidText.bytes(id, big))
                .method("int CompareTo(object value)", (UUID id, @Nullable Object other) -> {
                    if (other != null && !(other instanceof UUID)) {
                        throw DotNetException.argument("Object must be of type GUID.", "value");
                    }
                    return Ordering.compareTo(id, other, "GUID");
                })
                .method("int CompareTo(Guid value)", (UUID a, UUID b) -> Ordering.compare(a, b))
                .method("bool Equals(object o)", (UUID a, @Nullable Object b) -> a.equals(b))
                .method("bool Equals(Guid g)", (UUID a, UUID b) -> a.equals(b))
                .method("int GetHashCode()", (UUID id) -> GuidText.hash(id));
        operators(type);
    }

    private static void construction(TypeBuilder type) {
        type.method("(string g)", (@Nullable String g) -> GuidText.parse(required(g, "g")))
                .costly()
                .method("(byte[] b)", (byte @Nullable [] b) -> {
                    if (required(b, "b").length != 16) {
                        throw DotNetException.argument("Byte array for Guid must be exactly 16 bytes long.", "b");
                    }
                    return GuidText.of(required(b, "b"));
                })
                .method("(int a, short b, short c, byte[] d)", (Integer a, Short b, Short c, byte @Nullable [] d) -> {
                    if (required(d, "d").length != 8) {
                        throw DotNetException.argument("Byte array for Guid must be exactly 8 bytes long.", "d");
                    }
                    return GuidText.of(a, b, c, required(d, "d"));
                })
                .methodWith("(int a, short b, short c, " + BYTES, GuidType::ofParts)
                .methodWith("(uint a, ushort b, ushort c, " + BYTES, GuidType::ofParts);
    }

    private static Object ofParts(Code.Call call, @Nullable Object[] a) {
        byte[] rest = new byte[8];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = (byte) part(a[3 + i]);
        }
        return GuidText.of(part(a[0]), part(a[1]), part(a[2]), rest);
    }

    private static int part(@Nullable Object value) {
        return (int) Conversions.bits(ObjectType.required(value));
    }

    private static void parsing(TypeBuilder type) {
        type.method("static Guid Parse(string input)", (@Nullable String s) -> GuidText.parse(required(s, "input")))
                .costly()
                .method(
                        "static Guid Parse(string s, IFormatProvider provider)",
                        (@Nullable String s, @Nullable Object p) -> GuidText.parse(required(s, "s")))
                .costly()
                .method(
                        "static Guid ParseExact(string input, string format)",
                        (@Nullable String s, @Nullable String f) -> exact(required(s, "input"), required(f, "format")))
                .costly()
                .method(
                        "static bool TryParse(string input, out Guid result)",
                        (@Nullable String s, Ref<Object> result) ->
                                tried(result, () -> s == null ? null : GuidText.parse(s)))
                .costly()
                .method(
                        "static bool TryParse(string s, IFormatProvider provider, out Guid result)",
                        (@Nullable String s, @Nullable Object provider, Ref<Object> result) ->
                                tried(result, () -> s == null ? null : GuidText.parse(s)))
                .costly()
                .method(
                        "static bool TryParseExact(string input, string format, out Guid result)",
                        (@Nullable String s, @Nullable String f, Ref<Object> result) ->
                                tried(result, () -> s == null || f == null ? null : exact(s, f)))
                .costly();
    }

    private static UUID exact(String input, String format) {
        return GuidText.parse(input.strip(), GuidFormat.specifier(format));
    }

    private static boolean tried(Ref<Object> result, java.util.function.Supplier<@Nullable UUID> parse) {
        UUID value;
        try {
            value = parse.get();
        } catch (DotNetException notOne) {
            value = null;
        }
        result.value = value == null ? EMPTY : value;
        return value != null;
    }

    private static void texts(TypeBuilder type) {
        type.method("string ToString()", (UUID id) -> id.toString())
                .method("string ToString(string format)", (UUID id, @Nullable String f) -> GuidFormat.format(id, f))
                .method(
                        "string ToString(string format, IFormatProvider provider)",
                        (UUID id, @Nullable String f, @Nullable Object provider) -> GuidFormat.format(id, f));
    }

    private static void operators(TypeBuilder type) {
        operator(type, "==", order -> order == 0);
        operator(type, "!=", order -> order != 0);
        operator(type, "<", order -> order < 0);
        operator(type, "<=", order -> order <= 0);
        operator(type, ">", order -> order > 0);
        operator(type, ">=", order -> order >= 0);
    }

    private static void operator(TypeBuilder type, String sign, IntPredicate test) {
        type.method(
                "bool operator " + sign + "(Guid left, Guid right)",
                (UUID a, UUID b) -> test.test(Ordering.compare(a, b)));
    }

    private static <T> T required(@Nullable T value, String parameter) {
        if (value == null) {
            throw DotNetException.argumentNull(parameter);
        }
        return value;
    }
}
