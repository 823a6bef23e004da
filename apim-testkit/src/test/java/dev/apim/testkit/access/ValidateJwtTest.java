package dev.apim.testkit.access;

import static dev.apim.testkit.access.SignedTokens.BASE64;
import static dev.apim.testkit.access.SignedTokens.hs256;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.testkit.TestCall;
import dev.apim.testkit.TestGateway;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What validate-jwt lets pass and what it tells others, with keys written into the policy. */
class ValidateJwtTest {
    private static final long NOW = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();
    private static final String KEYS = "<issuer-signing-keys><key>" + BASE64 + "</key></issuer-signing-keys>";
    private static final String SEEN = "<set-header name='X-Error'><value>@(context.LastError.Source + \" \" + "
            + "context.LastError.Reason + \": \" + context.LastError.Message)</value></set-header>";

    private TestGateway gateway = TestGateway.create();

    private TestGateway with(String attributes, String children) {
        return with(attributes, children, "");
    }

    private TestGateway with(String attributes, String children, String after) {
        gateway = TestGateway.create()
                .api("orders", "orders", "GET /{id}")
                .policy(
                        "/apis/orders",
                        "<policies><inbound><base/><validate-jwt " + attributes + ">" + children + "</validate-jwt>"
                                + after + "</inbound><on-error>" + SEEN + "</on-error></policies>")
                .start();
        return gateway;
    }

    private TestGateway inHeader(String children) {
        return with("header-name='Authorization'", children);
    }

    private TestCall call(String token) {
        return gateway.get("/orders/7", "Authorization", "Bearer " + token);
    }

    private static String claims(String more) {
        return "{\"exp\":" + (NOW + 3600) + (more.isEmpty() ? "" : "," + more) + "}";
    }

    @Test
    void aSignedTokenPassesAndTheBackendGetsIt() {
        inHeader(KEYS);

        TestCall call = call(hs256(claims("\"sub\":\"ann\"")));

        assertThat(call.status()).isEqualTo(200);
        assertThat(gateway.backends().only().header("Authorization")).startsWith("Bearer ey");
    }

    @Test
    void withoutATokenTheCallerIsToldSo() {
        inHeader(KEYS);

        TestCall call = gateway.get("/orders/7");

        assertThat(call.status()).isEqualTo(401);
        assertThat(call.text()).isEqualTo("{ \"statusCode\": 401, \"message\": \"JWT not present.\" }");
        assertThat(call.header("X-Error")).isEqualTo("validate-jwt TokenNotPresent: JWT not present.");
        assertThat(gateway.backends().received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HS256", "HS384", "HS512", "RS256", "RS384", "RS512", "PS256", "PS384", "PS512"})
    void everyTamperedFormOfATokenIsRefusedBeforeAndAfterItWasSeen(String algorithm) {
        KeyPair pair = algorithm.startsWith("HS") ? null : SignedTokens.RSA;
        RSAPublicKey open = (RSAPublicKey) SignedTokens.RSA.getPublic();
        inHeader(
                pair == null
                        ? KEYS
                        : "<issuer-signing-keys><key n='" + SignedTokens.number(open.getModulus(), 0) + "' e='"
                                + SignedTokens.number(open.getPublicExponent(), 0) + "'/></issuer-signing-keys>");
        String token = SignedTokens.signed("{\"alg\":\"" + algorithm + "\"}", claims("\"sub\":\"ann\""), pair);
        Map<String, String> forms = TamperedTokens.of(token, pair);

        for (int round = 0; round < 2; round++) {
            forms.forEach(
                    (what, form) -> assertThat(call(form).status()).as(what).isEqualTo(401));
            assertThat(gateway.backends().received()).hasSize(round);
            assertThat(call(token).status()).isEqualTo(200);
        }
        assertThat(forms).hasSizeGreaterThan(100);
    }

    @Test
    void theTokenMayBeInAQueryParameterOrWhereverAnExpressionFindsIt() {
        String token = hs256(claims(""));

        assertThat(with("query-parameter-name='t'", KEYS)
                        .get("/orders/7?t=" + token)
                        .status())
                .isEqualTo(200);
        assertThat(gateway.get("/orders/7?t=" + token + "&t=x").status()).isEqualTo(401);
        with("token-value='@(context.Request.Headers.GetValueOrDefault(\"X-T\",\"\"))'", KEYS);
        assertThat(gateway.get("/orders/7", "X-T", token).status()).isEqualTo(200);
        assertThat(gateway.get("/orders/7", "X-T", "Bearer " + token).status()).isEqualTo(401);
    }

    @Test
    void aSchemeMayBeRequired() {
        String token = hs256(claims(""));
        with("header-name='Authorization' require-scheme='Bearer'", KEYS);

        assertThat(gateway.get("/orders/7", "Authorization", "bearer " + token).status())
                .isEqualTo(200);
        assertThat(gateway.get("/orders/7", "Authorization", token).text()).contains("JWT not present.");
        assertThat(gateway.get("/orders/7", "Authorization", "Basic " + token).status())
                .isEqualTo(401);
        with("header-name='X-Token' require-scheme='Bearer'", KEYS);
        assertThat(gateway.get("/orders/7", "X-Token", token).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        // skew, exp relative to now, nbf relative to now, reason of the refusal
        "0, 1, , ", "0, 0, , TokenExpired", "0, -1, , TokenExpired", "30, -29, , ", "30, -30, , TokenExpired",
        "30, -31, , TokenExpired", "0, 60, 0, ", "0, 60, 1, JwtInvalid", "30, 60, 30, ", "30, 60, 31, JwtInvalid",
        "900, -299, , ", "900, -300, , TokenExpired"
    })
    void aTokenCountsFromItsBeginningToItsEnd(int skew, int exp, Integer nbf, String reason) {
        with("header-name='Authorization' clock-skew='" + skew + "'", KEYS);
        String claims = "{\"exp\":" + (NOW + exp) + (nbf == null ? "" : ",\"nbf\":" + (NOW + nbf)) + "}";

        TestCall call = call(hs256(claims));

        assertThat(call.status()).isEqualTo(reason == null ? 200 : 401);
        if (reason != null) {
            assertThat(call.header("X-Error")).contains("validate-jwt " + reason);
        }
    }

    @Test
    void aTokenThatIsRememberedEndsAllTheSame() {
        inHeader(KEYS);
        String token = hs256("{\"exp\":" + (NOW + 10) + "}");
        assertThat(call(token).status()).isEqualTo(200);

        gateway.time().advance(Duration.ofSeconds(9));
        assertThat(call(token).status()).isEqualTo(200);
        gateway.time().advance(Duration.ofSeconds(1));
        assertThat(call(token).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"exp\":\"9999999999\"}",
                "{\"exp\":1e400}",
                "{\"exp\":-1}",
                "{\"exp\":null}",
                "{\"exp\":true}",
                "{\"exp\":99999999999999999999}",
                "{\"exp\":9999999999,\"nbf\":\"0\"}",
                "{\"exp\":9999999999,\"iat\":-5}",
                "{\"exp\":NaN}",
                "{\"exp\":9999999999,\"exp\":9999999999}",
                "[]",
                "\"text\"",
                "7",
                "",
                "{\"exp\":9999999999,\"deep\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}"
            })
    void claimsThatAreNoneAreRefusedThoughTheyAreSigned(String claims) {
        inHeader(KEYS);

        assertThat(call(hs256(claims)).status()).isEqualTo(401);
    }

    @Test
    void aTokenNeedNotExpireWhereTheAuthorSaysSo() {
        with("header-name='Authorization' require-expiration-time='@(false)'", KEYS);

        assertThat(call(hs256("{}")).status()).isEqualTo(200);
        assertThat(call(hs256("{\"exp\":1}")).status()).isEqualTo(401);
    }

    @Test
    void anUnsignedTokenPassesOnlyWhereTheAuthorSaysSoAndASignatureIsNeverIgnored() {
        String unsigned = SignedTokens.part("{\"alg\":\"none\"}") + "." + SignedTokens.part(claims("")) + ".";
        inHeader(KEYS);
        assertThat(call(unsigned).status()).isEqualTo(401);

        with("header-name='Authorization' require-signed-tokens='false'", KEYS);
        assertThat(call(unsigned).status()).isEqualTo(200);
        assertThat(call(hs256(claims(""))).status()).isEqualTo(200);
        assertThat(call(hs256(claims("")) + "A").status()).isEqualTo(401);
        assertThat(call(hs256(claims("")).replaceAll("[^.]*$", "")).status()).isEqualTo(401);
    }

    @Test
    void aTokenTooLongIsNotLookedAt() {
        inHeader(KEYS);

        TestCall call = call(hs256(claims("\"x\":\"" + "x".repeat(16 * 1024) + "\"")));

        assertThat(call.status()).isEqualTo(401);
        assertThat(call.header("X-Error")).contains("longer than 16384");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"aud\":\"a\"|200",
                "\"aud\":[\"x\",\"b\"]|200",
                "\"aud\":\"A\"|401",
                "\"aud\":[]|401",
                "\"sub\":\"a\"|401",
                "\"aud\":{\"a\":\"a\"}|401",
                "\"aud\":[[\"a\"]]|401"
            })
    void itIsForOneOfTheAudiences(String claim, int status) {
        inHeader(KEYS + "<audiences><audience>a</audience><audience>@(\"b\")</audience></audiences>");

        TestCall call = call(hs256(claims(claim)));

        assertThat(call.status()).isEqualTo(status);
        if (status == 401) {
            assertThat(call.header("X-Error")).contains("TokenAudienceNotAllowed");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"iss\":\"https://i\"|200",
                "\"iss\":\"two\"|200",
                "\"iss\":\"https://i/\"|401",
                "\"iss\":[\"two\"]|401",
                "\"sub\":\"a\"|401"
            })
    void itIsFromOneOfTheIssuers(String claim, int status) {
        inHeader(KEYS + "<issuers><issuer>https://i</issuer><issuer>@(\"two\")</issuer></issuers>");

        TestCall call = call(hs256(claims(claim)));

        assertThat(call.status()).isEqualTo(status);
        if (status == 401) {
            assertThat(call.header("X-Error")).contains("TokenIssuerNotAllowed");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "all|\"scp\":\"read write\"|TokenClaimValueNotAllowed",
                "all|\"scp\":[\"read\",\"write\",\"more\"]|",
                "all|\"scp\":[\"read\"]|TokenClaimValueNotAllowed",
                "any|\"scp\":[\"read\"]|",
                "any|\"scp\":\"write\"|",
                "any|\"scp\":\"none\"|TokenClaimValueNotAllowed",
                "any|\"scp\":[]|TokenClaimValueNotAllowed",
                "any|\"other\":1|TokenClaimNotFound",
                "any|\"scp\":null|TokenClaimNotFound"
            })
    void claimsMustHoldTheirValues(String match, String claim, String reason) {
        inHeader(KEYS + "<required-claims><claim name='scp' match='" + match
                + "'><value>read</value><value>@(\"write\")</value></claim></required-claims>");

        TestCall call = call(hs256(claims(claim)));

        assertThat(call.status()).isEqualTo(reason == null ? 200 : 401);
        if (reason != null) {
            assertThat(call.header("X-Error")).contains("validate-jwt " + reason);
        }
    }

    @Test
    void aTextMayHoldSeveralValues() {
        inHeader(KEYS + "<required-claims><claim name='scp' separator=' '><value>read</value><value>write</value>"
                + "</claim><claim name='level'><value>7</value></claim><claim name='there'/></required-claims>");

        assertThat(call(hs256(claims("\"scp\":\"write read\",\"level\":7,\"there\":false")))
                        .status())
                .isEqualTo(200);
        assertThat(call(hs256(claims("\"scp\":\"write\",\"level\":7,\"there\":1")))
                        .header("X-Error"))
                .isEqualTo(
                        "validate-jwt TokenClaimValueNotAllowed: Claim scp value of write is not allowed. Access denied.");
        assertThat(call(hs256(claims("\"scp\":\"a\""))).header("X-Error"))
                .isEqualTo(
                        "validate-jwt TokenClaimNotFound: JWT token is missing the following claims: level, there. Access"
                                + " denied.");
    }

    @Test
    void theAuthorChoosesWhatOthersAreTold() {
        with(
                "header-name='Authorization' failed-validation-httpcode='@(403)' failed-validation-error-message='No.'",
                KEYS);

        TestCall call = call("nonsense");

        assertThat(call.status()).isEqualTo(403);
        assertThat(call.text()).isEqualTo("{ \"statusCode\": 403, \"message\": \"No.\" }");
        assertThat(call.header("X-Error")).startsWith("validate-jwt JwtInvalid: ");
    }

    @Test
    void theTokenIsKeptForExpressions() {
        with(
                "header-name='Authorization' output-token-variable-name='jwt'",
                KEYS,
                "<set-header name='X-Who'><value>@(((Jwt)context.Variables[\"jwt\"]).Subject + \" \" + "
                        + "((Jwt)context.Variables[\"jwt\"]).Claims[\"roles\"][1])</value></set-header>");

        call(hs256(claims("\"sub\":\"ann\",\"roles\":[\"a\",\"b\"]")));

        assertThat(gateway.backends().only().header("X-Who")).isEqualTo("ann b");
    }

    @Test
    void aKeyWithANameSignsOnlyTokensThatNameItOrNone() {
        inHeader("<issuer-signing-keys><key id='one'>" + BASE64 + "</key></issuer-signing-keys>");

        assertThat(call(SignedTokens.signed("{\"alg\":\"HS256\",\"kid\":\"one\"}", claims(""), null))
                        .status())
                .isEqualTo(200);
        assertThat(call(hs256(claims(""))).status()).isEqualTo(200);
        assertThat(call(SignedTokens.signed("{\"alg\":\"HS256\",\"kid\":\"two\"}", claims(""), null))
                        .header("X-Error"))
                .contains("TokenSignatureKeyNotFound");
    }

    @Test
    void keysTooWeakAreWarnedOfAndSignNothing() {
        String shortKey = "c2hvcnQ=";
        inHeader("<issuer-signing-keys><key>" + shortKey + "</key></issuer-signing-keys>");

        assertThat(gateway.warnings()).anyMatch(w -> w.message().contains("32 bytes"));
        assertThat(gateway.warnings()).noneMatch(w -> w.message().contains(shortKey));
        assertThat(call(hs256(claims(""))).status()).isEqualTo(401);

        KeyPair weak = SignedTokens.rsa(1024);
        RSAPublicKey open = (RSAPublicKey) weak.getPublic();
        inHeader("<issuer-signing-keys><key n='" + SignedTokens.number(open.getModulus(), 0) + "' e='AQAB'/>"
                + "</issuer-signing-keys>");
        assertThat(gateway.warnings()).anyMatch(w -> w.message().contains("2048 bits"));
        assertThat(call(SignedTokens.signed("{\"alg\":\"RS256\"}", claims(""), weak))
                        .status())
                .isEqualTo(401);
    }
}
