package dev.apim.core.expression.csharp.number;

import dev.apim.core.expression.csharp.type.Library;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import dev.apim.core.expression.csharp.type.TypeTable;
import dev.apim.core.expression.csharp.value.EnumValue;
import java.util.UUID;

/**
 * .NET's simple types: {@code object}, the numbers, {@code bool}, {@code char}, {@code Guid}, enumerations and tuples, with
 * {@code Math}, {@code Convert}, {@code BitConverter} and {@code Random}.
 */
public final class NumberLibrary implements Library {
    /** {@code System.TypeCode}. */
    static final EnumValue.Type TYPE_CODE = Enums.of(
            "System.TypeCode",
            false,
            "Empty",
            0,
            "Object",
            1,
            "DBNull",
            2,
            "Boolean",
            3,
            "Char",
            4,
            "SByte",
            5,
            "Byte",
            6,
            "Int16",
            7,
            "UInt16",
            8,
            "Int32",
            9,
            "UInt32",
            10,
            "Int64",
            11,
            "UInt64",
            12,
            "Single",
            13,
            "Double",
            14,
            "Decimal",
            15,
            "DateTime",
            16,
            "String",
            18);

    /** {@code System.MidpointRounding}. */
    static final EnumValue.Type MIDPOINT_ROUNDING = Enums.of(
            "System.MidpointRounding",
            false,
            "ToEven",
            0,
            "AwayFromZero",
            1,
            "ToZero",
            2,
            "ToNegativeInfinity",
            3,
            "ToPositiveInfinity",
            4);

    /** {@code System.Base64FormattingOptions}. */
    static final EnumValue.Type BASE64_OPTIONS =
            Enums.of("System.Base64FormattingOptions", true, "None", 0, "InsertLineBreaks", 1);

    /** {@code System.Globalization.NumberStyles}. */
    static final EnumValue.Type NUMBER_STYLES = Enums.of(
            "System.Globalization.NumberStyles",
            true,
            "None",
            0,
            "AllowLeadingWhite",
            1,
            "AllowTrailingWhite",
            2,
            "AllowLeadingSign",
            4,
            "Integer",
            7,
            "AllowTrailingSign",
            8,
            "AllowParentheses",
            16,
            "AllowDecimalPoint",
            32,
            "AllowThousands",
            64,
            "Number",
            111,
            "AllowExponent",
            128,
            "Float",
            167,
            "AllowCurrencySymbol",
            256,
            "Currency",
            383,
            "Any",
            511,
            "AllowHexSpecifier",
            512,
            "HexNumber",
            515,
            "AllowBinarySpecifier",
            1024,
            "BinaryNumber",
            1027);

    /** {@code System.Globalization.UnicodeCategory}. */
    static final EnumValue.Type UNICODE_CATEGORY = Enums.of(
            "System.Globalization.UnicodeCategory",
            false,
            "UppercaseLetter",
            0,
            "LowercaseLetter",
            1,
            "TitlecaseLetter",
            2,
            "ModifierLetter",
            3,
            "OtherLetter",
            4,
            "NonSpacingMark",
            5,
            "SpacingCombiningMark",
            6,
            "EnclosingMark",
            7,
            "DecimalDigitNumber",
            8,
            "LetterNumber",
            9,
            "OtherNumber",
            10,
            "SpaceSeparator",
            11,
            "LineSeparator",
            12,
            "ParagraphSeparator",
            13,
            "Control",
            14,
            "Format",
            15,
            "Surrogate",
            16,
            "PrivateUse",
            17,
            "ConnectorPunctuation",
            18,
            "DashPunctuation",
            19,
            "OpenPunctuation",
            20,
            "ClosePunctuation",
            21,
            "InitialQuotePunctuation",
            22,
            "FinalQuotePunctuation",
            23,
            "OtherPunctuation",
            24,
            "MathSymbol",
            25,
            "CurrencySymbol",
            26,
            "ModifierSymbol",
            27,
            "OtherSymbol",
            28,
            "OtherNotAssigned",
            29);

    @Override
    public void register(TypeTable.Registry types) {
        types.type("System.Object", "object", Kind.CLASS, Object.class, ObjectType::define)
                .type("System.ValueType", Kind.CLASS, Object.class, ObjectType::defineValueType)
                .type("System.Enum", Kind.CLASS, EnumValue.class, EnumType::define)
                .type("System.Boolean", "bool", Kind.STRUCT, Boolean.class, BooleanType::define)
                .type("System.Char", "char", Kind.STRUCT, Character.class, CharType::define);
        for (NumericType number : NumericType.values()) {
            if (number != NumericType.CHAR) {
                types.type(
                        "System." + number.typeName(),
                        number.keyword(),
                        Kind.STRUCT,
                        number.javaClass(),
                        type -> NumberType.define(type, number));
            }
        }
        types.type("System.Guid", Kind.STRUCT, UUID.class, GuidType::define)
                .type("System.Random", Kind.CLASS, RandomValue.class, RandomType::define)
                .type("System.Math", Kind.STATIC, Void.class, MathType::define)
                .type("System.Convert", Kind.STATIC, Void.class, ConvertType::define)
                .type("System.BitConverter", Kind.STATIC, Void.class, BitConverterType::define)
                .type("System.Nullable", Kind.STATIC, Void.class, NullableType::define)
                .enumeration(TYPE_CODE)
                .enumeration(MIDPOINT_ROUNDING)
                .enumeration(BASE64_OPTIONS)
                .enumeration(NUMBER_STYLES)
                .enumeration(UNICODE_CATEGORY);
        Interfaces.register(types);
        TupleType.register(types);
    }
}
