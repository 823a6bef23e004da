package dev.apim.core.fluent;

import static dev.apim.core.fluent.Policies.*;
import static java.time.Duration.ofMinutes;

import java.util.stream.Stream;

/** Who may call, and as whom the gateway calls, built. */
final class BuiltAccess {
    private BuiltAccess() {}

    static Stream<Built> policies() {
        return Stream.of(
                new Built(
                        authenticationBasic("me", "{{password}}"),
                        "authentication-basic[username=me,password={{password}}]"),
                new Built(
                        authenticationCertificate().certificateId("client"),
                        "authentication-certificate[certificate-id=client]"),
                new Built(
                        authenticationManagedIdentity("https://vault.azure.net")
                                .clientId("@(context.User.Id)")
                                .outputTokenVariableName("token")
                                .ignoreError(true),
                        "authentication-managed-identity[resource=https://vault.azure.net,client-id=@(context.User.Id),"
                                + "output-token-variable-name=token,ignore-error=true]"),
                new Built(
                        checkHeader()
                                .name("X-Zone")
                                .failedCheckHttpcode(403)
                                .failedCheckErrorMessage("Not from here.")
                                .ignoreCase(true)
                                .value("north")
                                .value("@(\"south\")"),
                        "check-header[name=X-Zone,failed-check-httpcode=403,failed-check-error-message=Not from here.,"
                                + "ignore-case=true](value\"north\" value\"@(\"south\")\")"),
                new Built(
                        getAuthorizationContext()
                                .providerId("github")
                                .authorizationId("acme")
                                .contextVariableName("github")
                                .identityType("jwt")
                                .identity("@(context.Request.Headers.GetValueOrDefault(\"X-Token\", \"\"))")
                                .ignoreError(false),
                        "get-authorization-context[provider-id=github,authorization-id=acme,context-variable-name=github,"
                                + "identity-type=jwt,identity=@(context.Request.Headers.GetValueOrDefault(\"X-Token\", \"\")),"
                                + "ignore-error=false]"),
                new Built(
                        ipFilter("allow")
                                .addressRange(range -> range.from("10.0.0.0").to("10.0.0.255"))
                                .address("192.0.2.1"),
                        "ip-filter[action=allow](address\"192.0.2.1\" address-range[from=10.0.0.0,to=10.0.0.255])"),
                new Built(
                        validateAzureAdToken("contoso.example")
                                .headerName("Authorization")
                                .failedValidationHttpcode(403)
                                .outputTokenVariableName("jwt")
                                .decryptionKeys(keys -> keys.key(key -> key.certificateId("opening")))
                                .requiredClaims(claims -> claims.claim(claim -> claim.name("roles")
                                        .match("any")
                                        .value("reader")
                                        .value("writer")))
                                .audiences(audiences -> audiences.audience("api://orders"))
                                .clientApplicationIds(ids -> ids.applicationId("11111111-1111-1111-1111-111111111111"))
                                .backendApplicationIds(
                                        ids -> ids.applicationId("22222222-2222-2222-2222-222222222222")),
                        "validate-azure-ad-token[tenant-id=contoso.example,header-name=Authorization,"
                                + "failed-validation-httpcode=403,output-token-variable-name=jwt]("
                                + "backend-application-ids(application-id\"22222222-2222-2222-2222-222222222222\")"
                                + " client-application-ids(application-id\"11111111-1111-1111-1111-111111111111\")"
                                + " audiences(audience\"api://orders\")"
                                + " required-claims(claim[name=roles,match=any](value\"reader\" value\"writer\"))"
                                + " decryption-keys(key[certificate-id=opening]))"),
                new Built(
                        validateClientCertificate()
                                .validateRevocation(false)
                                .ignoreError("{{lenient}}")
                                .identities(identities -> identities
                                        .identity(one -> one.thumbprint("0123456789ABCDEF0123456789ABCDEF01234567"))
                                        .identity(other -> other.commonName("client.example")
                                                .issuerCertificateId("root"))),
                        "validate-client-certificate[validate-revocation=false,ignore-error={{lenient}}](identities("
                                + "identity[thumbprint=0123456789ABCDEF0123456789ABCDEF01234567]"
                                + " identity[common-name=client.example,issuer-certificate-id=root]))"),
                new Built(
                        validateJwt()
                                .headerName("Authorization")
                                .requireScheme("Bearer")
                                .requireExpirationTime(true)
                                .clockSkew(ofMinutes(1))
                                .failedValidationErrorMessage("Sign in.")
                                .requiredClaims(claims -> claims.claim(claim -> claim.name("scope")
                                                .separator(" ")
                                                .value("orders.read"))
                                        .claim(claim -> claim.name("sub")))
                                .issuers(issuers -> issuers.issuer("https://id.example/"))
                                .audiences(audiences ->
                                        audiences.audience("orders").audience("@(context.Api.Id)"))
                                .decryptionKeys(keys -> keys.key(key -> key.certificateId("opening")))
                                .issuerSigningKeys(keys -> keys.key(key ->
                                                key.id("shared").text("MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="))
                                        .key(key -> key.certificateId("signing")))
                                .openidConfig(provider ->
                                        provider.url("https://id.example/.well-known/openid-configuration")),
                        "validate-jwt[header-name=Authorization,require-scheme=Bearer,require-expiration-time=true,"
                                + "clock-skew=60,failed-validation-error-message=Sign in.]("
                                + "openid-config[url=https://id.example/.well-known/openid-configuration]"
                                + " issuer-signing-keys(key[id=shared]\"MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=\""
                                + " key[certificate-id=signing])" + " decryption-keys(key[certificate-id=opening])"
                                + " audiences(audience\"orders\" audience\"@(context.Api.Id)\")"
                                + " issuers(issuer\"https://id.example/\")"
                                + " required-claims(claim[name=scope,separator= ](value\"orders.read\") claim[name=sub]))"));
    }
}
