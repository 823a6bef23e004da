package dev.apim.core.policies.content;

import dev.apim.policy.PolicyType;
import java.util.List;

/** The policies of this package. */
public final class ContentPolicies {
    private ContentPolicies() {}

    /** All of them. */
    public static List<PolicyType> types() {
        return List.of(
                new FindAndReplacePolicy(),
                new RedirectContentUrlsPolicy(),
                new JsonpPolicy(),
                new XmlToJsonPolicy(),
                new JsonToXmlPolicy(),
                new XslTransformPolicy());
    }
}
