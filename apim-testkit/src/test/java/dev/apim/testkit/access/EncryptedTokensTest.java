package dev.apim.testkit.access;

import static dev.apim.testkit.access.SignedTokens.BASE64;
import static dev.apim.testkit.access.SignedTokens.hs256;
import static dev.apim.testkit.access.SignedTokens.part;
import static dev.apim.testkit.access.SignedTokens.url;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.testkit.TestGateway;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that are encrypted for the gateway. */
class EncryptedTokensTest {
    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final String HEADER = "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"cty\":\"JWT\"}";
    private static final String CLAIMS = "{\"exp\":4000000000,\"sub\":\"ann\"}";

    private static TestGateway gateway(String attributes, byte[] opener) {
        return TestGateway.create()
                .api("orders", "orders", "GET /{id}")
                .policy(
                        "/apis/orders",
                        "<policies><inbound><base/><validate-jwt header-name='Authorization' " + attributes
                                + "><issuer-signing-keys><key>" + BASE64 + "</key></issuer-signing-keys>"
                                + "<decryption-keys><key>" + Base64.getEncoder().encodeToString(opener)
                                + "</key></decryption-keys></validate-jwt></inbound></policies>")
                .start();
    }

    private static int status(TestGateway gateway, String token) {
        return gateway.get("/orders/7", "Authorization", "Bearer " + token).status();
    }

    private static String encrypted(String header, String content) {
        byte[] iv = "123456789012".getBytes(StandardCharsets.US_ASCII);
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(KEY, "AES"), new GCMParameterSpec(128, iv));
            cipher.updateAAD(part(header).getBytes(StandardCharsets.US_ASCII));
            byte[] all = cipher.doFinal(content.getBytes(StandardCharsets.UTF_8));
            byte[] text = Arrays.copyOf(all, all.length - 16);
            byte[] tag = Arrays.copyOfRange(all, all.length - 16, all.length);
            return part(header) + ".." + url(iv) + "." + url(text) + "." + url(tag);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aSignedTokenInAnEncryptedOnePassesAlsoTheSecondTime() {
        TestGateway gateway = gateway("", KEY);
        String token = encrypted(HEADER, hs256(CLAIMS));

        assertThat(status(gateway, token)).isEqualTo(200);
        assertThat(status(gateway, token)).isEqualTo(200);
        assertThat(status(gateway, hs256(CLAIMS))).isEqualTo(200);
    }

    @Test
    void withAnotherKeyItDoesNot() {
        assertThat(status(gateway("", new byte[32]), encrypted(HEADER, hs256(CLAIMS))))
                .isEqualTo(401);
    }

    @Test
    void whatIsInsideMustBeSignedUnlessTheAuthorSaysOtherwise() {
        String unsigned = part("{\"alg\":\"none\"}") + "." + part(CLAIMS) + ".";
        TestGateway strict = gateway("", KEY);
        TestGateway relaxed = gateway("require-signed-tokens='false'", KEY);

        assertThat(status(strict, encrypted(HEADER, unsigned))).isEqualTo(401);
        assertThat(status(strict, encrypted(HEADER, CLAIMS))).isEqualTo(401);
        assertThat(status(strict, encrypted(HEADER, encrypted(HEADER, hs256(CLAIMS)))))
                .isEqualTo(401);
        assertThat(status(relaxed, encrypted(HEADER, CLAIMS))).isEqualTo(200);
        assertThat(status(relaxed, encrypted(HEADER, hs256(CLAIMS) + "A"))).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"zip\":\"DEF\"}",
                "{\"alg\":\"PBES2-HS256+A128KW\",\"enc\":\"A256GCM\",\"p2s\":\"AAAA\",\"p2c\":2000000000}",
                "{\"alg\":\"RSA1_5\",\"enc\":\"A256GCM\"}",
                "{\"alg\":\"none\",\"enc\":\"A256GCM\"}",
                "{\"alg\":\"dir\",\"enc\":\"none\"}",
                "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"crit\":[\"x\"]}"
            })
    void doubtfulWaysOfEncryptionAreRefused(String header) {
        assertThat(status(gateway("", KEY), encrypted(header, hs256(CLAIMS)))).isEqualTo(401);
    }
}
