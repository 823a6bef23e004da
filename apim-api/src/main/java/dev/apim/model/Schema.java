package dev.apim.model;

/**
 * Definitions that operations refer to (Azure: API {@code schema}).
 *
 * @param id resource name
 * @param contentType such as {@code application/vnd.oai.openapi.components+json}
 * @param document the definitions, raw
 */
public record Schema(String id, String contentType, String document) {}
