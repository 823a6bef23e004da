package dev.apim.core.expression.csharp.json;

import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.EnumValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Json.NET's small classes: settings, the comparer, where an exception happened. */
final class SettingsType {
    private static final Pattern PLACE = Pattern.compile(
            "Path '(?<path>.*)'(, line (?<line>\\d+), position (?<position>\\d+))?\\.$", Pattern.DOTALL);

    private SettingsType() {}

    static void defineLoad(TypeBuilder type) {
        type.base("object")
                .method("()", LoadRules::new)
                .property(
                        "CommentHandling CommentHandling",
                        (LoadRules rules) -> rules.comments,
                        (LoadRules rules, EnumValue value) -> rules.comments = value)
                .property(
                        "LineInfoHandling LineInfoHandling",
                        (LoadRules rules) -> rules.lines,
                        (LoadRules rules, EnumValue value) -> rules.lines = value)
                .property(
                        "DuplicatePropertyNameHandling DuplicatePropertyNameHandling",
                        (LoadRules rules) -> rules.duplicates,
                        (LoadRules rules, EnumValue value) -> rules.duplicates = value);
    }

    static void defineMerge(TypeBuilder type) {
        type.base("object")
                .method("()", MergeRules::new)
                .property(
                        "MergeArrayHandling MergeArrayHandling",
                        (MergeRules rules) -> rules.arrayHandling,
                        (MergeRules rules, EnumValue value) -> rules.arrayHandling = value)
                .property(
                        "MergeNullValueHandling MergeNullValueHandling",
                        (MergeRules rules) -> rules.nullHandling,
                        (MergeRules rules, EnumValue value) -> rules.nullHandling = value)
                .property(
                        "StringComparison PropertyNameComparison",
                        (MergeRules rules) -> rules.nameComparison,
                        (MergeRules rules, EnumValue value) -> rules.nameComparison = value);
    }

    static void defineSelect(TypeBuilder type) {
        type.base("object")
                .method("()", SelectRules::new)
                .property(
                        "bool ErrorWhenNoMatch",
                        (SelectRules rules) -> rules.errorWhenNoMatch,
                        (SelectRules rules, Boolean value) -> rules.errorWhenNoMatch = value)
                .property(
                        "TimeSpan? RegexMatchTimeout",
                        (SelectRules rules) -> rules.regexMatchTimeout,
                        (SelectRules rules, @Nullable Object value) -> rules.regexMatchTimeout = value);
    }

    static void defineComparer(TypeBuilder type) {
        type.base("object", "IEqualityComparer<JToken>")
                .method("()", () -> DeepComparer.INSTANCE)
                .method(
                        "bool Equals(JToken x, JToken y)",
                        (DeepComparer comparer, @Nullable Object x, @Nullable Object y) -> comparer.equal(x, y))
                .method(
                        "int GetHashCode(JToken obj)",
                        (DeepComparer comparer, @Nullable Object token) -> comparer.hash(token));
    }

    /** Where it happened stands in the message. */
    static void definePlace(TypeBuilder type) {
        type.property("string Path", (DotNetException thrown) -> part(thrown, "path"))
                .property("int LineNumber", (DotNetException thrown) -> number(thrown, "line"))
                .property("int LinePosition", (DotNetException thrown) -> number(thrown, "position"));
    }

    private static @Nullable String part(DotNetException thrown, String name) {
        Matcher place = PLACE.matcher(thrown.message());
        return place.find() ? place.group(name) : null;
    }

    private static int number(DotNetException thrown, String name) {
        String digits = part(thrown, name);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
