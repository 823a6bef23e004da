package dev.apim.core.snapshot;

import dev.apim.core.compile.CompileEnvironment;
import dev.apim.core.compile.PolicyCatalog;
import dev.apim.core.expression.ExpressionLanguage;
import dev.apim.core.pipeline.ConcurrencyPermits;
import dev.apim.core.policies.control.ControlPolicies;
import dev.apim.model.Deployment;
import dev.apim.policy.PolicyServices;
import dev.apim.policy.PolicyType;
import java.util.List;

/**
 * What every snapshot of a gateway is compiled with.
 *
 * @param policies at hand, without the compound ones, which always are
 * @param languages of expressions
 * @param services engines behind the policies
 * @param permits of concurrency limits
 * @param deployment what {@code context.Deployment} says
 * @param absentSectionInherits see {@link CompileEnvironment#absentSectionInherits}
 * @param strict see {@link CompileEnvironment#strict}
 * @param ignoreInvalidKeys whether an invalid key is ignored on an API that needs none
 */
public record SnapshotSettings(
        List<PolicyType> policies,
        ExpressionLanguage languages,
        PolicyServices services,
        ConcurrencyPermits permits,
        Deployment deployment,
        boolean absentSectionInherits,
        boolean strict,
        boolean ignoreInvalidKeys) {
    /** The environment for documents in these surroundings. */
    public CompileEnvironment environment(CompileEnvironment.Surroundings surroundings) {
        PolicyCatalog catalog = new PolicyCatalog(policies, ControlPolicies.types(surroundings));
        return new CompileEnvironment(
                catalog, languages, services, permits, surroundings, absentSectionInherits, strict);
    }
}
