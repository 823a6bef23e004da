package dev.apim.core.artifact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apim.IssueSink;
import dev.apim.Position;
import dev.apim.core.json.Json;
import dev.apim.resource.Resource;
import dev.apim.resource.SpecificationReader;
import dev.apim.resource.SpecificationReader.Member;
import dev.apim.resource.SpecificationReader.SpecificationSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The {@code specification.*} beside an API's properties. */
final class SpecificationFiles {
    private final SourceFiles files;
    private final List<SpecificationReader> readers;
    private final IssueSink issues;

    /**
     * What a description says.
     *
     * @param file that it was read from
     * @param defaults for properties of the API that its own file leaves out
     * @param operations in document order
     * @param schemas that they refer to
     */
    record Content(Path file, Map<String, String> defaults, List<Member> operations, List<Member> schemas) {}

    SpecificationFiles(SourceFiles files, List<SpecificationReader> readers, IssueSink issues) {
        this.files = files;
        this.readers = readers;
        this.issues = issues;
    }

    Optional<Content> read(Path folder, JsonNode api) {
        List<Path> candidates = files.files(folder, issues).stream()
                .filter(file -> file.getFileName().toString().startsWith("specification."))
                .toList();
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        candidates.stream()
                .skip(1)
                .forEach(file -> issues.warning(
                        Position.startOf(file.toString()),
                        "a second description of the API: " + candidates.get(0).getFileName()
                                + " is read, this one is not"));
        Path file = candidates.get(0);
        return files.text(file, SourceFiles.SPECIFICATION_LIMIT, issues)
                .flatMap(text -> file.toString().endsWith(".graphql")
                        ? Optional.of(graphql(file, text))
                        : parsed(file, text, api));
    }

    private Optional<Content> parsed(Path file, String text, JsonNode api) {
        boolean inTemplate =
                !api.path("translateRequiredQueryParameters").asText().equalsIgnoreCase("query");
        SpecificationSource source = new SpecificationSource(file.toString(), text, inTemplate);
        Optional<SpecificationReader> reader =
                readers.stream().filter(r -> r.accepts(source)).findFirst();
        if (reader.isEmpty()) {
            issues.warning(
                    Position.startOf(file.toString()),
                    "nothing at hand reads this description, so the API has no operations from it: add the jar"
                            + " apim-import");
            return Optional.empty();
        }
        return reader.get()
                .read(source, issues)
                .map(s -> new Content(
                        file,
                        Map.of(
                                "displayName",
                                s.displayName(),
                                "description",
                                s.description(),
                                "serviceUrl",
                                s.serviceUrl()),
                        s.operations(),
                        s.schemas()));
    }

    /** A schema of that kind is the whole description: nothing in it has to be read for storing it. */
    private static Content graphql(Path file, String text) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("contentType", "application/vnd.ms-azure-apim.graphql.schema");
        schema.putObject("document").put("value", text);
        Member member = new Member("graphql", Json.write(schema), Resource.Origin.of(file.toString()));
        return new Content(file, Map.of(), List.of(), List.of(member));
    }
}
