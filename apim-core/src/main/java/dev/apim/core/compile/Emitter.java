package dev.apim.core.compile;

import dev.apim.core.pipeline.Code;
import dev.apim.core.pipeline.CodeBuilder;
import dev.apim.core.pipeline.Origin;
import dev.apim.policy.CompileContext;
import dev.apim.policy.PolicyElement;

/** What a {@link ControlPolicyType} emits its instructions with. */
public interface Emitter {
    /** The instructions so far. */
    CodeBuilder code();

    /** Compiles attributes and expressions of the element, or of a part of it such as one {@code when}. */
    CompileContext context();

    /** Where the element stands. */
    Origin origin();

    /** Where a part of the element stands, such as one {@code when}. */
    Origin origin(PolicyElement part);

    /** What the expressions compiled since the last call need. */
    CodeBuilder.Needs needs();

    /** Compiles the policies within the element itself or, with its name in the path, within a part of it such as one {@code when}. */
    void children(PolicyElement part);

    /** Compiles one policy within the element to code of its own. */
    Code sub(PolicyElement child);
}
