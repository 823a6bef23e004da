package dev.apim.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.Issue;
import dev.apim.importing.InvalidSpecs.InvalidSpec;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class InvalidSpecsTest {
    private static final long SEED = 20_260_101;

    static Stream<InvalidSpec> invalid() {
        return InvalidSpecs.from(SEED).stream();
    }

    @Test
    void thereAreAtLeastThreeHundredOfThem() {
        assertThat(InvalidSpecs.from(SEED)).hasSizeGreaterThanOrEqualTo(300);
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void eachIsRefusedWithItsPlaceAndNothingComesOfIt(InvalidSpec spec) {
        ReadText read = ReadText.of(spec.fileName(), spec.text(), true);
        assertThat(read.result()).as(spec.toString()).isEmpty();
        List<Issue> errors = read.issues().stream().filter(Issue::isError).toList();
        assertThat(errors).isNotEmpty().allSatisfy(issue -> {
            assertThat(issue.position().source()).isEqualTo(spec.fileName());
            assertThat(issue.message()).isNotBlank().doesNotContain("\n", "Exception", "com.fasterxml");
        });
    }

    @Test
    void whatTheyAreMadeFromIsValid() {
        for (SpecGenerator.Version version : SpecGenerator.Version.values()) {
            for (int seed = 0; seed < 50; seed++) {
                assertThat(ReadText.yaml(SpecGenerator.yaml(SpecGenerator.generate(seed, version)))
                                .issues())
                        .isEmpty();
            }
        }
    }
}
