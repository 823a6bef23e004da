package dev.apim.importing;

import dev.apim.Issue;
import dev.apim.IssueSink;
import dev.apim.Position;
import dev.apim.core.json.PositionedTree;
import dev.apim.resource.SpecificationReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads Swagger 2.0, OpenAPI 3.0 and 3.1 in JSON or YAML, by the rules of Azure's import. Fetches nothing: references and servers that
 * lead out of the document are reported or passed over. Texts of up to 4 MiB, nested up to 100 deep; what a description becomes is
 * limited to 64 MiB. Stateless and thread-safe (Azure: import formats {@code openapi}, {@code openapi+json}, {@code swagger-json}).
 */
public final class OpenApiReader implements SpecificationReader {
    private static final int LARGEST = 4 * 1024 * 1024;
    private static final int LOOK_AT = 4_096;
    private static final int LONGEST_TITLE = 300;
    private static final Pattern BEGINNING =
            Pattern.compile("(?m)(^|[{,])\\s*[\"']?(openapi|swagger)[\"']?\\s*:\\s*[\"']?\\d");

    /** For {@link java.util.ServiceLoader}. */
    public OpenApiReader() {}

    @Override
    public boolean accepts(SpecificationSource source) {
        String name = source.name().toLowerCase(Locale.ROOT);
        if (name.endsWith(".json") || name.endsWith(".yaml") || name.endsWith(".yml")) {
            return true;
        }
        String text = source.text();
        return BEGINNING
                .matcher(text.substring(0, Math.min(text.length(), LOOK_AT)))
                .find();
    }

    @Override
    public Optional<Specification> read(SpecificationSource source, IssueSink issues) {
        Findings findings = new Findings(issues);
        if (isTooLarge(source.text())) {
            findings.error(
                    Position.startOf(source.name()),
                    "the description is larger than 4 MiB; split the API into several");
            return Optional.empty();
        }
        Optional<Specification> read = PositionedTree.read(source.name(), source.text(), findings)
                .flatMap(tree -> read(Place.root(tree, findings), source.requiredQueryInTemplate()));
        return findings.refused() ? Optional.empty() : read;
    }

    private static boolean isTooLarge(String text) {
        return text.length() > LARGEST
                || (text.length() > LARGEST / 3 && text.getBytes(StandardCharsets.UTF_8).length > LARGEST);
    }

    private static Optional<Specification> read(Place root, boolean requiredQueryInTemplate) {
        Optional<Version> version = root.isObjectRoot() ? Version.of(root) : Optional.empty();
        try {
            return version.map(v -> read(root, v, requiredQueryInTemplate));
        } catch (TooLarge e) {
            root.issues()
                    .report(Issue.error(
                            e.place().position(),
                            "what is referred to here again and again makes the API larger than "
                                    + Draft.HEAVIEST / (1024 * 1024) + " MiB; refer to less, or split the API"));
            return Optional.empty();
        }
    }

    private static Specification read(Place root, Version version, boolean requiredQueryInTemplate) {
        Draft draft = new Draft();
        Schemas schemas = new Schemas(version.schemas(), root, draft, new SchemaCheck(version == Version.OPENAPI_3_1));
        Dialect dialect = version == Version.SWAGGER_2
                ? new Swagger2(root, draft, schemas)
                : new OpenApi3(root, version == Version.OPENAPI_3_1, draft, schemas);
        if (!root.has("info")) {
            root.error("'info' is missing; a description needs it, with a title");
        }
        Optional<Place> info = root.object("info");
        if (info.isPresent() && !info.get().has("title")) {
            info.get().error("'title' is missing; give the API one");
        }
        OperationReader operations = new OperationReader(dialect, draft, requiredQueryInTemplate);
        List<Member> members = new PathReader(root, dialect, operations).read();
        return new Specification(
                OperationReader.cut(info.map(i -> i.text("title")).orElse(""), LONGEST_TITLE),
                info.map(i -> i.text("description")).orElse(""),
                dialect.serviceUrl(),
                members,
                schemas.members());
    }
}
