package dev.apim.core.document;

import java.util.Set;

/**
 * What a document depends on: when one of these changes, appears or goes, the document must be read again.
 *
 * @param namedValues names in {@code {{…}}}, whether defined or not
 * @param fragments ids of {@code include-fragment}
 */
public record DocumentReferences(Set<String> namedValues, Set<String> fragments) {
    public DocumentReferences {
        namedValues = Set.copyOf(namedValues);
        fragments = Set.copyOf(fragments);
    }
}
