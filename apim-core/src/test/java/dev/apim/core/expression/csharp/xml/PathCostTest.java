package dev.apim.core.expression.csharp.xml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathCostTest {
    @ParameterizedTest
    @DisplayName("a path that goes through a document once costs its nodes once")
    @ValueSource(
            strings = {
                "/a/b/c",
                "//b",
                "a/b",
                "/a/b[@id='1']/c[2]",
                "//*[local-name()='b' and @x = '../..//']",
                "count(//b)",
                "/a/b[c = 'd' or position() < 3 or 'x'=@y]/text()",
                "string(/a/b)"
            })
    void aPathThatGoesThroughADocumentOnceCostsItsNodesOnce(String path) {
        assertThat(PathCost.visits(path, 1_000)).isEqualTo(1_000);
    }

    @ParameterizedTest
    @DisplayName("each part that may lead anywhere again multiplies the cost")
    @ValueSource(
            strings = {
                "//b[//c = 1]",
                "//b[/a/c = 1]",
                "//b[count(/a/b) > 1]",
                "//b[. = /a/c]",
                "//b/../b",
                "//b//c",
                "//b[preceding-sibling::b]",
                "/a/b[ancestor :: a][descendant::c]",
                "b/../b",
                "/a/b[position() = last()]",
                "/a/b[c = d]",
                "/a/b[. != c]",
                "count(//b//b)"
            })
    void eachPartThatMayLeadAnywhereAgainMultipliesTheCost(String path) {
        assertThat(PathCost.visits(path, 1_000)).isGreaterThanOrEqualTo(1_000_000);
    }

    @ParameterizedTest
    @DisplayName("paths side by side cost their sum")
    @ValueSource(strings = {"//a | //b", "/a/b[x|y] | /a/c"})
    void pathsSideBySideCostTheirSum(String path) {
        assertThat(PathCost.visits(path, 1_000)).isEqualTo(2_000);
    }
}
