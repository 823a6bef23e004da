package dev.apim.core.document;

import dev.apim.policy.PolicyElement;

/**
 * A policy document that was read without error. What its elements mean is not checked yet.
 *
 * @param root its outermost element
 * @param references what it depends on
 * @param source what its author wrote, for excerpts
 */
public record ParsedDocument(PolicyElement root, DocumentReferences references, SourceText source) {}
