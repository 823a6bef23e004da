package dev.apim.core.policies;

import dev.apim.core.jwt.KeyRefresh;
import dev.apim.core.policies.message.AddressPolicy;
import dev.apim.policy.PolicyProvider;
import dev.apim.policy.PolicyType;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** The policies of the core and of the extension jars on the class path. */
public final class PoliciesAtHand {
    private PoliciesAtHand() {}

    /** All of them, but for the compound ones, which the engine compiles itself; under the usual rules. */
    public static List<PolicyType> types() {
        return types(AddressPolicy.STRICT, KeyRefresh.DEFAULT);
    }

    /**
     * The same under other rules.
     *
     * @param addresses where URLs that are computed may lead
     * @param keys how often keys of identity providers are fetched
     */
    public static List<PolicyType> types(AddressPolicy addresses, KeyRefresh keys) {
        return Stream.concat(AllPolicies.types(addresses, keys).stream(), ofExtensions())
                .toList();
    }

    private static Stream<PolicyType> ofExtensions() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return ServiceLoader.load(PolicyProvider.class, loader).stream()
                .map(ServiceLoader.Provider::get)
                .flatMap(provider -> provider.policies().stream());
    }
}
