package dev.apim.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apim.ConfigurationException;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpResponse;
import dev.apim.testkit.TestCall;
import dev.apim.testkit.TestGateway;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** validate-client-certificate, with certificates of an authority that the configuration holds. */
class ClientCertificateTest {
    private static final String LATER = "validate-revocation='false'";

    @TempDir
    static Path folder;

    private static Authority authority;
    private static X509Certificate good;
    private static X509Certificate listed;
    private static X509Certificate expired;
    private static X509Certificate future;
    private static X509Certificate server;
    private static X509Certificate stranger;

    private TestGateway gateway = TestGateway.create();

    @BeforeAll
    static void make() {
        authority = new Authority(folder);
        good = authority.issue("good", "-ext", "san=dns:client.test", "-ext", "eku=clientAuth");
        listed = authority.issue("listed", "-ext", "crl=uri:http://crl.test/list");
        expired = authority.issue("expired", "-startdate", "2025/01/01", "-validity", "30");
        future = authority.issue("future", "-startdate", "2040/01/01", "-validity", "30");
        server = authority.issue("server", "-ext", "eku=serverAuth");
        stranger = authority.selfSigned("stranger");
    }

    private TestGateway with(String attributes, String identities) {
        gateway = TestGateway.create()
                .api("orders", "orders", "GET /{id}")
                .put("/certificates/authority", authority.resource())
                .policy(
                        "/apis/orders",
                        "<policies><inbound><base/><validate-client-certificate " + attributes + ">"
                                + (identities.isEmpty() ? "" : "<identities>" + identities + "</identities>")
                                + "</validate-client-certificate></inbound><on-error><set-header name='X-Error'><value>"
                                + "@(context.LastError.Reason)</value></set-header></on-error></policies>")
                .start();
        return gateway;
    }

    private String outcome(X509Certificate certificate) {
        TestCall call = gateway.getAs(certificate, "/orders/7");
        assertThat(call.status()).isIn(200, 403);
        return call.status() == 200 ? "passes" : String.valueOf(call.header("X-Error"));
    }

    @Test
    void onlyCertificatesThatSomebodyTrustedVouchesForPass() {
        with(LATER, "");

        assertThat(outcome(good)).isEqualTo("passes");
        assertThat(outcome(expired)).isEqualTo("ClientCertificateExpired");
        assertThat(outcome(future)).isEqualTo("ClientCertificateNotValidYet");
        assertThat(outcome(server)).isEqualTo("ClientCertificateNotTrusted");
        assertThat(outcome(stranger)).isEqualTo("ClientCertificateNotTrusted");
    }

    @Test
    void aClientWithoutOneIsToldNoMoreThanThatItIsDenied() {
        with(LATER, "");

        TestCall call = gateway.get("/orders/7", "X-ARR-ClientCert", "forged", "X-Forwarded-Client-Cert", "forged");

        assertThat(call.header("X-Error")).isEqualTo("ClientCertificateNotFound");
        assertThat(call.text())
                .isEqualTo(
                        "{ \"statusCode\": 403, \"message\": \"Access denied due to invalid client certificate.\" }");
        assertThat(gateway.backends().received()).isEmpty();
    }

    @Test
    void anAuthorityNeedsNoKey() throws Exception {
        byte[] der = authority.own("ca").getEncoded();
        String pem = "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(der)
                + "\n-----END CERTIFICATE-----\n";
        for (byte[] bytes : new byte[][] {der, pem.getBytes(StandardCharsets.US_ASCII)}) {
            with(LATER, "");
            gateway.put(
                            "/certificates/authority",
                            "{\"data\":\"" + Base64.getEncoder().encodeToString(bytes) + "\",\"password\":\"\"}")
                    .update();
            assertThat(outcome(good)).isEqualTo("passes");
            assertThat(outcome(stranger)).isEqualTo("ClientCertificateNotTrusted");
        }
    }

    @Test
    void eachCheckMayBeSwitchedOff() {
        with(LATER + " validate-not-after='false' validate-not-before='false'", "");
        assertThat(outcome(expired)).isEqualTo("passes");
        assertThat(outcome(future)).isEqualTo("passes");
        assertThat(outcome(stranger)).isEqualTo("ClientCertificateNotTrusted");

        with(LATER + " validate-trust='false'", "");
        assertThat(outcome(stranger)).isEqualTo("passes");
        assertThat(outcome(server)).isEqualTo("passes");

        with(LATER + " ignore-error='true'", "");
        assertThat(outcome(stranger)).isEqualTo("passes");
    }

    private static String thumbprint(X509Certificate certificate) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(certificate.getEncoded()));
    }

    @Test
    void anIdentityIsAllThatIsSaidOfIt() throws Exception {
        String[] right = {
            "thumbprint='" + thumbprint(good) + "'",
            "serial-number='" + good.getSerialNumber().toString(16) + "'",
            "common-name='good'",
            "subject='CN=good, O=Contoso'",
            "dns-name='CLIENT.test'",
            "issuer-subject='CN=Test CA, O=Contoso'",
            "issuer-thumbprint='" + thumbprint(authority.own("ca")) + "'",
            "issuer-certificate-id='authority'"
        };
        String[] wrong = {
            "thumbprint='" + thumbprint(server) + "'",
            "serial-number='1'",
            "common-name='server'",
            "subject='CN=good'",
            "dns-name='good'",
            "issuer-subject='CN=Test CA'",
            "issuer-thumbprint='00'",
            "issuer-certificate-id='other'"
        };
        for (int i = 0; i < right.length; i++) {
            with(LATER, "<identity " + right[i] + "/>");
            assertThat(outcome(good)).as(right[i]).isEqualTo("passes");
            if (i == right.length - 1) {
                break; // a name that is not there is refused when the configuration is loaded
            }
            with(LATER, "<identity " + wrong[i] + "/>");
            assertThat(outcome(good)).as(wrong[i]).isEqualTo("ClientCertificateIdentityNotMatched");
            with(LATER, "<identity " + right[i] + " " + wrong[(i + 1) % (wrong.length - 1)] + "/>");
            assertThat(outcome(good)).as(right[i]).isEqualTo("ClientCertificateIdentityNotMatched");
        }
        with(LATER, "<identity common-name='server'/><identity common-name='good' dns-name='client.test'/>");
        assertThat(outcome(good)).isEqualTo("passes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"serial-number='xyz'", "subject='nonsense'", "issuer-subject='=,='"})
    void whatCannotBeAnIdentityIsAnErrorAtItsPlace(String attribute) {
        assertThatThrownBy(() -> with("", "<identity " + attribute + "/>"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("expected");
    }

    private void publishes(byte[] list) {
        gateway.backends().when("crl.test/list", r -> new HttpResponse(200, "", new Headers(), Body.of(list.clone())));
    }

    /** Lists begin when they are made: here the gateway lives on the machine's own day. */
    private void today(Duration later) {
        gateway.time()
                .jumpWallClock(
                        Duration.between(gateway.time().now(), Instant.now().plus(later)));
    }

    private long asked() {
        return gateway.backends().received().stream()
                .filter(r -> r.url().contains("crl.test"))
                .count();
    }

    @Test
    void aCertificateOnTheListOfItsIssuerDoesNotPass() {
        with("", "");
        today(Duration.ZERO);
        publishes(authority.revoked(good));
        assertThat(outcome(listed)).isEqualTo("passes");
        assertThat(outcome(listed)).isEqualTo("passes");
        assertThat(asked()).isEqualTo(1);

        with("", "");
        today(Duration.ZERO);
        publishes(authority.revoked(listed));
        assertThat(outcome(listed)).isEqualTo("ClientCertificateRevoked");
    }

    @Test
    void whereNoListCanBeHadTheCertificateDoesNotPass(@TempDir Path other) {
        with("", "");
        today(Duration.ZERO);
        assertThat(outcome(good)).as("no place of a list").isEqualTo("ClientCertificateRevocationUnknown");
        assertThat(outcome(listed)).as("no list").isEqualTo("ClientCertificateRevocationUnknown");
        publishes(new Authority(other).revoked());
        assertThat(outcome(listed)).as("somebody else's").isEqualTo("ClientCertificateRevocationUnknown");

        with("", "");
        publishes(authority.revoked());
        today(Duration.ofDays(400));
        assertThat(outcome(listed)).as("an old one").isEqualTo("ClientCertificateRevocationUnknown");
    }

    @Test
    void expressionsReadTheCertificateToo() {
        gateway = TestGateway.create()
                .api("orders", "orders", "GET /{id}")
                .policy(
                        "/apis/orders",
                        "<policies><inbound><set-header name='X-Who'><value>@(context.Request.Certificate == null ? \"nobody\""
                                + " : context.Request.Certificate.Subject)</value></set-header></inbound></policies>")
                .start();

        gateway.getAs(good, "/orders/7");
        gateway.get("/orders/7");

        assertThat(gateway.backends().received().get(0).header("X-Who")).isEqualTo("CN=good, O=Contoso");
        assertThat(gateway.backends().received().get(1).header("X-Who")).isEqualTo("nobody");
    }
}
