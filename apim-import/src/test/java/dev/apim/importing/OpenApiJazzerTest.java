package dev.apim.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.apim.Issue;
import dev.apim.core.json.Json;
import dev.apim.resource.SpecificationReader.Specification;
import dev.apim.resource.SpecificationReader.SpecificationSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The reader of OpenAPI among texts nobody has thought of. */
class OpenApiJazzerTest {
    private static final String SOURCE = "specification.yaml";

    @FuzzTest(maxDuration = "60s")
    void everyTextIsReadOrRefusedWithAReason(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        List<Issue> issues = new ArrayList<>();

        Optional<Specification> read =
                new OpenApiReader().read(new SpecificationSource(SOURCE, text, true), issues::add);

        assertThat(read.isEmpty()).isEqualTo(issues.stream().anyMatch(Issue::isError));
        for (Issue issue : issues) {
            assertThat(issue.position().source()).isEqualTo(SOURCE);
            assertThat(issue.message()).isNotBlank();
        }
        read.ifPresent(specification -> specification
                .operations()
                .forEach(operation -> assertThat(Json.parse(operation.properties())
                                .path("urlTemplate")
                                .isTextual())
                        .isTrue()));
    }
}
