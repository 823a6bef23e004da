package dev.apim.core.resource;

import static dev.apim.core.resource.Property.object;
import static dev.apim.core.resource.Property.text;
import static dev.apim.core.resource.Rows.row;

import dev.apim.core.resource.ResourceType.Identifier;
import dev.apim.core.resource.ResourceType.Layout;
import java.util.List;

/** Rows of the credential manager: other services, and who may act in whose name there. */
final class AuthorizationRows {
    private AuthorizationRows() {}

    /** Every row. */
    static List<ResourceType> all() {
        return List.of(
                row(
                        "authorizationProviders",
                        Identifier.usual(256),
                        Layout.of("authorizationProviders", "authorizationProviderInformation.json"),
                        text("displayName").between(1, 300),
                        text("identityProvider"),
                        object("oauth2")),
                row(
                        "authorizationProviders/authorizations",
                        Identifier.usual(256),
                        Layout.of("authorizations", "authorizationInformation.json"),
                        text("authorizationType").oneOf("OAuth2"),
                        text("oauth2grantType").oneOf("AuthorizationCode", "ClientCredentials"),
                        object("parameters")),
                row(
                        "authorizationProviders/authorizations/accessPolicies",
                        Identifier.usual(256),
                        Layout.of("accessPolicies", "accessPolicyInformation.json"),
                        text("tenantId"),
                        text("objectId")));
    }
}
