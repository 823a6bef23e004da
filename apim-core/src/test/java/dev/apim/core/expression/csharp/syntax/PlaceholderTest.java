package dev.apim.core.expression.csharp.syntax;

import static dev.apim.core.expression.csharp.syntax.Parsing.withPlaceholders;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Named values in expressions of documents that are read without them. */
final class PlaceholderTest {
    @Test
    void aNamedValueMayStandForAnyExpression() {
        assertThat(withPlaceholders("@({{a.b-c_1}})")).isEqualTo("{{a.b-c_1}}");
        assertThat(withPlaceholders("@(x > {{limit}} ? f({{a}}, \"{{b}}\") : 1)"))
                .isEqualTo("(?: (> x {{limit}}) f({{a}}, \"{{b}}\") 1)");
        assertThat(withPlaceholders("@((string){{x}})")).isEqualTo("(cast string {{x}})");
        assertThat(withPlaceholders("@(new {{type}}(1) { })")).isEqualTo("{{type}}");
        assertThat(withPlaceholders("@({{a}}.b({{c}}))")).isEqualTo("{{a}}.b({{c}})");
    }

    @Test
    void aNamedValueMayBeAPartOfWhatItTouches() {
        assertThat(withPlaceholders("@(context.{{member}} == 1)")).isEqualTo("(== {{member}} 1)");
        assertThat(withPlaceholders("@(a {{operator}} b)")).isEqualTo("{{operator}}");
        assertThat(withPlaceholders("@(max{{n}} + 1)")).isEqualTo("(+ {{n}} 1)");
    }

    @Test
    void aNamedValueMayStandForStatements() {
        assertThat(withPlaceholders("@{ {{setup}} return {{x}}; }")).isEqualTo("{{setup}}; (return {{x}})");
        assertThat(withPlaceholders("@{{{all}}}")).isEqualTo("{{all}};");
    }

    @Test
    void bracesOfInitializersAreStillBraces() {
        assertThat(withPlaceholders("@(new D<string, int> {{ \"a\", 1 }, {\"b\", 2}})"))
                .isEqualTo("new D<string,int>(){{\"a\", 1}, {\"b\", 2}}");
        assertThat(withPlaceholders("@(new D<string, string> {{a, b}})")).isEqualTo("new D<string,string>(){{a, b}}");
        assertThat(withPlaceholders("@(new L<int> {{a}})")).isEqualTo("new L<int>(){{{a}}}");
        assertThat(withPlaceholders("@($\"{{name}}{x}\")")).isEqualTo("$(\"{name}\", {x})");
    }
}
