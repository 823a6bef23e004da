package dev.apim.testkit.access;

import static dev.apim.testkit.access.SignedTokens.jwk;
import static dev.apim.testkit.access.SignedTokens.jwks;
import static dev.apim.testkit.access.SignedTokens.rs256;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apim.ConfigurationException;
import dev.apim.http.HttpResponse;
import dev.apim.testkit.TestCall;
import dev.apim.testkit.TestGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens of Microsoft Entra ID, against a stand-in that publishes what the real one does. */
class ValidateAzureAdTokenTest {
    private static final String HOME = "11111111-2222-3333-4444-555555555555";
    private static final String PERSONAL = "9188040d-6c67-4c5b-b112-36a304b66dad";

    private TestGateway gateway = TestGateway.create();

    private void with(String attributes, String children) {
        gateway = TestGateway.create()
                .api("orders", "orders", "GET /{id}")
                .policy(
                        "/apis/orders",
                        "<policies><inbound><base/><validate-azure-ad-token " + attributes + ">" + children
                                + "</validate-azure-ad-token></inbound><on-error><set-header name='X-Error'><value>"
                                + "@(context.LastError.Reason + \": \" + context.LastError.Message)</value></set-header>"
                                + "</on-error></policies>")
                .start();
        publish("login.microsoftonline.com", HOME, HOME);
        for (String many : new String[] {"common", "organizations"}) {
            publish("login.microsoftonline.com", many, "{tenantid}");
        }
    }

    private void publish(String host, String tenant, String named) {
        document(host + "/" + tenant + "/v2.0/.well-known/", "https://" + host + "/" + named + "/v2.0", host);
        document(host + "/" + tenant + "/.well-known/", "https://sts.windows.net/" + named + "/", host);
        gateway.backends()
                .when("/keys", r -> HttpResponse.of(200, "application/json", jwks(jwk("one", SignedTokens.RSA))));
    }

    private void document(String at, String issuer, String host) {
        String text = "{\"issuer\":\"" + issuer + "\",\"jwks_uri\":\"https://" + host + "/keys\"}";
        gateway.backends().when(at, r -> HttpResponse.of(200, "application/json", text));
    }

    private static String token(String issuer, String more) {
        return rs256("one", "{\"iss\":\"" + issuer + "\",\"exp\":4000000000" + more + "}");
    }

    private static String v2(String tenant, String more) {
        return token("https://login.microsoftonline.com/" + tenant + "/v2.0", ",\"tid\":\"" + tenant + "\"" + more);
    }

    private TestCall call(String token) {
        return gateway.get("/orders/7", "Authorization", "Bearer " + token);
    }

    @Test
    void tokensOfBothKindsOfTheTenantPass() {
        with("tenant-id='" + HOME + "'", "");

        assertThat(call(v2(HOME, "")).status()).isEqualTo(200);
        assertThat(call(token("https://sts.windows.net/" + HOME + "/", "")).status())
                .isEqualTo(200);
        assertThat(call(v2("99999999-2222-3333-4444-555555555555", "")).header("X-Error"))
                .startsWith("TokenIssuerNotAllowed");
        assertThat(gateway.get("/orders/7").text()).contains("JWT not present.");
    }

    @ParameterizedTest
    @CsvSource({
        "common, " + HOME + ", 200",
        "common, " + PERSONAL + ", 200",
        "organizations, " + HOME + ", 200",
        "organizations, " + PERSONAL + ", 401"
    })
    void aNameMayStandForManyTenants(String name, String tenant, int status) {
        with("tenant-id='" + name + "'", "");

        assertThat(call(v2(tenant, "")).status()).isEqualTo(status);
    }

    @Test
    void aTokenCannotNameATenantToFitItsIssuer() {
        with("tenant-id='common'", "");

        assertThat(call(token("https://login.microsoftonline.com/a/b/v2.0", ",\"tid\":\"a/b\""))
                        .status())
                .isEqualTo(401);
        assertThat(call(token("https://login.microsoftonline.com//v2.0", "")).status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"azp\":\"c1\"|200",
                "\"appid\":\"C2\"|200",
                "\"azp\":\"c3\"|401",
                "\"azp\":\"c3\",\"appid\":\"c1\"|401",
                "\"sub\":\"c1\"|401"
            })
    void onlyTheNamedClientsPass(String claims, int status) {
        with(
                "tenant-id='" + HOME + "'",
                "<client-application-ids><application-id>c1</application-id><application-id>@(\"c2\")</application-id>"
                        + "</client-application-ids>");

        assertThat(call(v2(HOME, "," + claims)).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"b1, 200", "api://b1, 200", "b2, 401", "api://b2, 401"})
    void onlyTokensForTheNamedBackendsPass(String audience, int status) {
        with(
                "tenant-id='" + HOME + "'",
                "<backend-application-ids><application-id>b1</application-id></backend-application-ids>");

        assertThat(call(v2(HOME, ",\"aud\":\"" + audience + "\"")).status()).isEqualTo(status);
    }

    @Test
    void audiencesAndClaimsCountAsInValidateJwt() {
        with(
                "tenant-id='@(\"" + HOME + "\")' failed-validation-httpcode='403' output-token-variable-name='t'",
                "<audiences><audience>a</audience></audiences><required-claims><claim name='roles' match='any'>"
                        + "<value>reader</value></claim></required-claims>");

        assertThat(call(v2(HOME, ",\"aud\":\"a\",\"roles\":[\"reader\"]")).status())
                .isEqualTo(200);
        assertThat(call(v2(HOME, ",\"aud\":\"a\",\"roles\":[\"x\"]")).status()).isEqualTo(403);
        assertThat(call(v2(HOME, ",\"aud\":\"b\",\"roles\":[\"reader\"]")).status())
                .isEqualTo(403);
    }

    @Test
    void aNationalCloudHasItsOwnEndpoint() {
        with("tenant-id='" + HOME + "' authentication-endpoint='https://login.microsoftonline.us/'", "");
        publish("login.microsoftonline.us", HOME, HOME);

        assertThat(call(token("https://login.microsoftonline.us/" + HOME + "/v2.0", ""))
                        .status())
                .isEqualTo(200);
        assertThat(call(v2(HOME, "")).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "a b", "a/b", "", "https://login.microsoftonline.com/"})
    void whatIsNoTenantIsAnErrorAtItsPlace(String id) {
        assertThatThrownBy(() -> with("tenant-id='" + id + "'", ""))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("tenant-id");
    }

    @Test
    void aComputedTenantLeadsNowhereElse() {
        with("tenant-id='@(context.Request.Headers.GetValueOrDefault(\"X-T\",\"\"))'", "");

        assertThat(gateway.get("/orders/7", "X-T", "@evil.test/x", "Authorization", "Bearer x")
                        .status())
                .isEqualTo(500);
        assertThat(gateway.get("/orders/7", "X-T", HOME, "Authorization", "Bearer " + v2(HOME, ""))
                        .status())
                .isEqualTo(200);
        assertThat(gateway.backends().received()).noneMatch(r -> r.url().contains("evil"));
    }
}
