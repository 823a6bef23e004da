package dev.apim.testkit.threats;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Texts made from the grammar of RFC 8259, and texts that break one rule of it each. */
final class JsonCases {
    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "1",
            "-1",
            "10",
            "123456789",
            "0.0",
            "0.5",
            "-0.5",
            "1.25",
            "1e1",
            "1E1",
            "1e+1",
            "1e-1",
            "1E+02",
            "-1.5e-10",
            "0e0",
            "0e+1",
            "20e1",
            "123.456e78",
            "9007199254740993",
            "1".repeat(1_000));
    private static final List<String> STRINGS = List.of(
            "\"\"",
            "\"a\"",
            "\" \"",
            "\"\\\"\"",
            "\"\\\\\"",
            "\"\\/\"",
            "\"/\"",
            "\"\\b\\f\\n\\r\\t\"",
            "\"\\u0000\"",
            "\"\\u00e9\"",
            "\"\\uD83D\\uDE00\"",
            "\"\u00e9\"",
            "\"\u20ac\"",
            "\"\ud83d\ude00\"",
            "\"\u007f\"",
            "\"\u2028\u2029\"",
            "\"\\uFFFF\"",
            "\"{}[]:,\"",
            "\"null\"",
            "\"\\u0022\"",
            "\"//\"",
            "\"\ufeff\"");
    private static final List<String> SPACES = List.of("", " ", "\t", "\n", "\r", "\r\n \t");
    private static final List<String> BAD_NUMBERS = List.of(
            "+1",
            "01",
            "-01",
            "00",
            "1.",
            ".5",
            "-.5",
            "1.e1",
            "1e",
            "1e+",
            "1e-",
            "1E",
            "--1",
            "-",
            "1.2.3",
            "1e1.5",
            "0x10",
            "0b1",
            "1_000",
            "1,5",
            "Infinity",
            "-Infinity",
            "NaN",
            "+Infinity",
            "1e1e1",
            "- 1",
            "1 2",
            "\u0661",
            "1a",
            "0e",
            "1L",
            "\uff11",
            "1".repeat(1_001),
            "-" + "1".repeat(1_001),
            "0." + "1".repeat(1_001),
            "2.e3",
            "9.e+");
    private static final List<String> BAD_STRINGS = List.of(
            "\"",
            "\"a",
            "a\"",
            "'a'",
            "`a`",
            "\"\\\"",
            "\"\\x41\"",
            "\"\\a\"",
            "\"\\u\"",
            "\"\\u0\"",
            "\"\\u00\"",
            "\"\\u004\"",
            "\"\\u00G0\"",
            "\"\\U0041\"",
            "\"\\'\"",
            "\"\\ \"",
            "\"\n\"",
            "\"\t\"",
            "\"\r\"",
            "\"\u0000\"",
            "\"\u001f\"",
            "\"\\v\"",
            "\"\\0\"",
            "\"\\u{41}\"",
            "\"a\"b",
            "\"a\"\"b\"",
            "\"\\e\"",
            "\"\\\n\"");
    private static final List<String> BAD_WORDS = List.of(
            "True",
            "TRUE",
            "tru",
            "truee",
            "False",
            "fals",
            "Null",
            "NULL",
            "nul",
            "nil",
            "undefined",
            "none",
            "yes",
            "t",
            "f",
            "n",
            "true false",
            "nulll");

    private JsonCases() {}

    static List<String> sound() {
        Set<String> all = new LinkedHashSet<>(NUMBERS);
        all.addAll(STRINGS);
        all.addAll(List.of("true", "false", "null", "[]", "{}", "[[]]", "{\"a\":{}}"));
        for (String value : List.of("1", "\"a\"", "true", "null", "[]", "{}")) {
            all.add("[" + value + "]");
            all.add("[" + value + "," + value + "]");
            all.add("{\"a\":" + value + "}");
            all.add("{\"\":" + value + ",\"b\":[" + value + "]}");
        }
        for (String space : SPACES) {
            all.add(space + "[" + space + "1" + space + "," + space + "2" + space + "]" + space);
            all.add(space + "{" + space + "\"a\"" + space + ":" + space + "1" + space + "}" + space);
            all.add(space + "[" + space + "]");
            all.add("{" + space + "}" + space);
        }
        all.add("[".repeat(100) + "]".repeat(100));
        all.add("{\"a\":".repeat(99) + "1" + "}".repeat(99));
        all.add("{\"a\":1,\"A\":2}");
        return new ArrayList<>(all);
    }

    static List<String> unsound() {
        Set<String> all = new LinkedHashSet<>();
        for (List<String> bad : List.of(BAD_NUMBERS, BAD_STRINGS, BAD_WORDS)) {
            for (String value : bad) {
                all.add("[" + value + "]");
                all.add("{\"a\":" + value + "}");
            }
        }
        all.removeIf(text -> text.equals("[1,5]"));
        all.addAll(List.of(
                "",
                " ",
                "[",
                "]",
                "{",
                "}",
                "[1",
                "[1,",
                "[1,]",
                "[,1]",
                "[,]",
                "[1,,2]",
                "[1 2]",
                "[1;2]",
                "[1:2]",
                "{\"a\"}",
                "{\"a\":}",
                "{:1}",
                "{\"a\":1,}",
                "{,\"a\":1}",
                "{\"a\" 1}",
                "{\"a\":1 \"b\":2}",
                "{a:1}",
                "{'a':1}",
                "{1:1}",
                "{null:1}",
                "{[]:1}",
                "{\"a\":1}}",
                "[1]]",
                "{\"a\":1",
                "[{]}",
                "[1}",
                "{\"a\":[}",
                "[1]x",
                "[1] [2]",
                "{} {}",
                "[1]//c",
                "[/*c*/1]",
                "//c\n[1]",
                "#c\n[1]",
                "[1]\u0000",
                "\u00a0[1]",
                "[1]\u00a0",
                "[\u20281]",
                "[\u000b1]",
                "[\f1]",
                "{\"a\":1,\"a\":2}",
                "{\"a\":{\"b\":1,\"b\":1}}",
                "{\"a\":1,\"\\u0061\":2}",
                "[1]\ufeff",
                "(1)",
                "<a/>",
                "=1",
                "&",
                "[\"a\",\n4\n,1,",
                "[<null>]",
                "[*]",
                "{\"a\":/*c*/1}",
                "[...1]",
                "{...a}",
                "[-]",
                "[@]",
                "[$1]"));
        all.add("[".repeat(101) + "]".repeat(101));
        all.add("{\"a\":".repeat(101) + "1" + "}".repeat(101));
        all.add("[".repeat(100_000));
        return new ArrayList<>(all);
    }
}
