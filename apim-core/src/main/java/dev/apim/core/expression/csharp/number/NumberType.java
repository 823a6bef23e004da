package dev.apim.core.expression.csharp.number;

import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.EnumValue;
import dev.apim.core.expression.csharp.value.NumberFormat;
import dev.apim.core.expression.csharp.value.Ref;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What all of .NET's numbers have: {@code Parse}, {@code TryParse}, {@code ToString}, {@code CompareTo}, {@code Equals}. */
final class NumberType {
    private NumberType() {}

    static void define(TypeBuilder type, NumericType number) {
        Object zero = zero(number);
        type.defaultValue(zero);
        simple(type, number.typeName(), number.keyword(), number.keyword());
        type.base("IFormattable");
        parsing(type, number);
        texts(type);
        switch (number) {
            case SINGLE, DOUBLE -> FloatingType.define(type, number);
            case DECIMAL -> DecimalType.define(type);
            default -> IntegralType.define(type, number);
        }
    }

    private static Object zero(NumericType number) {
        return switch (number) {
            case SINGLE -> 0f;
            case DOUBLE -> 0d;
            case DECIMAL -> BigDecimal.ZERO;
            default -> number.box(0);
        };
    }

    /** The members that .NET's simple types share. */
    static void simple(TypeBuilder type, String name, String keyword, String parameterType) {
        type.base(
                        "ValueType",
                        "IComparable",
                        "IConvertible",
                        "IComparable<" + keyword + ">",
                        "IEquatable<" + keyword + ">")
                .method(
                        "int CompareTo(object value)",
                        (Object self, @Nullable Object other) -> Ordering.compareTo(self, other, name))
                .method(
                        "int CompareTo(" + parameterType + " value)",
                        (Object self, Object other) -> Ordering.compare(self, other))
                .method("bool Equals(object obj)", (Object self, @Nullable Object other) -> Ordering.equal(self, other))
                .method(
                        "bool Equals(" + parameterType + " obj)",
                        (Object self, Object other) -> Ordering.equal(self, other))
                .method("int GetHashCode()", (Object self) -> Ordering.hash(self))
                .method("TypeCode GetTypeCode()", (Object self) -> NumberLibrary.TYPE_CODE.of(name));
    }

    private static void texts(TypeBuilder type) {
        for (String parameters : new String[] {"", "IFormatProvider provider"}) {
            type.methodWith(
                    "string ToString(" + parameters + ")",
                    (call, a) -> call.evaluation().made(NumberFormat.format(ObjectType.required(a[0]), null)));
        }
        for (String parameters : new String[] {"string format", "string format, IFormatProvider provider"}) {
            type.methodWith(
                    "string ToString(" + parameters + ")",
                    (call, a) -> call.evaluation().made(NumberFormat.format(ObjectType.required(a[0]), (String) a[1])));
        }
    }

    private static void parsing(TypeBuilder type, NumericType number) {
        String parse = "static " + number.keyword() + " Parse(string s";
        int usual = styles(number);
        type.method(parse + ")", (@Nullable String s) -> parse(s, usual, number))
                .costly()
                .method(
                        parse + ", IFormatProvider provider)",
                        (@Nullable String s, @Nullable Object provider) -> parse(s, usual, number))
                .costly()
                .method(
                        parse + ", NumberStyles style)",
                        (@Nullable String s, EnumValue style) -> parse(s, (int) style.value(), number))
                .costly()
                .method(
                        parse + ", NumberStyles style, IFormatProvider provider)",
                        (@Nullable String s, EnumValue style, @Nullable Object provider) ->
                                parse(s, (int) style.value(), number))
                .costly();
        String tryParse = "static bool TryParse(string s, ";
        String out = "out " + number.keyword() + " result)";
        type.method(tryParse + out, (@Nullable String s, Ref<Object> result) -> tryParse(s, usual, number, result))
                .costly()
                .method(
                        tryParse + "IFormatProvider provider, " + out,
                        (@Nullable String s, @Nullable Object provider, Ref<Object> result) ->
                                tryParse(s, usual, number, result))
                .costly()
                .method(
                        tryParse + "NumberStyles style, IFormatProvider provider, " + out,
                        (@Nullable String s, EnumValue style, @Nullable Object provider, Ref<Object> result) ->
                                tryParse(s, (int) style.value(), number, result))
                .costly();
    }

    /** The styles that {@code Parse(string)} takes. */
    static int styles(NumericType number) {
        return switch (number) {
            case SINGLE, DOUBLE -> NumberParser.FLOAT;
            case DECIMAL -> NumberParser.NUMBER;
            default -> NumberParser.INTEGER;
        };
    }

    static Object parse(@Nullable String text, int styles, NumericType number) {
        if (text == null) {
            throw DotNetException.argumentNull("s");
        }
        return NumberParser.parse(text, styles, number);
    }

    private static boolean tryParse(@Nullable String text, int styles, NumericType number, Ref<Object> result) {
        Object value = NumberParser.tryParse(text, styles, number);
        result.value = value == null ? zero(number) : value;
        return value != null;
    }
}
