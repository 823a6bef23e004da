package dev.apim.model;

import java.util.List;

/**
 * What an operation answers with one status.
 *
 * @param statusCode 100 to 599
 * @param description or empty
 * @param representations bodies, one for each media type
 * @param headers response fields
 */
public record OperationResponse(
        int statusCode, String description, List<Representation> representations, List<Parameter> headers) {}
