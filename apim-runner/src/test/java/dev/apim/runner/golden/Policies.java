package dev.apim.runner.golden;

import dev.apim.core.compile.CompileEnvironment;
import dev.apim.core.compile.PolicyCatalog;
import dev.apim.core.pipeline.Code;
import dev.apim.core.policies.PoliciesAtHand;
import dev.apim.core.policies.control.ControlPolicies;
import dev.apim.model.Backend;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.Scope;
import dev.apim.policy.Section;
import java.util.List;
import java.util.Optional;

/** What the engine says of its policies. */
final class Policies {
    private static final List<PolicySpec> ALL =
            new PolicyCatalog(PoliciesAtHand.types(), ControlPolicies.types(new Nothing())).specs();

    private Policies() {}

    static List<PolicySpec> all() {
        return ALL;
    }

    /** Whether an element within a policy is looked at elsewhere: a policy itself, XSLT, or one that is only known by name. */
    static boolean isOnItsOwn(String element) {
        return element.startsWith("authentication-")
                || element.startsWith("xsl:")
                || element.equals("proxy")
                || ALL.stream().anyMatch(spec -> spec.name().equals(element));
    }

    private static final class Nothing implements CompileEnvironment.Surroundings {
        @Override
        public boolean alone() {
            return true;
        }

        @Override
        public Optional<Backend> backend(String id) {
            return Optional.empty();
        }

        @Override
        public Optional<Code> fragment(String id, Scope scope, Section section) {
            return Optional.empty();
        }
    }
}
