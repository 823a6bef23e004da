package dev.apim.core.compile;

import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The policies at hand, by element. Immutable. */
public final class PolicyCatalog {
    private final Map<String, PolicyType> leaves = new LinkedHashMap<>();
    private final Map<String, ControlPolicyType> controls = new LinkedHashMap<>();

    /**
     * With these policies.
     *
     * @throws IllegalArgumentException when two claim the same element
     */
    public PolicyCatalog(Collection<PolicyType> leaves, Collection<ControlPolicyType> controls) {
        controls.forEach(type -> unique(this.controls.put(type.spec().name(), type), type.spec()));
        leaves.forEach(type -> unique(this.leaves.put(type.spec().name(), type), type.spec()));
    }

    /** With more policies, for documents of a kind of their own. */
    public PolicyCatalog with(Collection<PolicyType> more) {
        List<PolicyType> all = new java.util.ArrayList<>(leaves.values());
        all.addAll(more);
        return new PolicyCatalog(all, controls.values());
    }

    private static void unique(@org.jspecify.annotations.Nullable Object before, PolicySpec spec) {
        if (before != null) {
            throw new IllegalArgumentException("two policies claim the element '" + spec.name() + "'");
        }
    }

    Optional<PolicyType> leaf(String element) {
        return Optional.ofNullable(leaves.get(element));
    }

    Optional<ControlPolicyType> control(String element) {
        return Optional.ofNullable(controls.get(element));
    }

    /** The specs of all policies at hand. */
    public List<PolicySpec> specs() {
        List<PolicySpec> specs = new java.util.ArrayList<>();
        controls.values().forEach(type -> specs.add(type.spec()));
        leaves.values().forEach(type -> specs.add(type.spec()));
        return List.copyOf(specs);
    }

    Set<String> names() {
        return specs().stream().map(PolicySpec::name).collect(java.util.stream.Collectors.toSet());
    }
}
