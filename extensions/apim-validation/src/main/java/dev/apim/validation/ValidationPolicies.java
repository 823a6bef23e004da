package dev.apim.validation;

import dev.apim.policy.PolicyProvider;
import dev.apim.policy.PolicyType;
import java.util.List;

/** The list of this jar. */
public final class ValidationPolicies implements PolicyProvider {
    /** Keeps nothing itself. */
    public ValidationPolicies() {}

    /** All of them; those of one list share the definitions they compiled. */
    @Override
    public List<PolicyType> policies() {
        Definitions definitions = new Definitions();
        return List.of(
                new ValidateContentPolicy(definitions),
                new ValidateParametersPolicy(definitions),
                new ValidateHeadersPolicy(definitions),
                new ValidateStatusCodePolicy(),
                new ValidateODataRequestPolicy());
    }
}
