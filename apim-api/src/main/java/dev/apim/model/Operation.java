package dev.apim.model;

import java.util.List;

/**
 * One operation of an API (Azure: {@code operation}).
 *
 * @param id resource name
 * @param displayName 1 to 300 characters
 * @param description or empty
 * @param method HTTP method
 * @param urlTemplate relative to the API path, such as {@code /orders/{id}?expand={what}}
 * @param templateParameters of the template
 * @param request what it takes
 * @param responses what it gives
 */
public record Operation(
        String id,
        String displayName,
        String description,
        String method,
        String urlTemplate,
        List<Parameter> templateParameters,
        OperationRequest request,
        List<OperationResponse> responses) {}
