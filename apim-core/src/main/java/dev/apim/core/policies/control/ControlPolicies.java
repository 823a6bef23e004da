package dev.apim.core.policies.control;

import dev.apim.core.compile.CompileEnvironment;
import dev.apim.core.compile.ControlPolicyType;
import java.util.List;

/** The list of this family. */
public final class ControlPolicies {
    private ControlPolicies() {}

    /** All of them; fragments are looked up in {@code surroundings}. */
    public static List<ControlPolicyType> types(CompileEnvironment.Surroundings surroundings) {
        return List.of(
                new BasePolicy(),
                new IncludeFragmentPolicy(surroundings),
                new ChoosePolicy(),
                new RetryPolicy(),
                new WaitPolicy(),
                new LimitConcurrencyPolicy());
    }
}
