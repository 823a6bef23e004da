package dev.apim.core.policies.routing;

import dev.apim.policy.Exchange;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyFailure;

/** A form that is known and loads, but fails when a request reaches it. */
record Unsupported(PolicyFailure failure) implements Policy {
    @Override
    public Outcome apply(Exchange exchange) {
        return Outcome.fail(failure);
    }

    @Override
    public String toString() {
        return "unsupported: " + failure.message();
    }
}
