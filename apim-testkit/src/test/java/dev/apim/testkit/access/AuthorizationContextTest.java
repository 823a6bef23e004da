package dev.apim.testkit.access;

import static dev.apim.testkit.access.SignedTokens.jwk;
import static dev.apim.testkit.access.SignedTokens.jwks;
import static dev.apim.testkit.access.SignedTokens.rs256;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.http.HttpResponse;
import dev.apim.http.QueryParameters;
import dev.apim.testkit.TestCall;
import dev.apim.testkit.TestGateway;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** get-authorization-context against a stand-in for the services that give out tokens. */
class AuthorizationContextTest {
    private static final String PROVIDER = "/authorizationProviders/git";
    private static final String TENANT = "11111111-2222-3333-4444-555555555555";
    private static final String USE =
            "<set-header name='Authorization'><value>@(\"Bearer \" + ((Authorization)context.Variables.GetValueOrDefault"
                    + "(\"auth\"))?.AccessToken)</value></set-header>";

    private final TestGateway gateway = TestGateway.create().api("orders", "orders", "GET /{id}");
    private int given;

    @BeforeEach
    void configure() {
        gateway.namedValue("git-secret", "s3cret", true)
                .put(
                        PROVIDER,
                        "{\"displayName\":\"Git\",\"identityProvider\":\"oauth2\",\"oauth2\":{\"grantTypes\":{"
                                + "\"clientCredentials\":{\"tokenUrl\":\"https://git.test/token\",\"scopes\":\"repo\"},"
                                + "\"authorizationCode\":{\"tokenUrl\":\"https://git.test/token\",\"clientId\":\"app\","
                                + "\"clientSecret\":\"{{git-secret}}\"}}}}")
                .put(
                        PROVIDER + "/authorizations/own",
                        "{\"authorizationType\":\"OAuth2\",\"oauth2grantType\":\"ClientCredentials\",\"parameters\":{"
                                + "\"clientId\":\"me\",\"clientSecret\":\"{{git-secret}}\"}}")
                .put(
                        PROVIDER + "/authorizations/ann",
                        "{\"authorizationType\":\"OAuth2\",\"oauth2grantType\":\"AuthorizationCode\",\"parameters\":{"
                                + "\"refreshToken\":\"r0\"}}")
                .put(
                        PROVIDER + "/authorizations/ann/accessPolicies/one",
                        "{\"tenantId\":\"" + TENANT + "\",\"objectId\":\"ann\"}");
        gateway.backends().when("git.test/token", r -> {
            given++;
            return HttpResponse.of(
                    200,
                    "application/json",
                    "{\"access_token\":\"t" + given + "\",\"expires_in\":3600,\"refresh_token\":\"r" + given + "\"}");
        });
    }

    private TestCall with(String attributes, String... headers) {
        gateway.policy(
                        "/apis/orders",
                        "<policies><inbound><base/><get-authorization-context provider-id='git' context-variable-name='auth' "
                                + attributes + "/>" + USE + "</inbound><on-error><set-header name='X-Error'><value>"
                                + "@(context.LastError.Reason + \": \" + context.LastError.Message)</value></set-header>"
                                + "</on-error></policies>")
                .start();
        return gateway.get("/orders/7", headers);
    }

    private QueryParameters form(int index) {
        return QueryParameters.parse(
                gateway.backends().received().get(index).body().text());
    }

    private String used(int index) {
        return gateway.backends().received().get(index).header("Authorization");
    }

    @Test
    void theGatewaysOwnAccountGivesATokenThatServesUntilShortlyBeforeItsEnd() {
        assertThat(with("authorization-id='own'").status()).isEqualTo(200);
        gateway.get("/orders/7");

        assertThat(gateway.backends().received()).hasSize(3);
        assertThat(form(0).get("grant_type")).isEqualTo("client_credentials");
        assertThat(form(0).get("client_id")).isEqualTo("me");
        assertThat(form(0).get("client_secret")).isEqualTo("s3cret");
        assertThat(form(0).get("scope")).isEqualTo("repo");
        assertThat(used(1)).isEqualTo("Bearer t1");
        assertThat(used(2)).isEqualTo("Bearer t1");

        gateway.time().advance(Duration.ofMinutes(56));
        gateway.get("/orders/7");
        assertThat(used(4)).isEqualTo("Bearer t2");
    }

    @Test
    void aConsentIsRefreshedWithTheTokenThatCameLast() {
        with("authorization-id='@(\"ann\")'");
        gateway.time().advance(Duration.ofHours(1));
        gateway.get("/orders/7");

        assertThat(form(0).get("grant_type")).isEqualTo("refresh_token");
        assertThat(form(0).get("refresh_token")).isEqualTo("r0");
        assertThat(form(0).get("client_id")).isEqualTo("app");
        assertThat(form(0).get("client_secret")).isEqualTo("s3cret");
        assertThat(form(2).get("refresh_token")).isEqualTo("r1");
        assertThat(used(3)).isEqualTo("Bearer t2");
    }

    @Test
    void microsoftNeedsNoTokenUrl() {
        gateway.put(
                PROVIDER,
                "{\"identityProvider\":\"aad\",\"oauth2\":{\"grantTypes\":{\"clientCredentials\":{"
                        + "\"tenantId\":\"contoso\",\"resourceUri\":\"https://graph.test\"}}}}");

        with("authorization-id='own'");

        assertThat(gateway.backends().received().get(0).url())
                .isEqualTo("https://login.microsoftonline.com/contoso/oauth2/token");
        assertThat(form(0).get("resource")).isEqualTo("https://graph.test");
    }

    @Test
    void whatIsNotThereFailsUnlessThatIsIgnored() {
        TestCall call = with("authorization-id='none'");
        assertThat(call.status()).isEqualTo(500);
        assertThat(call.header("X-Error"))
                .isEqualTo(
                        "AuthorizationContextFailure: No access token could be got from the credential manager: there is"
                                + " no authorization 'none' of provider 'git'.");

        assertThat(with("authorization-id='none' ignore-error='true'").status()).isEqualTo(200);
        assertThat(used(0)).isEqualTo("Bearer ");
    }

    @Test
    void aServiceThatRefusesIsNamedWithoutASecret() {
        gateway.backends()
                .answer(
                        "git.test/token",
                        400,
                        "application/json",
                        "{\"error\":\"invalid_client\",\"error_description\":\"s3cret is wrong\"}");

        TestCall call = with("authorization-id='own'");

        assertThat(call.status()).isEqualTo(500);
        assertThat(call.header("X-Error"))
                .contains("status 400 and error 'invalid_client'")
                .doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource({
        "ann, https://azure-api.net/authorization-manager, 200",
        "bob, https://azure-api.net/authorization-manager, 500",
        "ann, https://other.test, 500"
    })
    void whoAsksByATokenMustBeNamedByAnAccessPolicy(String object, String audience, int status) {
        gateway.backends()
                .answer(
                        "login.microsoftonline.com/common/v2.0/.well-known",
                        200,
                        "application/json",
                        "{\"issuer\":\"https://login.microsoftonline.com/{tenantid}/v2.0\",\"jwks_uri\":"
                                + "\"https://login.microsoftonline.com/keys\"}")
                .answer("login.microsoftonline.com/keys", 200, "application/json", jwks(jwk("one", SignedTokens.RSA)));
        String token = rs256(
                "one",
                "{\"iss\":\"https://login.microsoftonline.com/" + TENANT + "/v2.0\",\"exp\":4000000000,\"tid\":\""
                        + TENANT + "\",\"oid\":\"" + object + "\",\"aud\":\"" + audience + "\"}");

        TestCall call = with(
                "authorization-id='ann' identity-type='jwt' identity='@(context.Request.Headers.GetValueOrDefault(\"X-Id\",\"\"))'",
                "X-Id",
                token);

        assertThat(call.status()).isEqualTo(status);
        assertThat(given).isEqualTo(status == 200 ? 1 : 0);
    }

    @Test
    void anAuthorizationShowsNoSecret() {
        with("authorization-id='own'");

        assertThat(gateway.gateway().toString()).doesNotContain("s3cret");
        assertThat(gateway.warnings()).noneMatch(w -> w.message().contains("s3cret"));
    }
}
