package dev.apim.core.expression.csharp.number;

import dev.apim.core.expression.csharp.type.Code;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.EnumValue;
import dev.apim.core.expression.csharp.value.Ref;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code System.Enum}. */
final class EnumType {
    private EnumType() {}

    static void define(TypeBuilder type) {
        type.base("ValueType", "IComparable", "IFormattable", "IConvertible")
                .method("string ToString()", (EnumValue e) -> e.toString())
                .method("string ToString(string format)", (EnumValue e, @Nullable String f) -> e.format(f))
                .method("string ToString(IFormatProvider provider)", (EnumValue e, @Nullable Object p) -> e.toString())
                .method(
                        "string ToString(string format, IFormatProvider provider)",
                        (EnumValue e, @Nullable String f, @Nullable Object p) -> e.format(f))
                .method("bool HasFlag(Enum flag)", (EnumValue e, @Nullable EnumValue flag) -> hasFlag(e, flag))
                .method("int CompareTo(object target)", (EnumValue e, @Nullable Object target) -> compare(e, target))
                .method("bool Equals(object obj)", (EnumValue e, @Nullable Object other) -> e.equals(other))
                .method("int GetHashCode()", (EnumValue e) -> (int) e.value())
                .method("TypeCode GetTypeCode()", (EnumValue e) -> NumberLibrary.TYPE_CODE.of("Int32"));
        parsing(type);
        listing(type);
        type.refused("GetUnderlyingType", "types are not looked into").refused("ToObject", "types are not looked into");
    }

    private static void parsing(TypeBuilder type) {
        type.methodWith(
                        "static TEnum Parse<TEnum>(string value)",
                        (call, a) -> EnumText.parse(of(call), (String) a[0], false))
                .costly()
                .methodWith(
                        "static TEnum Parse<TEnum>(string value, bool ignoreCase)",
                        (call, a) -> EnumText.parse(of(call), (String) a[0], Boolean.TRUE.equals(a[1])))
                .costly()
                .methodWith(
                        "static bool TryParse<TEnum>(string value, out TEnum result)",
                        (call, a) -> tryParse(call, (String) a[0], false, a[1]))
                .costly()
                .methodWith(
                        "static bool TryParse<TEnum>(string value, bool ignoreCase, out TEnum result)",
                        (call, a) -> tryParse(call, (String) a[0], Boolean.TRUE.equals(a[1]), a[2]))
                .costly();
    }

    private static void listing(TypeBuilder type) {
        type.methodWith(
                        "static string[] GetNames<TEnum>()",
                        (call, a) ->
                                sorted(of(call)).stream().map(Map.Entry::getKey).toArray(String[]::new))
                .methodWith("static TEnum[] GetValues<TEnum>()", (call, a) -> {
                    EnumValue.Type enumeration = of(call);
                    return sorted(enumeration).stream()
                            .map(member -> enumeration.of(member.getValue()))
                            .toArray(EnumValue[]::new);
                })
                .methodWith("static string GetName<TEnum>(TEnum value)", (call, a) -> name(of(call), a[0]))
                .methodWith("static bool IsDefined<TEnum>(TEnum value)", (call, a) -> name(of(call), a[0]) != null);
    }

    private static EnumValue.Type of(Code.Call call) {
        EnumValue.Type enumeration = call.types().get(0).definition().enumeration();
        if (enumeration == null) {
            throw DotNetException.argument("Type provided must be an Enum.", "enumType");
        }
        return enumeration;
    }

    private static java.util.List<Map.Entry<String, Long>> sorted(EnumValue.Type enumeration) {
        return enumeration.members().entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getValue, Long::compareUnsigned))
                .toList();
    }

    private static @Nullable String name(EnumValue.Type enumeration, @Nullable Object value) {
        long number = ((EnumValue) ObjectType.required(value)).value();
        return enumeration.members().entrySet().stream()
                .filter(member -> member.getValue() == number)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    @SuppressWarnings("unchecked") // an out argument of the enumeration's type
    private static boolean tryParse(
            Code.Call call, @Nullable String text, boolean ignoreCase, @Nullable Object result) {
        EnumValue.Type enumeration = of(call);
        EnumValue value = text == null ? null : EnumText.read(enumeration, text, ignoreCase);
        ((Ref<Object>) ObjectType.required(result)).value = value == null ? enumeration.of(0) : value;
        return value != null;
    }

    private static boolean hasFlag(EnumValue value, @Nullable EnumValue flag) {
        if (flag == null) {
            throw DotNetException.argumentNull("flag");
        }
        if (flag.type() != value.type()) {
            throw DotNetException.argument(
                    "The argument type, '" + flag.type() + "', is not the same as the enum type '" + value.type()
                            + "'.",
                    null);
        }
        return value.has(flag.value());
    }

    private static int compare(EnumValue value, @Nullable Object target) {
        if (target == null) {
            return 1;
        }
        if (!(target instanceof EnumValue other) || other.type() != value.type()) {
            throw DotNetException.argument(
                    "Object must be the same type as the enum. The type passed in was '" + Converter.fullName(target)
                            + "'; the enum type was '" + value.type() + "'.",
                    null);
        }
        return Long.compare(value.value(), other.value());
    }
}
