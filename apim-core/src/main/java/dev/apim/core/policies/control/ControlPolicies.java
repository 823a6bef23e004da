package dev.apim.core.policies.control;

import dev.apim.core.compile.CompileEnvironment;
import dev.apim.core.compile.ControlPolicyType;
import dev.apim.core.policies.caching.CachingPolicies;
import java.util.List;
import java.util.stream.Stream;

/** The list of this family, with what other families have that is made of other policies. */
public final class ControlPolicies {
    private ControlPolicies() {}

    /** All of them; fragments are looked up in {@code surroundings}. */
    public static List<ControlPolicyType> types(CompileEnvironment.Surroundings surroundings) {
        List<ControlPolicyType> own = List.of(
                new BasePolicy(),
                new IncludeFragmentPolicy(surroundings),
                new ChoosePolicy(),
                new RetryPolicy(),
                new WaitPolicy(),
                new LimitConcurrencyPolicy());
        return Stream.concat(own.stream(), CachingPolicies.compound().stream()).toList();
    }
}
