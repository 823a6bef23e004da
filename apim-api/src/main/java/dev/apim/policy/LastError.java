package dev.apim.policy;

import org.jspecify.annotations.Nullable;

/**
 * What went wrong (Azure: {@code context.LastError}).
 *
 * @param source the policy's element name, or a built-in step such as {@code authorization}
 * @param reason machine-readable, if there is one
 * @param message for people
 * @param scope of the document the policy stands in, if it was a policy
 * @param section of it
 * @param path of the policy within the section, such as {@code choose[1]/when[2]}
 * @param policyId the policy's {@code id} attribute, if it has one
 */
public record LastError(
        String source,
        @Nullable String reason,
        String message,
        @Nullable Scope scope,
        @Nullable Section section,
        @Nullable String path,
        @Nullable String policyId) {}
