package dev.apim.core.expression.csharp.regex;

import dev.apim.core.expression.csharp.time.TimeSpan;
import dev.apim.core.expression.csharp.type.Code.Call;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.Delegate;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.EnumValue;
import dev.apim.core.expression.csharp.value.Evaluation;
import dev.apim.core.expression.csharp.value.Texts;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code Regex}, whose methods come twice: of an instance, and static with the pattern behind the text. */
final class RegexType {
    private static final String[] STATIC_ENDS = {
        "", ", RegexOptions options", ", RegexOptions options, TimeSpan matchTimeout"
    };
    private static final long LONGEST_TICKS = (Integer.MAX_VALUE - 1L) * 10_000;

    private static final int BEGIN = RegexValue.FROM_THE_BEGINNING;

    private RegexType() {}

    static void define(TypeBuilder type) {
        type.base("object");
        construct(type);
        describe(type);
        instance(type);
        replacements(type);
        statics(type);
        type.refused("CompileToAssembly", "it writes a file")
                .refused("EnumerateMatches", "spans are not offered")
                .refused("EnumerateSplits", "spans are not offered")
                .refused("CacheSize", "the gateway keeps compiled patterns by itself")
                .refused("GetObjectData", "serialization is not offered");
    }

    private static void construct(TypeBuilder type) {
        type.methodWith("(string pattern)", (call, a) -> regex(a, 0))
                .costly()
                .methodWith("(string pattern, RegexOptions options)", (call, a) -> regex(a, 0))
                .costly()
                .methodWith("(string pattern, RegexOptions options, TimeSpan matchTimeout)", (call, a) -> regex(a, 0))
                .costly();
    }

    /** The expression of arguments that begin with the pattern and may go on with options and timeout. */
    private static RegexValue regex(@Nullable Object[] a, int at) {
        String pattern = there(a[at], "pattern");
        if (a.length == at + 1) {
            return RegexValue.of(pattern);
        }
        int options = a.length > at + 1 ? (int) ((EnumValue) Objects.requireNonNull(a[at + 1])).value() : 0;
        long ticks = a.length > at + 2 ? ((TimeSpan) Objects.requireNonNull(a[at + 2])).ticks() : RegexValue.INFINITE;
        if (ticks != RegexValue.INFINITE && (ticks <= 0 || ticks > LONGEST_TICKS)) {
            throw DotNetException.outOfRange(
                    "Specified argument was out of the range of valid values.", "matchTimeout");
        }
        return new RegexValue(pattern, options, ticks);
    }

    private static String there(@Nullable Object value, String name) {
        if (value == null) {
            throw DotNetException.argumentNull(name);
        }
        return (String) value;
    }

    private static void describe(TypeBuilder type) {
        TimeSpan infinite = TimeSpan.of(RegexValue.INFINITE);
        type.staticProperty("TimeSpan InfiniteMatchTimeout", () -> infinite)
                .property("TimeSpan MatchTimeout", (RegexValue self) -> TimeSpan.of(self.timeoutTicks()))
                .property("RegexOptions Options", (RegexValue self) -> Options.TYPE.of(self.options()))
                .property("bool RightToLeft", RegexValue::isLeftwards)
                .method("string ToString()", RegexValue::toString)
                .method(
                        "string[] GetGroupNames()",
                        (RegexValue self) -> self.compiled().names().values().toArray(String[]::new))
                .method(
                        "int[] GetGroupNumbers()",
                        (RegexValue self) -> self.compiled().groups().keySet().toArray(Integer[]::new))
                .method(
                        "string GroupNameFromNumber(int i)",
                        (RegexValue self, Integer number) ->
                                self.compiled().names().getOrDefault(number, ""))
                .method(
                        "int GroupNumberFromName(string name)",
                        (RegexValue self, @Nullable String name) ->
                                self.compiled().number(there(name, "name")))
                .method(
                        "static string Escape(string str)",
                        (@Nullable String text) -> Escapes.escape(there(text, "str")))
                .method(
                        "static string Unescape(string str)",
                        (@Nullable String text) -> Escapes.unescape(there(text, "str")));
    }

    private static RegexValue self(@Nullable Object[] a) {
        return (RegexValue) Objects.requireNonNull(a[0]);
    }

    private static int start(@Nullable Object[] a, int at) {
        int start = (Integer) a[at];
        if (start < 0 || start > ((String) a[1]).length()) {
            throw DotNetException.outOfRange(
                    "Start index cannot be less than 0 or greater than input length.", "startat");
        }
        return start;
    }

    private static void instance(TypeBuilder type) {
        type.methodWith(
                        "bool IsMatch(string input)",
                        (call, a) -> match(call, self(a), a[1], BEGIN).success())
                .costly()
                .methodWith("bool IsMatch(string input, int startat)", (call, a) -> {
                    there(a[1], "input");
                    return match(call, self(a), a[1], start(a, 2)).success();
                })
                .costly()
                .methodWith("Match Match(string input)", (call, a) -> match(call, self(a), a[1], BEGIN))
                .costly()
                .methodWith("Match Match(string input, int startat)", (call, a) -> {
                    there(a[1], "input");
                    return match(call, self(a), a[1], start(a, 2));
                })
                .costly()
                .methodWith("Match Match(string input, int beginning, int length)", RegexType::matchPart)
                .costly();
        many(type);
    }

    private static void many(TypeBuilder type) {
        type.methodWith(
                        "MatchCollection Matches(string input)",
                        (call, a) -> self(a).matches(call.evaluation(), there(a[1], "input"), BEGIN))
                .costly()
                .methodWith("MatchCollection Matches(string input, int startat)", (call, a) -> {
                    String input = there(a[1], "input");
                    return self(a).matches(call.evaluation(), input, start(a, 2));
                })
                .costly()
                .methodWith(
                        "int Count(string input)",
                        (call, a) -> self(a).matches(call.evaluation(), there(a[1], "input"), BEGIN)
                                .count())
                .costly()
                .methodWith(
                        "string[] Split(string input)",
                        (call, a) -> self(a).split(call.evaluation(), there(a[1], "input"), 0, BEGIN))
                .costly()
                .methodWith(
                        "string[] Split(string input, int count)",
                        (call, a) -> self(a).split(call.evaluation(), there(a[1], "input"), count(a, 2), BEGIN))
                .costly()
                .methodWith("string[] Split(string input, int count, int startat)", (call, a) -> {
                    String input = there(a[1], "input");
                    return self(a).split(call.evaluation(), input, count(a, 2), start(a, 3));
                })
                .costly();
    }

    private static Match match(Call call, RegexValue regex, @Nullable Object input, int start) {
        return regex.match(call.evaluation(), there(input, "input"), start);
    }

    /** .NET matches the part as if it were all there is, and counts from its start. */
    private static Object matchPart(Call call, @Nullable Object[] a) {
        String input = there(a[1], "input");
        int beginning = (Integer) a[2];
        int length = (Integer) a[3];
        if (beginning < 0 || beginning > input.length()) {
            throw DotNetException.outOfRange(
                    "Start index cannot be less than 0 or greater than input length.", "beginning");
        }
        if (length < 0 || length > input.length() - beginning) {
            throw DotNetException.outOfRange("Length cannot be less than 0 or exceed input length.", "length");
        }
        return self(a).match(call.evaluation(), input.substring(beginning, beginning + length), BEGIN);
    }

    private static int count(@Nullable Object[] a, int at) {
        int count = (Integer) a[at];
        if (count < 0) {
            throw DotNetException.outOfRange("Count cannot be less than -1.", "count");
        }
        return count;
    }

    private static void replacements(TypeBuilder type) {
        for (String by : new String[] {"string replacement", "MatchEvaluator evaluator"}) {
            type.methodWith(
                            "string Replace(string input, " + by + ")",
                            (call, a) -> replace(call, self(a), a, 2, -1, BEGIN))
                    .costly()
                    .methodWith(
                            "string Replace(string input, " + by + ", int count)",
                            (call, a) -> replace(call, self(a), a, 2, limit(a), BEGIN))
                    .costly()
                    .methodWith("string Replace(string input, " + by + ", int count, int startat)", (call, a) -> {
                        there(a[1], "input");
                        return replace(call, self(a), a, 2, limit(a), start(a, 4));
                    })
                    .costly();
        }
    }

    private static int limit(@Nullable Object[] a) {
        int count = (Integer) a[3];
        if (count < -1) {
            throw DotNetException.outOfRange("Count cannot be less than -1.", "count");
        }
        return count;
    }

    private static String replace(Call call, RegexValue regex, @Nullable Object[] a, int by, int count, int start) {
        Object replacement = a[by];
        String input = there(a[by == 2 && a[0] instanceof RegexValue ? 1 : 0], "input");
        if (replacement == null) {
            throw DotNetException.argumentNull("replacement");
        }
        Function<Match, String> code = replacement instanceof Delegate delegate
                ? match -> Texts.orEmpty(delegate.call(match))
                : match -> Substitution.of((String) replacement, match);
        return regex.replace(call.evaluation(), input, code, count, start);
    }

    private static void statics(TypeBuilder type) {
        type.counted(
                        "static bool IsMatch(string input, string pattern)",
                        (Evaluation evaluation, @Nullable String input, @Nullable String pattern) ->
                                match(evaluation, input, pattern).success())
                .costly()
                .counted(
                        "static Match Match(string input, string pattern)",
                        (Evaluation evaluation, @Nullable String input, @Nullable String pattern) ->
                                match(evaluation, input, pattern))
                .costly();
        for (String end : STATIC_ENDS) {
            String two = "(string input, string pattern" + end + ")";
            if (!end.isEmpty()) {
                type.methodWith(
                                "static bool IsMatch" + two,
                                (call, a) -> match(call, of(a), a[0], BEGIN).success())
                        .costly()
                        .methodWith("static Match Match" + two, (call, a) -> match(call, of(a), a[0], BEGIN))
                        .costly();
            }
            type.methodWith(
                            "static MatchCollection Matches" + two,
                            (call, a) -> of(a).matches(call.evaluation(), (String) a[0], BEGIN))
                    .costly()
                    .methodWith(
                            "static int Count" + two,
                            (call, a) -> of(a).matches(call.evaluation(), (String) a[0], BEGIN)
                                    .count())
                    .costly()
                    .methodWith(
                            "static string[] Split" + two,
                            (call, a) -> of(a).split(call.evaluation(), (String) a[0], 0, BEGIN))
                    .costly();
            staticReplace(type, end);
        }
    }

    private static void staticReplace(TypeBuilder type, String end) {
        for (String by : new String[] {"string replacement", "MatchEvaluator evaluator"}) {
            type.methodWith("static string Replace(string input, string pattern, " + by + end + ")", (call, a) -> {
                        @Nullable Object[] plain = a.clone();
                        System.arraycopy(a, 3, plain, 2, a.length - 3);
                        return replace(call, of(java.util.Arrays.copyOf(plain, a.length - 1)), a, 2, -1, BEGIN);
                    })
                    .costly();
        }
    }

    private static Match match(Evaluation evaluation, @Nullable String input, @Nullable String pattern) {
        String text = there(input, "input");
        return RegexValue.of(there(pattern, "pattern")).match(evaluation, text, BEGIN);
    }

    /** The expression of a static method: the text comes first. */
    private static RegexValue of(@Nullable Object[] a) {
        there(a[0], "input");
        return regex(a, 1);
    }
}
