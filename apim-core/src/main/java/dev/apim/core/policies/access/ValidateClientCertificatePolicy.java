package dev.apim.core.policies.access;

import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Section;
import java.util.List;

/** Lets only requests of clients with an accepted certificate pass (Azure: validate-client-certificate). */
final class ValidateClientCertificatePolicy implements PolicyType {
    private final RevocationLists lists;

    ValidateClientCertificatePolicy(RevocationLists lists) {
        this.lists = lists;
    }

    @Override
    public PolicySpec spec() {
        return PolicySpec.of("validate-client-certificate", "Lets only clients with an accepted certificate pass.")
                .sections(Section.INBOUND)
                .attributes(
                        flag("validate-revocation", "Whether it must not have been revoked.", "true"),
                        flag("validate-trust", "Whether somebody trusted must vouch for it.", "true"),
                        flag("validate-not-before", "Whether its time must have come.", "true"),
                        flag("validate-not-after", "Whether its time must not be over.", "true"),
                        flag("ignore-error", "Whether the request goes on all the same.", "false"))
                .children(ElementSpec.of("identities", "Certificates that pass; without any, all that are valid do.")
                        .children(CertificateIdentity.spec())
                        .occurs(0, 1));
    }

    private static AttributeSpec flag(String name, String summary, String otherwise) {
        return AttributeSpec.of(name, Type.BOOLEAN, summary).or(otherwise);
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        context.unbounded();
        List<CertificateIdentity> identities = element.child("identities")
                .map(list -> list.children("identity").stream()
                        .map(child -> CertificateIdentity.compile(child, context))
                        .toList())
                .orElse(List.of());
        return new ClientCertificateCheck(
                new ClientCertificateCheck.Asked(
                        is(element, "validate-revocation", context),
                        is(element, "validate-trust", context),
                        is(element, "validate-not-before", context),
                        is(element, "validate-not-after", context)),
                is(element, "ignore-error", context),
                identities,
                context.scope(),
                lists,
                context.services());
    }

    private static boolean is(PolicyElement element, String attribute, CompileContext context) {
        return Boolean.TRUE.equals(context.literal(element, attribute, Boolean.class));
    }
}
