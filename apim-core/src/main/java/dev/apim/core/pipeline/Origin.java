package dev.apim.core.pipeline;

import dev.apim.Position;
import dev.apim.policy.Scope;
import dev.apim.policy.Section;
import org.jspecify.annotations.Nullable;

/**
 * Where an instruction comes from: what traces, {@code context.LastError} and messages say of it.
 *
 * @param element the policy's element name
 * @param scope of its document
 * @param section it stands in
 * @param path within the section, such as {@code choose[1]/when[2]/set-header[1]}
 * @param position in the document
 * @param policyId the element's {@code id}, if it has one
 */
public record Origin(
        String element,
        Scope scope,
        Section section,
        String path,
        Position position,
        @Nullable String policyId) {}
