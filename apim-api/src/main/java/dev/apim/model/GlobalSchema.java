package dev.apim.model;

/**
 * A schema of the service or a workspace, which policies refer to by name (Azure: {@code schema}).
 *
 * @param id resource name
 * @param type what it is written in
 * @param description or empty
 * @param document the schema itself, raw
 */
public record GlobalSchema(String id, Type type, String description, String document) {
    /** What a schema is written in. */
    public enum Type {
        /** JSON Schema. */
        JSON,
        /** XML Schema 1.0. */
        XML
    }
}
