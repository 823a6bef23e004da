package dev.apim.core.fluent;

import dev.apim.policy.Scope;

/** Where a policy document comes from: written by hand, or in Java with {@link Policies}. Immutable. */
public interface PolicySource {
    /**
     * The document as XML (Azure: {@code rawxml}, and since all is escaped, {@code xml} too where it was written in Java).
     *
     * @param scope of what it is attached to
     */
    String xml(Scope scope);

    /** A document written by hand; it stays as it is at every scope. */
    static PolicySource xml(String document) {
        return scope -> document;
    }
}
