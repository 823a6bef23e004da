package dev.apim.core.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.core.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published vectors of attacks on tokens (C2SP Wycheproof), held against what verifies and opens tokens here. */
class WycheproofTest {
    private static final Path VECTORS = Path.of("../../shared/vectors/wycheproof");

    /** Token and key name different algorithms, and characters that base64url does not have. */
    private static final Set<Integer> REFUSED_ALL_THE_SAME = Set.of(346, 347, 350, 351, 372, 373);

    /** The very token and key of vector 357, which is valid; the padding they were to show was lost upstream. */
    private static final Set<Integer> CALLED_BOTH = Set.of(367, 370);

    private record Vector(JsonNode group, JsonNode test) {
        boolean valid() {
            return test.path("result").asText().equals("valid");
        }

        byte[] keys(String preferred) {
            JsonNode key = group.has(preferred) ? group.path(preferred) : group.path("private");
            return Json.write(key).getBytes(StandardCharsets.UTF_8);
        }

        int id() {
            return test.path("tcId").asInt();
        }
    }

    private static List<Vector> vectors(String file) throws IOException {
        Path path = VECTORS.resolve(file);
        assumeTrue(Files.exists(path), "the vectors are not beside the checkout: " + path.toAbsolutePath());
        List<Vector> all = new ArrayList<>();
        for (JsonNode group : Json.parse(Files.readString(path)).path("testGroups")) {
            group.path("tests").forEach(test -> all.add(new Vector(group, test)));
        }
        return all;
    }

    private static boolean verifies(Vector vector) {
        try {
            KeySet keys = KeySet.parse(vector.keys("public")).orElse(KeySet.EMPTY);
            SignatureVerifier.verify(vector.test().path("jws").asText(), keys);
            return true;
        } catch (TokenException refused) {
            return false;
        }
    }

    private static boolean opens(Vector vector) {
        try {
            List<DecryptionKey> keys =
                    DecryptionKey.jwk(vector.keys("private")).stream().toList();
            byte[] content =
                    Decryption.open(vector.test().path("jwe").asText(), keys).content();
            if (vector.valid() && vector.test().has("pt")) {
                assertThat(content)
                        .isEqualTo(
                                HexFormat.of().parseHex(vector.test().path("pt").asText()));
            }
            return true;
        } catch (TokenException refused) {
            return false;
        }
    }

    @Test
    void everySignatureIsJudgedAsTheVectorsSay() throws IOException {
        List<Vector> all = vectors("json_web_signature_test.json");

        assertThat(all).hasSize(401);
        assertThat(all.stream()
                        .filter(v -> verifies(v) != v.valid())
                        .filter(v -> !CALLED_BOTH.contains(v.id()))
                        .map(Vector::id))
                .containsExactlyInAnyOrderElementsOf(REFUSED_ALL_THE_SAME);
    }

    @Test
    void twoVectorsAreWordForWordAnotherThatIsCalledValid() throws IOException {
        List<Vector> alike = vectors("json_web_signature_test.json").stream()
                .filter(v -> CALLED_BOTH.contains(v.id()) || v.id() == 357)
                .toList();

        assertThat(alike.stream().map(v -> v.test().path("jws")).distinct()).hasSize(1);
        assertThat(alike.stream().map(Vector::group).distinct()).hasSize(1);
        assertThat(alike.stream().map(Vector::valid)).containsExactly(true, false, false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"json_web_crypto_test.json", "json_web_key_test.json", "json_web_encryption_test.json"})
    void nothingThatTheVectorsCallInvalidIsAccepted(String file) throws IOException {
        assertThat(vectors(file).stream()
                        .filter(v -> !v.valid())
                        .filter(v -> v.test().has("jws") ? verifies(v) : opens(v))
                        .map(Vector::id))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"json_web_crypto_test.json", "json_web_key_test.json"})
    void whatTheVectorsCallValidIsAccepted(String file) throws IOException {
        assertThat(vectors(file).stream()
                        .filter(Vector::valid)
                        .filter(v -> !(v.test().has("jws") ? verifies(v) : opens(v)))
                        .map(Vector::id))
                .isEmpty();
    }

    @Test
    void ofTheValidEncryptedOnesOnlyThoseOfDoubtfulWaysAreRefused() throws IOException {
        List<String> refused = vectors("json_web_encryption_test.json").stream()
                .filter(v -> v.valid() && !opens(v))
                .map(v -> JoseHeader.parse(v.test().path("jwe").asText().split("\\.")[0]))
                .map(h -> h.members().has("zip") ? "zip" : h.algorithm())
                .sorted()
                .distinct()
                .toList();

        assertThat(refused).containsExactly("RSA1_5", "zip");
    }
}
