package dev.apim.core.expression.csharp.time;

import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import dev.apim.core.expression.csharp.type.TypeTable;
import dev.apim.core.expression.csharp.value.DotNetException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code CultureInfo}, {@code TextInfo}, {@code DateTimeFormatInfo} and {@code NumberFormatInfo}. */
final class CultureTypes {
    private static final String NAMESPACE = "System.Globalization.";
    private static final String FIXED = "the culture is always the invariant one";

    private CultureTypes() {}

    static void register(TypeTable.Registry types) {
        types.type(NAMESPACE + "CultureInfo", Kind.CLASS, Culture.class, CultureTypes::culture)
                .type(NAMESPACE + "TextInfo", Kind.CLASS, TextCase.class, CultureTypes::text)
                .type(NAMESPACE + "DateTimeFormatInfo", Kind.CLASS, Provider.Dates.class, CultureTypes::dates)
                .type(NAMESPACE + "NumberFormatInfo", Kind.CLASS, Provider.Numbers.class, CultureTypes::numbers);
    }

    private static void culture(TypeBuilder type) {
        type.base("IFormatProvider")
                .staticProperty("CultureInfo InvariantCulture", () -> Culture.INVARIANT)
                .staticProperty("CultureInfo CurrentCulture", () -> Culture.INVARIANT)
                .staticProperty("CultureInfo CurrentUICulture", () -> Culture.INVARIANT)
                .staticProperty("CultureInfo InstalledUICulture", () -> Culture.INVARIANT)
                .method("(string name)", CultureTypes::named)
                .method("(string name, bool useUserOverride)", (@Nullable String name, Boolean user) -> named(name))
                .method("static CultureInfo GetCultureInfo(string name)", CultureTypes::named)
                .method(
                        "static CultureInfo GetCultureInfo(string name, bool predefinedOnly)",
                        (@Nullable String name, Boolean only) -> named(name))
                .method("static CultureInfo CreateSpecificCulture(string name)", CultureTypes::named)
                .method("static CultureInfo GetCultureInfoByIetfLanguageTag(string name)", CultureTypes::named)
                .property("string Name", Culture::name)
                .property("string IetfLanguageTag", Culture::name)
                .property("string DisplayName", Culture::englishName)
                .property("string EnglishName", Culture::englishName)
                .property("string NativeName", Culture::nativeName)
                .property("string TwoLetterISOLanguageName", Culture::language)
                .property("string ThreeLetterISOLanguageName", Culture::longLanguage)
                .property("CultureInfo Parent", Culture::parent)
                .property("bool IsNeutralCulture", Culture::isNeutral)
                .property("bool IsReadOnly", (Culture c) -> true)
                .property("bool UseUserOverride", (Culture c) -> false)
                .property("TextInfo TextInfo", (Culture c) -> new TextCase(c.name()))
                .property("DateTimeFormatInfo DateTimeFormat", (Culture c) -> Provider.Dates.INVARIANT)
                .property("NumberFormatInfo NumberFormat", (Culture c) -> Provider.Numbers.INVARIANT)
                .method("string ToString()", Culture::name)
                .method("bool Equals(object value)", (Culture c, @Nullable Object other) -> c.equals(other))
                .method("int GetHashCode()", (Culture c) -> c.hashCode())
                .refused("DefaultThreadCurrentCulture", FIXED)
                .refused("DefaultThreadCurrentUICulture", FIXED)
                .refused("Calendar", "use the members of DateTime")
                .refused("OptionalCalendars", "use the members of DateTime")
                .refused("CompareInfo", "use string.Compare with a StringComparison")
                .refused("GetCultures", "they differ from system to system")
                .refused("LCID", "it differs from system to system");
    }

    private static Culture named(@Nullable String name) {
        return Culture.of(Arguments.given(name, "name"));
    }

    private static void text(TypeBuilder type) {
        type.property("string CultureName", TextCase::cultureName)
                .property("string ListSeparator", (TextCase t) -> ",")
                .property("bool IsReadOnly", (TextCase t) -> true)
                .property("bool IsRightToLeft", (TextCase t) -> false)
                .methodWith(
                        "string ToTitleCase(string str)",
                        (call, a) ->
                                call.evaluation().made(TextCase.title(Arguments.given(Arguments.text(a, 1), "str"))))
                .methodWith(
                        "string ToLower(string str)",
                        (call, a) ->
                                call.evaluation().made(TextCase.lower(Arguments.given(Arguments.text(a, 1), "str"))))
                .methodWith(
                        "string ToUpper(string str)",
                        (call, a) ->
                                call.evaluation().made(TextCase.upper(Arguments.given(Arguments.text(a, 1), "str"))))
                .method("char ToLower(char c)", (TextCase t, Character c) -> Character.toLowerCase(c))
                .method("char ToUpper(char c)", (TextCase t, Character c) -> Character.toUpperCase(c))
                .method("string ToString()", TextCase::toString);
    }

    private static void dates(TypeBuilder type) {
        type.base("IFormatProvider")
                .staticProperty("DateTimeFormatInfo InvariantInfo", () -> Provider.Dates.INVARIANT)
                .staticProperty("DateTimeFormatInfo CurrentInfo", () -> Provider.Dates.INVARIANT)
                .property("string AMDesignator", (Provider.Dates d) -> "AM")
                .property("string PMDesignator", (Provider.Dates d) -> "PM")
                .property("string DateSeparator", (Provider.Dates d) -> "/")
                .property("string TimeSeparator", (Provider.Dates d) -> ":")
                .property("DayOfWeek FirstDayOfWeek", (Provider.Dates d) -> Styles.DAY.of(0))
                .property("bool IsReadOnly", (Provider.Dates d) -> true)
                .property("string[] DayNames", (Provider.Dates d) -> DateTimeText.DAYS.toArray(String[]::new))
                .property("string[] AbbreviatedDayNames", (Provider.Dates d) -> shortened(DateTimeText.DAYS, 7))
                .property("string[] MonthNames", (Provider.Dates d) -> {
                    String[] names = DateTimeText.MONTHS.toArray(new String[13]);
                    names[12] = "";
                    return names;
                })
                .property("string[] AbbreviatedMonthNames", (Provider.Dates d) -> shortened(DateTimeText.MONTHS, 13))
                .method("string GetDayName(DayOfWeek dayofweek)", (Provider.Dates d, Object day) -> day.toString())
                .method(
                        "string GetAbbreviatedDayName(DayOfWeek dayofweek)",
                        (Provider.Dates d, Object day) -> day.toString().substring(0, DateTimeText.SHORT_NAME))
                .method("string GetMonthName(int month)", (Provider.Dates d, Integer m) -> month(m))
                .method(
                        "string GetAbbreviatedMonthName(int month)",
                        (Provider.Dates d, Integer m) -> m == 13 ? "" : month(m).substring(0, DateTimeText.SHORT_NAME));
        pattern(type, "ShortDatePattern", 'd');
        pattern(type, "LongDatePattern", 'D');
        pattern(type, "ShortTimePattern", 't');
        pattern(type, "LongTimePattern", 'T');
        pattern(type, "FullDateTimePattern", 'F');
        pattern(type, "MonthDayPattern", 'M');
        pattern(type, "YearMonthPattern", 'Y');
        pattern(type, "RFC1123Pattern", 'R');
        pattern(type, "SortableDateTimePattern", 's');
        pattern(type, "UniversalSortableDateTimePattern", 'u');
    }

    private static void pattern(TypeBuilder type, String name, char standard) {
        String pattern = standard == 'R' ? "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'" : DateTimeText.pattern(standard);
        type.property("string " + name, (Provider.Dates d) -> pattern);
    }

    private static String month(Integer month) {
        if (month < 1 || month > 13) {
            throw DotNetException.outOfRange("Valid values are between 1 and 13, inclusive.", "month");
        }
        return month == 13 ? "" : DateTimeText.MONTHS.get(month - 1);
    }

    private static String[] shortened(List<String> names, int length) {
        String[] shortened = new String[length];
        for (int i = 0; i < length; i++) {
            shortened[i] = i < names.size() ? names.get(i).substring(0, DateTimeText.SHORT_NAME) : "";
        }
        return shortened;
    }

    private static void numbers(TypeBuilder type) {
        type.base("IFormatProvider")
                .staticProperty("NumberFormatInfo InvariantInfo", () -> Provider.Numbers.INVARIANT)
                .staticProperty("NumberFormatInfo CurrentInfo", () -> Provider.Numbers.INVARIANT)
                .property("string NumberDecimalSeparator", (Provider.Numbers n) -> ".")
                .property("string NumberGroupSeparator", (Provider.Numbers n) -> ",")
                .property("string CurrencyDecimalSeparator", (Provider.Numbers n) -> ".")
                .property("string CurrencyGroupSeparator", (Provider.Numbers n) -> ",")
                .property("string CurrencySymbol", (Provider.Numbers n) -> "\u00A4")
                .property("string PercentSymbol", (Provider.Numbers n) -> "%")
                .property("string PerMilleSymbol", (Provider.Numbers n) -> "\u2030")
                .property("string NegativeSign", (Provider.Numbers n) -> "-")
                .property("string PositiveSign", (Provider.Numbers n) -> "+")
                .property("string NaNSymbol", (Provider.Numbers n) -> "NaN")
                .property("string PositiveInfinitySymbol", (Provider.Numbers n) -> "Infinity")
                .property("string NegativeInfinitySymbol", (Provider.Numbers n) -> "-Infinity")
                .property("int NumberDecimalDigits", (Provider.Numbers n) -> 2)
                .property("int CurrencyDecimalDigits", (Provider.Numbers n) -> 2)
                .property("int PercentDecimalDigits", (Provider.Numbers n) -> 2)
                .property("bool IsReadOnly", (Provider.Numbers n) -> true);
    }
}
