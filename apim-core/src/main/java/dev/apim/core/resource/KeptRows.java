package dev.apim.core.resource;

import static dev.apim.core.resource.Rows.kept;
import static dev.apim.core.resource.Rows.keptLink;

import dev.apim.core.resource.ResourceType.Layout;
import java.util.List;

/** Rows of what Azure and its tools know; the engine does nothing with them. */
final class KeptRows {
    private KeptRows() {}

    /** Every row. */
    static List<ResourceType> all() {
        Layout tagDescription = Layout.of("tagDescriptions", "tagDescriptionInformation.json");
        return List.of(
                kept("diagnostics", Layout.of("diagnostics", "diagnosticInformation.json")),
                kept("apis/diagnostics", Layout.of("diagnostics", "diagnosticInformation.json")),
                kept("apis/tagDescriptions", tagDescription),
                kept("apis/wikis", Layout.NONE),
                kept("apis/issues", Layout.NONE),
                kept("apis/operations/tags", Layout.NONE),
                kept("products/wikis", Layout.NONE),
                kept("gateways", Layout.of("gateways", "gatewayInformation.json")),
                keptLink("gateways/apis", Layout.of("apis", "gatewayApiInformation.json")),
                kept("policyRestrictions", Layout.of("policyRestrictions", "policyRestrictionInformation.json")),
                kept("documentations", Layout.of("documentations", "documentationInformation.json")),
                kept("caches", Layout.of("caches", "cacheInformation.json")),
                kept("authorizationServers", Layout.of("authorizationServers", "authorizationServerInformation.json")),
                kept(
                        "openidConnectProviders",
                        Layout.of("openidConnectProviders", "openidConnectProviderInformation.json")),
                kept("identityProviders", Layout.of("identityProviders", "identityProviderInformation.json")),
                kept("notifications", Layout.NONE),
                kept("templates", Layout.NONE));
    }
}
