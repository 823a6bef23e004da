package dev.apim.core.expression.csharp.syntax;

import static dev.apim.core.expression.csharp.syntax.Parsing.mistakes;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said about an expression that is not well written, and where. */
final class MistakesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\0',
            value = {
                "@() ~ 2-3: found ')', expected an expression",
                "@(a +) ~ 5-6: found ')', expected an expression",
                "@(a b) ~ 4-5: found 'b', expected ')' at the end of the expression",
                "@(f(a b, c)) ~ 6-7: found 'b', expected ',' or ')'",
                "@(a.) ~ 4-5: found ')', expected the name of a member behind '.'",
                "@(a ? b) ~ 7-8: found ')', expected ':'",
                "@(h[\"a\") ~ 7-8: found ')', expected ',' or ']'",
                "@(new A) ~ 7-8: found ')', expected '(', '[' or '{' behind the type",
                "@(x => ) ~ 7-8: found ')', expected an expression",
                "@(from x in y) ~ 13-14: found ')', expected 'select' or 'group', with which a query ends",
                "@{ return a } ~ 11-11: found '}', expected ';' behind the statement",
                "@{ foo()); return 1; } ~ 8-8: found ')', expected ';' behind the statement",
                "@{ retrun x; } ~ 3-9: found 'retrun'; did you mean 'return'?",
                "@{ retrun x + 1; } ~ 3-9: found 'retrun'; did you mean 'return'?",
                "@{ if (a) { } esle { } } ~ 14-18: found 'esle'; did you mean 'else'?",
                "@{ foreach (x in xs) { } } ~ 12-13: found 'x' without a type; write foreach (var x in …)",
                "@{ try { } return 1; } ~ 11-17: found 'return', expected 'catch' or 'finally' behind the block of 'try'",
                "@{ switch (x) { foo(); case 1: break; } } ~ 16-19: found 'foo', expected 'case' or 'default'",
                "@(a and b) ~ 4-7: found 'and'; C# writes '&&'",
                "@(a or b) ~ 4-6: found 'or'; C# writes '||'",
                "@(not a) ~ 2-5: found 'not'; C# writes '!'",
                "@(a === b) ~ 6-7: found '==='; C# writes '=='",
                "@(a <> b) ~ 5-6: found '<>'; C# writes '!='",
            })
    void aMistakeIsReportedOnceWhereItIsWithWhatIsExpected(String text, String mistake) {
        assertThat(mistakes(text)).containsExactly(mistake);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                "@(x switch { 1 => 2, _ => 3 }); 4-10; 'switch' statement",
                "@(a[1..2]); 5-7; Substring",
                "@(a[^1]); 4-5; a.Last()",
                "@(new()); 5-6; new T(…)",
                "@(x is not null); 7-10; x != null",
                "@(x is { A: 1 }); 7-8; comparisons with '&&'",
                "@(x is A and B); 9-12; x is A || x is B",
                "@(x is > 5); 7-8; x > …",
                "@(x ??= y); 4-7; x = x ?? y",
                "@(x!.y); 3-4; without '!'",
                "@([1, 2]); 2-3; new[] { … }",
                "@(a with { X = 1 }); 4-8; a new object",
                "@(static x => x); 2-8; without 'static'",
                "@{ switch (x) { case int: break\u037e } }; 21-24; case T _:",
                "@{ switch (x) { case _: break\u037e } }; 21-22; default:",
                "@{ record A(int x)\u037e }; 3-9; an anonymous type",
                "@{ using var a = b()\u037e }; 3-8; using (var x = …) { … }",
                "@{ static int F() => 1\u037e }; 3-9; without 'static'",
            })
    void whatBelongsToANewerCSharpIsNamedWithItsReplacement(String text, String place, String replacement) {
        assertThat(mistakes(text.replace('\u037e', ';')))
                .singleElement()
                .asString()
                .startsWith(place + ": ")
                .contains("belongs to a newer C# than policy expressions have, which is C# 7; write ")
                .contains(replacement);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '\0',
            value = {
                "@(await f()) # 2-7",
                "@{ await f(); return 1; } # 3-8",
                "@(async x => 1) # 2-7",
                "@{ async Task F() { } return 1; } # 3-8",
                "@{ goto a; } # 3-7",
                "@{ label: return 1; } # 3-8",
                "@{ lock (x) { } return 1; } # 3-7",
                "@{ unsafe { } return 1; } # 3-9",
                "@{ yield return 1; } # 3-8",
                "@{ class A { int x; } return 1; } # 3-8",
                "@{ using System.Linq; return 1; } # 3-8",
                "@(this.x) # 2-6",
                "@(stackalloc int[3]) # 2-12",
                "@{ private int x = 1; return x; } # 3-10",
                "@{ void F<T>() where T : class { } return 1; } # 15-20",
            })
    void whatPolicyExpressionsDoNotHaveIsRefusedAtTheWord(String text, String place) {
        assertThat(mistakes(text))
                .singleElement()
                .asString()
                .startsWith(place + ": ")
                .containsAnyOf("not available in policy expressions", "in policy expressions");
    }

    @Test
    void statementsInParenthesesAreToldToBeABlock() {
        assertThat(mistakes("@(return a;)")).singleElement().asString().startsWith("2-8: found 'return' in @(…)");
        assertThat(mistakes("@(a;)")).singleElement().asString().startsWith("3-4: found ';' in @(…)");
        assertThat(mistakes("@(a) + (b)")).singleElement().asString().startsWith("5-6: found '+' behind the bracket");
        assertThat(mistakes("x")).containsExactly("0-1: a policy expression begins with '@(' or '@{'");
    }

    @Test
    void mistakesOfSeveralStatementsAreAllReported() {
        assertThat(mistakes("@{ var a = ; if (b { c(); } foo(1 2); return d.; }"))
                .extracting(m -> m.substring(0, m.indexOf(':')))
                .containsExactly("11-12", "19-20", "34-35", "47-48");
    }

    @Test
    void aSecretInTheTextIsShownAsWhoeverPutItThereWants() {
        Parsing parsing = new Parsing() {
            @Override
            public String shown(Span span, String written) {
                return "{{key}}";
            }
        };
        CSharpParser.parse("@(a s3cr3t)", false, parsing);
        CSharpParser.parse("@(12s3cr3t)", false, parsing);
        assertThat(parsing.issues)
                .hasSize(2)
                .allSatisfy(m -> assertThat(m).contains("{{key}}").doesNotContain("s3cr3t"));
    }

    @ParameterizedTest
    @CsvSource({
        "(, )",
        "!, ''",
        "f(, )",
        "x => , ''",
        "a ? b : , ''",
        "new A { B = , }",
        "a ?? , ''",
        "$\"{, }\"",
        "-, ''"
    })
    void nestingWithoutEndIsRefusedAndNotFollowed(String open, String close) {
        String text = "@(" + open.repeat(5000) + "x" + close.repeat(5000) + ")";
        assertThat(mistakes(text))
                .first()
                .asString()
                .containsAnyOf("nested more than 128 deep", "nested more than 32 deep");
    }

    @Test
    void blocksWithoutEndAndEndlessChainsAreRefused() {
        assertThat(mistakes("@{" + "{".repeat(5000) + "}".repeat(5000) + "}"))
                .first()
                .asString()
                .contains("128 deep");
        assertThat(mistakes("@{" + "if (a) b(); else ".repeat(5000) + "c(); }"))
                .first()
                .asString()
                .contains("128 deep");
        assertThat(mistakes("@(a" + " + a".repeat(5000) + ")"))
                .singleElement()
                .asString()
                .contains("500 operators");
        assertThat(mistakes("@(a" + ".b()".repeat(5000) + ")"))
                .singleElement()
                .asString()
                .contains("500 operators");
        assertThat(mistakes("@(a" + " + b.c.d()".repeat(450) + ")")).isEmpty();
    }

    @Test
    void longTextsThatLookLikeTypesAreReadInLinearTime() {
        assertThat(mistakes("@(f(" + "a<b, ".repeat(50_000) + "1))")).isEmpty();
        assertThat(mistakes("@(a" + " < a".repeat(50_000) + ")")).isNotEmpty();
        assertThat(mistakes("@{" + "(".repeat(50_000))).isNotEmpty();
        assertThat(mistakes("@{" + "f(x => {".repeat(20_000))).isNotEmpty();
    }
}
