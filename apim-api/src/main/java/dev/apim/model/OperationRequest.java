package dev.apim.model;

import java.util.List;

/**
 * What an operation takes.
 *
 * @param description or empty
 * @param queryParameters beyond those of the template
 * @param headers request fields
 * @param representations bodies, one for each media type
 */
public record OperationRequest(
        String description,
        List<Parameter> queryParameters,
        List<Parameter> headers,
        List<Representation> representations) {
    /** Nothing declared. */
    public static final OperationRequest NONE = new OperationRequest("", List.of(), List.of(), List.of());
}
