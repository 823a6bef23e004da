package dev.apim.model;

import java.util.List;
import java.util.Map;

/**
 * Somebody's consent that this gateway may act in their name at another service, or the gateway's own account there (Azure:
 * {@code authorization} of an {@code authorizationProvider}). {@code toString} leaves the parameters out, which hold secrets.
 *
 * @param providerId resource name of the provider
 * @param id resource name
 * @param identityProvider kind of the provider, such as {@code oauth2} or {@code aad}
 * @param grant {@code ClientCredentials} or {@code AuthorizationCode}
 * @param parameters of the provider's grant and of the authorization, by name: {@code clientId}, {@code clientSecret}, {@code tokenUrl},
 *     {@code scopes}, {@code refreshToken}, …
 * @param access who may use it
 */
public record Authorization(
        String providerId,
        String id,
        String identityProvider,
        String grant,
        Map<String, String> parameters,
        List<Access> access) {
    /**
     * Somebody who may use it (Azure: {@code accessPolicy}).
     *
     * @param tenantId of the identity
     * @param objectId of the identity
     */
    public record Access(String tenantId, String objectId) {}

    @Override
    public String toString() {
        return "Authorization[" + providerId + "/" + id + ", " + grant + "]";
    }
}
