package dev.apim.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.Issue;
import dev.apim.core.json.Json;
import dev.apim.resource.SpecificationReader.Member;
import dev.apim.resource.SpecificationReader.Specification;
import dev.apim.resource.SpecificationReader.SpecificationSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came of reading a description.
 *
 * @param result the specification, unless refused
 * @param issues all reported
 */
record ReadText(Optional<Specification> result, List<Issue> issues) {
    static ReadText yaml(String text) {
        return of("spec.yaml", text, true);
    }

    static ReadText of(String name, String text, boolean requiredQueryInTemplate) {
        List<Issue> issues = new ArrayList<>();
        Optional<Specification> result =
                new OpenApiReader().read(new SpecificationSource(name, text, requiredQueryInTemplate), issues::add);
        return new ReadText(result, issues);
    }

    /** An OpenAPI 3.0 description with these paths, indented by two, and what follows them. */
    static ReadText paths(String paths) {
        return yaml(withPaths("3.0.3", paths));
    }

    /** The same for Swagger 2.0. */
    static ReadText swaggerPaths(String paths) {
        return yaml("swagger: '2.0'\ninfo: {title: Pets, version: '1'}\npaths:\n" + paths);
    }

    /** A description of the given version; its paths begin on line 4. */
    static String withPaths(String version, String paths) {
        return "openapi: " + version + "\ninfo: {title: Pets, version: '1'}\npaths:\n" + paths;
    }

    /** The specification; fails, listing the issues, when it was refused. */
    Specification specification() {
        assertThat(result).as("issues: %s", issues).isPresent();
        return result.orElseThrow();
    }

    List<String> names() {
        return specification().operations().stream().map(Member::name).toList();
    }

    Member member(String name) {
        return specification().operations().stream()
                .filter(m -> m.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no operation " + name + " among " + names()));
    }

    /** The properties of an operation. */
    JsonNode operation(String name) {
        return Json.parse(member(name).properties());
    }

    /** The properties of the one operation. */
    JsonNode operation() {
        assertThat(names()).hasSize(1);
        return operation(names().get(0));
    }

    /** The properties of the one schema. */
    JsonNode schema() {
        assertThat(specification().schemas()).hasSize(1);
        return Json.parse(specification().schemas().get(0).properties());
    }

    /** Asserts that it was refused, with one error at that line whose message holds {@code words}. */
    void isRefusedAt(int line, String words) {
        assertThat(result).isEmpty();
        assertThat(issues.stream().filter(Issue::isError).toList())
                .singleElement()
                .satisfies(issue -> {
                    assertThat(issue.message()).contains(words);
                    assertThat(issue.position().line()).as(issue.toString()).isEqualTo(line);
                });
    }

    /** Asserts that it was read, with one warning that holds {@code words}. */
    void warns(String words) {
        specification();
        assertThat(issues)
                .singleElement()
                .satisfies(issue -> assertThat(issue.message()).contains(words));
    }
}
