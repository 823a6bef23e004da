package dev.apim.core.policies.access;

import dev.apim.core.jwt.KeyRefresh;
import dev.apim.core.policies.message.AddressPolicy;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Section;
import java.util.List;

/** The policies that decide who may call, and as whom the gateway calls backends. */
public final class AccessPolicies {
    private AccessPolicies() {}

    /** All of them, under the usual rules. */
    public static List<PolicyType> types() {
        return types(KeyRefresh.DEFAULT, AddressPolicy.STRICT, identity());
    }

    /** The identity that the process' environment tells of. */
    public static ManagedIdentity identity() {
        return new ManagedIdentity(IdentityEnvironment.read(System::getenv));
    }

    /**
     * All of them. What they remember (keys of identity providers, tokens) they share, and it lives as long as they do.
     *
     * @param keys how often keys of identity providers are fetched
     * @param addresses the rule for addresses that come out of documents of identity providers
     * @param identity the gateway's own
     */
    public static List<PolicyType> types(KeyRefresh keys, AddressPolicy addresses, ManagedIdentity identity) {
        IdentityProviders providers = new IdentityProviders(keys, addresses);
        return List.of(
                new ValidateJwtPolicy(providers),
                new ValidateAzureAdTokenPolicy(providers),
                new ValidateClientCertificatePolicy(new RevocationLists(addresses.computed())),
                new GetAuthorizationContextPolicy(new AuthorizationTokens(), providers),
                new CheckHeaderPolicy(),
                new IpFilterPolicy(),
                new AuthenticationPolicy(BasicAuthentication.SPEC, BasicAuthentication::compile, Section.INBOUND),
                new AuthenticationPolicy(
                        CertificateAuthentication.SPEC, CertificateAuthentication::compile, Section.INBOUND),
                new AuthenticationPolicy(
                        IdentityAuthentication.SPEC,
                        (element, context) -> IdentityAuthentication.compile(element, context, identity),
                        Section.INBOUND,
                        Section.OUTBOUND));
    }
}
