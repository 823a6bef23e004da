package dev.apim.testkit.access;

import static dev.apim.testkit.access.SignedTokens.jwk;
import static dev.apim.testkit.access.SignedTokens.jwks;
import static dev.apim.testkit.access.SignedTokens.rs256;
import static dev.apim.testkit.access.SignedTokens.signed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.backend.BackendException.Kind;
import dev.apim.backend.ConnectionOptions.AddressRule;
import dev.apim.http.HttpResponse;
import dev.apim.testkit.StubBackend;
import dev.apim.testkit.TestCall;
import dev.apim.testkit.TestGateway;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that identity providers publish: when they are fetched, how long they count, and who waits. */
class OpenIdKeysTest {
    private static final long NOW = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();
    private static final String CLAIMS =
            "{\"iss\":\"https://id.test\",\"exp\":" + (NOW + 40 * 86_400) + ",\"sub\":\"ann\"}";
    private static final String TOKEN = rs256("one", CLAIMS);
    private static final KeyPair NEXT = SignedTokens.rsa(2048);
    private static final String NEXT_TOKEN = signed("{\"alg\":\"RS256\",\"kid\":\"two\"}", CLAIMS, NEXT);

    private final TestGateway gateway = TestGateway.create().api("orders", "orders", "GET /{id}");
    private String published = jwks(jwk("one", SignedTokens.RSA));
    private String document = document("https://id.test/keys");

    @BeforeEach
    void start() {
        policy("<openid-config url='https://id.test/.well-known/openid-configuration'/>");
        gateway.start();
        gateway.backends()
                .when("id.test/.well-known", r -> HttpResponse.of(200, "application/json", document))
                .when("/keys", r -> HttpResponse.of(200, "application/json", published));
    }

    private static String document(String keys) {
        return "{\"issuer\":\"https://id.test\",\"jwks_uri\":\"" + keys + "\"}";
    }

    private void policy(String children) {
        gateway.policy(
                "/apis/orders",
                "<policies><inbound><base/><validate-jwt header-name='Authorization'>" + children
                        + "</validate-jwt></inbound><on-error><set-header name='X-Error'><value>@(context.LastError"
                        + ".Reason)</value></set-header></on-error></policies>");
    }

    private TestCall call(String token) {
        return gateway.get("/orders/7", "Authorization", "Bearer " + token);
    }

    private long asked(String urlPart) {
        return gateway.backends().received().stream()
                .filter(r -> r.url().contains(urlPart))
                .count();
    }

    private void later(Duration duration) {
        gateway.time().advance(duration);
    }

    @Test
    void theFirstTokenFetchesTheKeysAndTheNextUseThem() {
        assertThat(call(TOKEN).status()).isEqualTo(200);
        assertThat(call(TOKEN).status()).isEqualTo(200);
        assertThat(call(rs256("one", CLAIMS.replace("ann", "bob"))).status()).isEqualTo(200);

        assertThat(asked("/.well-known")).isEqualTo(1);
        assertThat(asked("/keys")).isEqualTo(1);
    }

    @Test
    void tokensOfEveryCurveAreVerifiedWithThePublishedKeysAndNoTamperedOneIs() {
        for (String curve : new String[] {"secp256r1", "secp384r1", "secp521r1"}) {
            KeyPair ec = SignedTokens.ec(curve);
            String algorithm = curve.equals("secp256r1") ? "ES256" : curve.equals("secp384r1") ? "ES384" : "ES512";
            published = jwks(jwk("one", SignedTokens.RSA), jwk(curve, ec));
            later(Duration.ofMinutes(6));
            String token = signed("{\"alg\":\"" + algorithm + "\",\"kid\":\"" + curve + "\"}", CLAIMS, ec);

            assertThat(call(token).status()).as(algorithm).isEqualTo(200);
            TamperedTokens.of(token, ec)
                    .forEach((what, form) ->
                            assertThat(call(form).status()).as(what).isEqualTo(401));
        }
        assertThat(asked("evil.test")).isZero();
    }

    @Test
    void tenThousandUnknownKeysAreNoReasonToFetchMoreThanOnceMore() {
        for (int i = 0; i < 10_000; i++) {
            String token = SignedTokens.part("{\"alg\":\"RS256\",\"kid\":\"k" + i + "\"}") + ".e30.AAAA";
            assertThat(call(token).status()).isEqualTo(401);
        }
        assertThat(asked("/keys")).isLessThanOrEqualTo(2);
        assertThat(call(TOKEN).status()).isEqualTo(200);
    }

    @Test
    void aNewKeyIsFoundWhenATokenNamesItButSeldom() {
        call(TOKEN);
        published = jwks(jwk("two", NEXT));

        assertThat(call(NEXT_TOKEN).status()).isEqualTo(200);
        assertThat(call(TOKEN).header("X-Error")).isEqualTo("TokenSignatureKeyNotFound");
        published = jwks(jwk("one", SignedTokens.RSA));
        later(Duration.ofMinutes(4));
        assertThat(call(TOKEN).status()).isEqualTo(401);
        later(Duration.ofMinutes(1));
        assertThat(call(TOKEN).status()).isEqualTo(200);
    }

    @Test
    void aTokenIsForgottenWithTheKeyThatSignedIt() {
        assertThat(call(TOKEN).status()).isEqualTo(200);
        published = jwks(jwk("two", NEXT));
        later(Duration.ofHours(1));

        call(TOKEN); // has them fetched

        assertThat(call(TOKEN).status()).isEqualTo(401);
    }

    @Test
    void nobodyWaitsForNewKeysWhileThereAreGoodOnes() {
        call(TOKEN);
        CompletableFuture<HttpResponse> slow = new CompletableFuture<>();
        gateway.backends().whenLater("id.test/.well-known", r -> slow);
        later(Duration.ofHours(2));

        for (int i = 0; i < 5; i++) {
            assertThat(call(TOKEN).status()).isEqualTo(200);
        }
        assertThat(asked("/.well-known")).as("one under way for all").isEqualTo(2);
        slow.complete(HttpResponse.of(200, "application/json", document));
        assertThat(asked("/keys")).isEqualTo(2);
    }

    @Test
    void everybodyWaitsForTheSameFirstFetch() {
        CompletableFuture<HttpResponse> slow = new CompletableFuture<>();
        gateway.backends().whenLater("id.test/.well-known", r -> slow);
        TestCall one = call(TOKEN);
        TestCall two = call(TOKEN);
        one.hangUp();
        slow.complete(HttpResponse.of(200, "application/json", document));

        assertThat(two.status()).isEqualTo(200);
        assertThat(asked("/.well-known")).isEqualTo(1);
    }

    @Test
    void goodKeysCountForADayWhenTheProviderIsDownAndThenNobodyPasses() {
        call(TOKEN);
        gateway.backends().fail("id.test", Kind.CONNECTION);

        later(Duration.ofHours(23));
        assertThat(call(TOKEN).status()).isEqualTo(200);
        later(Duration.ofHours(1));
        assertThat(call(TOKEN).status()).isEqualTo(401);
    }

    @Test
    void aProviderThatComesBackIsAskedAgainSoon() {
        gateway.backends().fail("id.test", Kind.CONNECTION);
        assertThat(call(TOKEN).header("X-Error")).isEqualTo("TokenSignatureKeyNotFound");
        gateway.backends()
                .when("id.test/.well-known", r -> HttpResponse.of(200, "application/json", document))
                .when("/keys", r -> HttpResponse.of(200, "application/json", published));
        later(Duration.ofSeconds(10));

        assertThat(call(TOKEN).status()).isEqualTo(200);
    }

    @Test
    void aProviderThatDoesNotAnswerIsGivenUpAfterTwoSeconds() {
        gateway.backends().whenLater("id.test/.well-known", r -> new CompletableFuture<>());
        TestCall call = call(TOKEN);

        later(Duration.ofMillis(1_999));
        assertThat(call.isAnswered()).isFalse();
        later(Duration.ofMillis(1));
        assertThat(call.status()).isEqualTo(401);
        gateway.verifyNothingIsLeft();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "{}",
                "{\"keys\":7}",
                "{\"keys\":[]}",
                "[]",
                "{\"keys\":[],\"keys\":[]}",
                "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"one\",\"k\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}]}"
            })
    void aBadKeySetOpensNoDoor(String keys) {
        published = keys;

        assertThat(call(TOKEN).status()).isEqualTo(401);
    }

    @Test
    void aKeySetLargerThanAMebibyteIsRefused() {
        published = published + " ".repeat(1024 * 1024);

        assertThat(call(TOKEN).status()).isEqualTo(401);
    }

    @Test
    void oneBadKeyDoesNotSpoilTheOthersButTwoOfOneNameAreNeither() {
        published = jwks(
                "{\"kty\":\"??\"}", "7", jwk("one", SignedTokens.RSA), jwk("two", NEXT), jwk("two", SignedTokens.RSA));

        assertThat(call(TOKEN).status()).isEqualTo(200);
        assertThat(call(NEXT_TOKEN).status()).isEqualTo(401);
    }

    @Test
    void keysOnAnotherHostMustBePublicAndNeverLessProtected() {
        document = document("https://keys.test/keys");
        assertThat(call(TOKEN).status()).isEqualTo(200);
        assertThat(rule("id.test/.well-known")).isEqualTo(AddressRule.ANY);
        assertThat(rule("keys.test/keys")).isEqualTo(AddressRule.PUBLIC);

        document = document("http://id.test/keys");
        later(Duration.ofHours(25));
        assertThat(call(TOKEN).status()).isEqualTo(401);
    }

    private AddressRule rule(String urlPart) {
        return gateway.backends().received().stream()
                .filter(r -> r.url().contains(urlPart))
                .map(StubBackend.Received::request)
                .findFirst()
                .orElseThrow()
                .options()
                .addresses();
    }

    @ParameterizedTest
    @CsvSource({"https://id.test, 200", "https://other.test, 401", "https://extra.test, 200", "https://id2.test, 401"})
    void aProviderVouchesForItsOwnNameAndTheAuthorForOthers(String issuer, int status) {
        gateway.backends()
                .answer(
                        "id2.test/.well-known",
                        200,
                        "application/json",
                        "{\"issuer\":\"https://id2.test\",\"jwks_uri\":\"https://id2.test/jwks\"}")
                .answer("id2.test/jwks", 200, "application/json", jwks(jwk("two", NEXT)));
        policy("<openid-config url='https://id.test/.well-known/openid-configuration'/>"
                + "<openid-config url='https://id2.test/.well-known/openid-configuration'/>"
                + "<issuers><issuer>https://extra.test</issuer></issuers>");
        gateway.update();

        assertThat(call(rs256("one", CLAIMS.replace("https://id.test", issuer))).status())
                .isEqualTo(status);
        assertThat(call(signed(
                                "{\"alg\":\"RS256\",\"kid\":\"two\"}",
                                CLAIMS.replace("https://id.test", "https://id2.test"),
                                NEXT))
                        .status())
                .isEqualTo(200);
    }
}
