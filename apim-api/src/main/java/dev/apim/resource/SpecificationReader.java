package dev.apim.resource;

import dev.apim.IssueSink;
import java.util.List;
import java.util.Optional;

/**
 * Reads an interface description into operations and schemas; found with {@link java.util.ServiceLoader}. Stateless and thread-safe.
 * It fetches nothing.
 */
public interface SpecificationReader {
    /** Whether this reader understands the text; a quick look, by name and beginning. */
    boolean accepts(SpecificationSource source);

    /**
     * Reads the text. Mistakes are reported at their place; with an error among them the result is empty.
     */
    Optional<Specification> read(SpecificationSource source, IssueSink issues);

    /**
     * The text of a description.
     *
     * @param name of the file, such as {@code apis/orders/specification.yaml}
     * @param text all of it
     * @param requiredQueryInTemplate whether required query parameters become part of the URL template, as Azure does by default
     */
    record SpecificationSource(String name, String text, boolean requiredQueryInTemplate) {}

    /**
     * What a description says of an API.
     *
     * @param displayName title, or empty
     * @param description or empty
     * @param serviceUrl of the first server with an https URL, or empty
     * @param operations in document order
     * @param schemas that the operations refer to
     */
    record Specification(
            String displayName, String description, String serviceUrl, List<Member> operations, List<Member> schemas) {}

    /**
     * An operation or a schema.
     *
     * @param name the resource name, such as a normalised operationId
     * @param properties JSON object as in Azure's REST contract
     * @param origin where it stands in the description
     */
    record Member(String name, String properties, Resource.Origin origin) {}
}
