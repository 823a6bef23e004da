package dev.apim.runner.threats;

import java.util.ArrayList;
import java.util.List;

/** JSON that the grammar of RFC 8259 allows, that it forbids, and that is allowed but beyond the limits. */
final class HostileJson {
    private static final List<String> SOUND = List.of(
            "0",
            "-0",
            "1",
            "-1.5",
            "1e1",
            "1E+02",
            "-1.5e-10",
            "9007199254740993",
            "1e400",
            "0.1e-400",
            "\"\"",
            "\"\\\"\"",
            "\"\\\\\\/\\b\\f\\n\\r\\t\"",
            "\"\\u0000\"",
            "\"\\uD83D\\uDE00\"",
            "\"\ud83d\ude00\"",
            "\"\u2028\u2029\"",
            "\"\u007f\"",
            "\"{}[]:,\"",
            "\"\\u0022\"",
            "true",
            "false",
            "null",
            "[]",
            "{}",
            "[[]]",
            "{\"\":0}",
            "{\"a\":{\"b\":[]}}",
            "[1,\"a\",null]",
            "\"\u20ac\"",
            "1".repeat(1_000),
            "\"/\"");

    private static final List<String> UNSOUND = List.of(
            "+1",
            "01",
            "-01",
            "1.",
            ".5",
            "1e",
            "1e+",
            "0x1",
            "1_000",
            "NaN",
            "Infinity",
            "-Infinity",
            "--1",
            "1.5.5",
            "'a'",
            "\"",
            "\"a",
            "a\"",
            "\"\\x41\"",
            "\"\\u12\"",
            "\"\\u{41}\"",
            "\"\\\"",
            "\"\t\"",
            "\"\n\"",
            "\"\u0000\"",
            "\"\\a\"",
            "\"\\'\"",
            "True",
            "FALSE",
            "nil",
            "undefined",
            "tru",
            "nulll",
            "[",
            "]",
            "[1",
            "[1,]",
            "[,1]",
            "[1,,2]",
            "[1 2]",
            "[1;2]",
            "[1:2]",
            "{",
            "}",
            "{\"a\"}",
            "{\"a\":}",
            "{\"a\":1,}",
            "{,\"a\":1}",
            "{a:1}",
            "{'a':1}",
            "{1:1}",
            "{\"a\" 1}",
            "{\"a\":1 \"b\":2}",
            "{\"a\":1;}",
            "{\"a\"::1}",
            "{null:1}",
            "[}",
            "{]",
            "// c\n1",
            "/* c */1",
            "# c\n1",
            "1 2x",
            "\u00a01",
            "\\u0031");

    private HostileJson() {}

    static List<String> sound() {
        return placed(SOUND);
    }

    static List<String> unsound() {
        return placed(UNSOUND);
    }

    /** Alone in an array, as the value of a member, and among others. */
    private static List<String> placed(List<String> values) {
        List<String> all = new ArrayList<>();
        for (String value : values) {
            all.add("[" + value + "]");
            all.add("{\"a\":" + value + "}");
            all.add("{ \"b\" : [ 1 ,\r\n\t" + value + " ] , \"c\" : null }");
        }
        return all;
    }

    /** More than is read. */
    static List<String> beyond() {
        return List.of(
                "[".repeat(100_000) + "]".repeat(100_000),
                "[".repeat(500_000),
                "{\"a\":".repeat(120) + "1" + "}".repeat(120),
                "{\"a\":" + "1".repeat(1_500_000) + "}",
                "{\"a\":0." + "1".repeat(1_001) + "}",
                "{\"a\":1,\"a\":2}",
                "{\"x\":{\"a\":1,\"b\":2,\"a\":1}}");
    }

    /** An object whose names all have one hash. */
    static String collisions() {
        StringBuilder object = new StringBuilder("{");
        for (String name : collidingNames()) {
            object.append(object.length() == 1 ? "\"" : ",\"").append(name).append("\":1");
        }
        return object.append('}').toString();
    }

    /** Sixteen thousand names of one hash. */
    static List<String> collidingNames() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 1 << 14; i++) {
            StringBuilder name = new StringBuilder();
            for (int bit = 0; bit < 14; bit++) {
                name.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            names.add(name.toString());
        }
        return names;
    }
}
