package dev.apim.core.expression.csharp.syntax;

import static dev.apim.core.expression.csharp.syntax.Parsing.expression;
import static dev.apim.core.expression.csharp.syntax.Parsing.mistakes;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What literals are worth. */
final class LiteralTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "2147483647, 2147483647",
        "2147483648, UInt32:2147483648",
        "4294967296, Long:4294967296",
        "9223372036854775808, UInt64:9223372036854775808",
        "18446744073709551615, UInt64:18446744073709551615",
        "-2147483648, -2147483648",
        "-9223372036854775808, Long:-9223372036854775808",
        "-9223372036854775808L, Long:-9223372036854775808",
        "- 5, (- 5)",
        "1u, UInt32:1",
        "1L, Long:1",
        "1ul, UInt64:1",
        "1LU, UInt64:1",
        "4294967296u, UInt64:4294967296",
        "0xFF, 255",
        "0x8000_0000, UInt32:2147483648",
        "0b1010, 10",
        "1_000_000, 1000000",
        "1.5, Double:1.5",
        ".5, Double:0.5",
        "1e3, Double:1000.0",
        "1E-2, Double:0.01",
        "2f, Float:2.0",
        "2d, Double:2.0",
        "1.50m, BigDecimal:1.50",
        "1e2m, BigDecimal:100",
        "1.ToString(), 1.ToString()",
    })
    void numbersHaveTheFirstTypeThatHoldsThem(String code, String value) {
        assertThat(expression(code)).isEqualTo(value);
    }

    @Test
    void numbersThatNoTypeHoldsAreRefusedWhereTheyStand() {
        assertThat(mistakes("@(1 + 18446744073709551616)"))
                .containsExactly("6-26: this whole number is too large; the largest is 18446744073709551615");
        assertThat(mistakes("@(1e400)")).containsExactly("2-7: this number is too large for a double");
        assertThat(mistakes("@(79228162514264337593543950336m)"))
                .singleElement()
                .asString()
                .contains("too large for a decimal");
        assertThat(mistakes("@(12abc)"))
                .singleElement()
                .asString()
                .contains("'12abc'")
                .contains("run into a name");
        assertThat(mistakes("@(0x)")).singleElement().asString().contains("needs digits");
    }

    @Test
    void stringsAndCharactersAreUnescaped() {
        assertThat(expression("\"a\\t\\\"\\u0041\\x41g\\U0001F600\"")).isEqualTo("\"a\t\"AAg😀\"");
        assertThat(expression("@\"a\\t\"\"b\nc\"")).isEqualTo("\"a\\t\"b\nc\"");
        assertThat(expression("'\\''")).isEqualTo("Character:'");
        assertThat(expression("\"{{name}}\"")).isEqualTo("\"{{name}}\"");
    }

    @Test
    void interpolatedStringsKeepTextAlignmentAndFormat() {
        assertThat(expression("$\"a{b}c\"")).isEqualTo("$(\"a\", {b}, \"c\")");
        assertThat(expression("$\"{{x}} {d,-5:N2}\\n\"")).isEqualTo("$(\"{x} \", {d,(- 5):N2}, \"\n\")");
        assertThat(expression("$@\"\"\"{a}\"\" \\\"")).isEqualTo("$(\"\"\", {a}, \"\" \\\")");
        assertThat(expression("@$\"{t:yyyy-MM-dd HH:mm}\"")).isEqualTo("$({t:yyyy-MM-dd HH:mm})");
        assertThat(expression("$\"{(a ? b : c)}{d[\"k\"]}\"")).isEqualTo("$({(?: a b c)}, {d[\"k\"]})");
        assertThat(expression("$\"{f(x => $\"<{x}>\")}\"")).isEqualTo("$({f((=> (x) $(\"<\", {x}, \">\")))})");
        assertThat(expression("$\"\"")).isEqualTo("$()");
    }

    @Test
    void stringsThatAreNotWellWrittenAreRefusedWhereTheyBegin() {
        assertThat(mistakes("@(\"a\\qb\")"))
                .containsExactly(
                        "4-6: found '\\q', which is no escape sequence; write \\\\ for a backslash or put @ before the string");
        assertThat(mistakes("@('ab')"))
                .containsExactly(
                        "2-6: single quotation marks hold exactly one character, found 2; write \"…\" for a string");
        assertThat(mistakes("@(f(\"abc\n))"))
                .first()
                .asString()
                .startsWith("4-8: the string that begins here is not closed");
        assertThat(mistakes("@($\"{a}}\")")).singleElement().asString().contains("write }} for a brace");
        assertThat(mistakes("@($\"{}\")")).containsExactly("5-6: found the end of the hole, expected an expression");
        assertThat(mistakes("@($\"{a b}\")")).singleElement().asString().startsWith("7-8: found 'b', expected '}'");
        assertThat(mistakes("@(\"\"\"a\"\"\")")).singleElement().asString().contains("newer C#");
        assertThat(mistakes("@(a /* b)")).first().asString().contains("comment that begins here is not closed");
        assertThat(mistakes("@(“a”)")).first().asString().contains("typographic quotation mark");
    }

    @Test
    void commentsAreNoCode() {
        assertThat(expression("a /* + b */ + // )\n c")).isEqualTo("(+ a c)");
        assertThat(mistakes("@{\n#region x\nreturn 1; }"))
                .singleElement()
                .asString()
                .startsWith("3-12: lines that begin with '#'");
    }
}
