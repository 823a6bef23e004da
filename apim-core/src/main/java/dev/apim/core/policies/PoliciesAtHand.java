package dev.apim.core.policies;

import dev.apim.policy.PolicyProvider;
import dev.apim.policy.PolicyType;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** The policies of the core and of the extension jars on the class path. */
public final class PoliciesAtHand {
    private PoliciesAtHand() {}

    /** All of them, but for the compound ones, which the engine compiles itself. */
    public static List<PolicyType> types() {
        return Stream.concat(AllPolicies.types().stream(), ofExtensions()).toList();
    }

    private static Stream<PolicyType> ofExtensions() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return ServiceLoader.load(PolicyProvider.class, loader).stream()
                .map(ServiceLoader.Provider::get)
                .flatMap(provider -> provider.policies().stream());
    }
}
