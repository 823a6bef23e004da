package dev.apim.core.policies.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.backend.BackendCapability;
import dev.apim.backend.BackendRequest;
import dev.apim.backend.ConnectionOptions.ClientCertificate;
import dev.apim.core.policies.PolicyBench;
import dev.apim.core.resource.TestCertificate;
import dev.apim.model.Certificate;
import dev.apim.policy.Scope;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Client certificates that the gateway presents to backends. */
class ClientCertificatesTest {
    private static final byte[] STORE = Base64.getDecoder().decode(TestCertificate.DATA);

    private final PolicyBench bench = new PolicyBench();

    @BeforeEach
    void configure() {
        bench.gateway.certificates.put("own", certificate("own"));
        bench.gateway.certificates.put("workspaces/w/theirs", certificate("theirs"));
    }

    private static Certificate certificate(String id) {
        return new Certificate(
                id, STORE, TestCertificate.PASSWORD, "CN=client.test", TestCertificate.THUMBPRINT, Instant.MAX);
    }

    private static ClientCertificate presented(BackendRequest request) {
        ClientCertificate certificate = request.options().clientCertificate();
        if (certificate == null) {
            throw new AssertionError("no certificate is presented");
        }
        return certificate;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "certificate-id='own'",
                "certificate-id='@(id)'",
                "thumbprint='" + TestCertificate.THUMBPRINT + "'",
                "thumbprint='ed bd eb 46 13 87 c6 3d 31 71 a3 79 8d d7 e5 d4 04 9a 13 79'",
                "body='@(bytes)' password='@(pw)'"
            })
    void theBackendIsShownTheCertificate(String attributes) {
        bench.let("@(id)", e -> "own").let("@(bytes)", e -> STORE).let("@(pw)", e -> TestCertificate.PASSWORD);

        bench.inbound("<authentication-certificate " + attributes + "/>");

        ClientCertificate certificate = presented(bench.backend.request());
        assertThat(certificate.pkcs12()).isEqualTo(STORE);
        assertThat(certificate.password()).isEqualTo(TestCertificate.PASSWORD);
        assertThat(bench.backend.request().options().validateChain()).isTrue();
    }

    @Test
    void aServiceThatIsCalledByTheWayIsShownOneToo() {
        bench.inbound("<send-request response-variable-name='r'><set-url>https://side.test/</set-url>"
                + "<set-method>GET</set-method><authentication-certificate certificate-id='own'/></send-request>");

        assertThat(presented(bench.backend.requests().get(0)).id()).isEqualTo(TestCertificate.THUMBPRINT);
        assertThat(bench.backend.requests().get(1).options().clientCertificate())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"certificate-id='none'", "thumbprint='00'", "certificate-id='workspaces/w/none'"})
    void withoutTheCertificateNothingIsSent(String attributes) {
        assertThat(bench.inbound("<authentication-certificate " + attributes + "/>")
                        .status())
                .isEqualTo(500);
        assertThat(bench.lastError().reason()).isEqualTo("CertificateNotFound");
        assertThat(bench.backend.requests()).isEmpty();
    }

    @Test
    void ofAWorkspaceOnlyItsOwnApisSeeTheCertificates() {
        bench.gateway.certificates.remove("own");

        assertThat(bench.inbound("<authentication-certificate thumbprint='" + TestCertificate.THUMBPRINT + "'/>")
                        .status())
                .isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "certificate-id='a' thumbprint='b'", "password='x'"})
    void oneAndOnlyOneIsNamed(String attributes) {
        bench.compile(
                "<policies><inbound><authentication-certificate " + attributes + "/></inbound></policies>", Scope.API);

        assertThat(bench.messages()).anyMatch(m -> m.contains("expected one of thumbprint, certificate-id, body"));
    }

    @Test
    void aClientThatCannotPresentOneIsWarnedOf() {
        bench.backend.capableOf(BackendCapability.HTTP_2);

        bench.compile(
                "<policies><inbound><authentication-certificate certificate-id='own'/></inbound></policies>",
                Scope.API);

        assertThat(bench.messages()).anyMatch(m -> m.contains("client certificate") && m.contains("apim-vertx"));
    }
}
