package dev.apim.core.resource;

import dev.apim.Position;
import dev.apim.model.PolicyDocument;
import dev.apim.resource.ResourcePath;

/**
 * A policy document or fragment and where it was written.
 *
 * @param path of the resource, such as {@code /apis/orders/policies/policy} or {@code /policyFragments/limits}
 * @param document as written
 * @param start its first character in the author's file
 */
public record PolicyDocumentEntry(ResourcePath path, PolicyDocument document, Position start) {}
