package dev.apim.core.expression.csharp.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apim.core.expression.csharp.time.Members;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hashes, ciphers, keys and certificates against values that OpenSSL gives. */
class CryptoTest {
    private static final byte[] KEY = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");
    private static final byte[] TEXT = "hello world".getBytes(UTF_8);

    private final Members members = Members.of();

    @ParameterizedTest
    @CsvSource({
        "MD5, kAFQmDzST7DWlj99KOF/cg==, 0v6YBj+HawMZOvtJtJeVkQ==",
        "SHA1, qZk+NkcGgWq6PiVxeFDCbJzQ2J0=, T9CyFSdu8S8rPkyOysKBFJi2Vvw=",
        "SHA256, ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=, nBluMtwBdfhvSxy4konWYZ3mvuaZ5MN45oMJ7Zehpqs=",
        "SHA384, ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn, MN25yPNHz/v7ROUZ2BTwdM9AR6Vdb1YzJPHGozkg5e37KjS6xgvcls0zqVYj19Y4",
        "SHA512, 3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw==, OSaiB8jEKwxBeSy9PhoaqvX3olcE9i38k5xJh9184GAAnFuxwkRzVbMhbxC1N+mvp7ZKTlORsNYxFy0Hk54Ieg=="
    })
    void hashesAreThoseOfTheirDefinition(String name, String plain, String keyed) {
        byte[] abc = "abc".getBytes(UTF_8);
        Object hmac = members.make("HMAC" + name, "key".getBytes(UTF_8));

        assertThat(base64(members.call(name, "ComputeHash", members.call(name, "Create"), abc)))
                .isEqualTo(plain);
        assertThat(base64(members.call(name, "HashData", abc))).isEqualTo(plain);
        assertThat(base64(members.call("HMAC" + name, "ComputeHash", hmac, abc)))
                .isEqualTo(keyed);
        assertThat(base64(members.get("HashAlgorithm", "Hash", hmac))).isEqualTo(keyed);
    }

    @Test
    void aHashIsMadeInParts() {
        Object hash = members.call("SHA256", "Create");
        byte[] abc = "abc".getBytes(UTF_8);

        members.call("SHA256", "TransformBlock", hash, abc, 0, 1, null, 0);
        assertThatThrownBy(() -> members.get("SHA256", "Hash", hash))
                .hasMessage("Hash must be finalized before the hash value is retrieved.");
        members.call("SHA256", "TransformFinalBlock", hash, abc, 1, 2);

        assertThat(base64(members.get("SHA256", "Hash", hash)))
                .isEqualTo("ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
    }

    @Test
    void anEmptyKeyIsAKeyAndAKeyCanBeReplaced() {
        Object hmac = members.make("HMACSHA256", new Object[] {new byte[0]});
        byte[] hello = "hello".getBytes(UTF_8);

        assertThat(hex(members.call("HMACSHA256", "ComputeHash", hmac, hello))).startsWith("4352b26e33fe0d76");
        hmacKey(hmac);
        assertThat(hex(members.call("HMACSHA256", "ComputeHash", hmac, hello))).startsWith("9307b3b915efb517");
    }

    private void hmacKey(Object hmac) {
        members.set("KeyedHashAlgorithm", "Key", hmac, "key".getBytes(UTF_8));
    }

    @Test
    void aDisposedHashIsOfNoMoreUse() {
        Object hash = members.call("SHA256", "Create");
        members.call("SHA256", "Dispose", hash);

        assertThatThrownBy(() -> members.call("SHA256", "ComputeHash", hash, TEXT))
                .hasMessageStartingWith("Cannot access a disposed object.");
    }

    @ParameterizedTest
    @CsvSource({"CBC, 16, fK9YzUBiwo/TT3xqoiEv7w==", "ECB, 32, 4JNhb2/vn3bSgMN5LCCZ3g=="})
    void ciphersAgreeWithOthers(String mode, int keyBytes, String expected) {
        Object aes = members.call("Aes", "Create");
        byte[] key = keyBytes == 16
                ? KEY
                : HexFormat.of().parseHex(HexFormat.of().formatHex(KEY).repeat(2));
        members.set("SymmetricAlgorithm", "Mode", aes, CryptoEnums.CIPHER_MODE.of(mode));
        members.set("SymmetricAlgorithm", "Key", aes, key);
        members.set("SymmetricAlgorithm", "IV", aes, KEY);
        Object encrypted = members.call("CryptoExtensions", "Encrypt", TEXT, aes);

        assertThat(base64(encrypted)).isEqualTo(expected);
        assertThat(members.call("CryptoExtensions", "Decrypt", encrypted, aes)).isEqualTo(TEXT);
    }

    @Test
    void tripleDesAndCfbAgreeWithOthers() {
        byte[] key = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f1011121314151617");
        byte[] des =
                (byte[]) members.call("CryptoExtensions", "Encrypt", TEXT, "TripleDES", key, Arrays.copyOf(key, 8));
        Object aes = members.call("Aes", "Create");
        members.set("SymmetricAlgorithm", "Key", aes, KEY);

        assertThat(base64(des)).isEqualTo("BS3U7Zy47ec1ytjka78MKA==");
        assertThat(base64(members.call("Aes", "EncryptCfb", aes, TEXT, KEY))).isEqualTo("Yr/ooy4YsGUsIUk=");
    }

    @Test
    void partsOfABlockWaitForTheRest() {
        Object aes = members.call("Aes", "Create");
        Object encryptor = members.call("Aes", "CreateEncryptor", aes);
        byte[] out = new byte[32];
        Object first = members.call("ICryptoTransform", "TransformBlock", encryptor, new byte[20], 0, 20, out, 0);
        byte[] last = (byte[]) members.call("ICryptoTransform", "TransformFinalBlock", encryptor, new byte[5], 0, 5);
        byte[] all = Arrays.copyOf(out, 16 + last.length);
        System.arraycopy(last, 0, all, 16, last.length);

        assertThat(first).isEqualTo(16);
        assertThat(members.call("CryptoExtensions", "Decrypt", all, aes)).isEqualTo(new byte[25]);
    }

    @Test
    void whatCannotBeDecryptedIsToldAsDotNetTellsIt() {
        assertThatThrownBy(() -> members.call("CryptoExtensions", "Decrypt", TEXT, "Aes", KEY, KEY))
                .hasMessage("The input data is not a complete block.");
        assertThatThrownBy(() -> members.call("CryptoExtensions", "Decrypt", new byte[16], "Aes", KEY, KEY))
                .hasMessage("Padding is invalid and cannot be removed.");
        assertThatThrownBy(() -> members.call("CryptoExtensions", "Encrypt", TEXT, "Aes", new byte[5], KEY))
                .hasMessage("Specified key is not a valid size for this algorithm. (Parameter 'rgbKey')");
        assertThatThrownBy(() -> members.call("CryptoExtensions", "Encrypt", TEXT, "RC4", KEY, KEY))
                .hasMessageContaining("RC4");
    }

    @Test
    void aCertificateIsDescribedAsDotNetDescribesIt() throws IOException {
        Object certificate = members.make("X509Certificate2", new Object[] {resource("orders.pem")});
        String subject =
                "E=a@b.example, CN=orders.example, OU=Gate + OID.0.9.2342.19200300.100.1.1=x, O=\"Acme, \"\"Inc\"\"\", C=DE";

        assertThat(members.get("X509Certificate2", "Subject", certificate)).isEqualTo(subject);
        assertThat(members.get("X509Certificate2", "Thumbprint", certificate))
                .isEqualTo("CFD6243450CEF71B8CECB57F869E9A8C6D258B32");
        assertThat(members.get("X509Certificate2", "SerialNumber", certificate)).isEqualTo("0102030405");
        assertThat(members.get("X509Certificate2", "NotBefore", certificate)).hasToString("11/23/2026 08:48:15");
        assertThat(name(certificate, "SimpleName")).isEqualTo("orders.example");
        assertThat(name(certificate, "EmailName")).isEqualTo("x@y.example");
        assertThat(name(certificate, "DnsName")).isEqualTo("orders.example");
        assertThat(certificate.toString()).contains("[Thumbprint]\r\n  CFD6");
    }

    private Object name(Object certificate, String type) {
        return members.call("X509Certificate2", "GetNameInfo", certificate, CryptoEnums.NAME_TYPE.of(type), false);
    }

    @Test
    void aPrivateKeySignsButDoesNotLeave() throws IOException {
        Object certificate = members.make("X509Certificate2", resource("orders.p12"), "pw");
        Object key = members.call("RSACertificateExtensions", "GetRSAPrivateKey", certificate);
        Object publicKey = members.call("RSACertificateExtensions", "GetRSAPublicKey", certificate);
        for (Object padding : Names.SignaturePadding.values()) {
            Object signed = members.call("RSA", "SignData", key, TEXT, Names.HashName.of(HashKind.SHA256), padding);

            assertThat(members.call(
                            "RSA", "VerifyData", publicKey, TEXT, signed, Names.HashName.of(HashKind.SHA256), padding))
                    .isEqualTo(true);
        }
        assertThatThrownBy(() -> members.call("RSA", "ExportParameters", key, true))
                .hasMessage("The private parameters of a key are not exported.");
        assertThat(key.toString()).isEqualTo("System.Security.Cryptography.RSACng");
    }

    @Test
    void aHashMadeBeforeIsSignedAsTheDataWouldBe() throws IOException {
        Object certificate = members.make("X509Certificate2", resource("orders.p12"), "pw");
        Object key = members.call("RSACertificateExtensions", "GetRSAPrivateKey", certificate);
        Names.HashName sha256 = Names.HashName.of(HashKind.SHA256);
        Object hash = members.call("SHA256", "HashData", new Object[] {TEXT});

        assertThat(members.call("RSA", "SignHash", key, hash, sha256, Names.SignaturePadding.PKCS1))
                .isEqualTo(members.call("RSA", "SignData", key, TEXT, sha256, Names.SignaturePadding.PKCS1));
    }

    @Test
    void rsaDecryptsWhatItEncrypted() throws IOException {
        Object key = members.call(
                "RSACertificateExtensions",
                "GetRSAPrivateKey",
                members.make("X509Certificate2", resource("orders.p12"), "pw"));
        for (Names.EncryptionPadding padding : new Names.EncryptionPadding[] {
            Names.EncryptionPadding.PKCS1, Names.EncryptionPadding.oaep(HashKind.SHA256)
        }) {
            Object secret = members.call("RSA", "Encrypt", key, TEXT, padding);

            assertThat(members.call("RSA", "Decrypt", key, secret, padding)).isEqualTo(TEXT);
        }
    }

    @Test
    void aWrongPasswordIsToldWithoutIt() {
        assertThatThrownBy(() -> members.make("X509Certificate2", resource("orders.p12"), "guess"))
                .hasMessage("The specified network password is not correct.");
    }

    @Test
    void trustIsDecidedByTheChainCheck() throws IOException {
        Object certificate = members.make("X509Certificate2", new Object[] {resource("orders.pem")});
        Members trusting =
                Members.of(new CryptoLibrary((x509, at) -> at.toString().startsWith("2024-02-29")));

        assertThat(members.call("X509Certificate2", "Verify", certificate)).isEqualTo(false);
        assertThat(trusting.call("X509Certificate2", "Verify", certificate)).isEqualTo(true);
        assertThat(trusting.call("CertificateExtensions", "VerifyNoRevocation", certificate))
                .isEqualTo(true);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = CryptoTest.class.getResourceAsStream("/csharp/" + name)) {
            return in.readAllBytes();
        }
    }

    private static String base64(Object bytes) {
        return Base64.getEncoder().encodeToString((byte[]) bytes);
    }

    private static String hex(Object bytes) {
        return HexFormat.of().formatHex((byte[]) bytes);
    }
}
