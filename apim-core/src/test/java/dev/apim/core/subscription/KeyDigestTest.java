package dev.apim.core.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.junit.jupiter.api.Test;

class KeyDigestTest {
    private final KeyDigest digest = new KeyDigest();

    @Test
    void aKeyHasOneDigestAndNoOtherHasTheSame() {
        assertThat(digest.of("key")).isEqualTo(digest.of("key")).hasSize(32).isNotEqualTo(digest.of("kez"));
    }

    @Test
    void whoKnowsTheKeyCannotTellItsDigest() throws Exception {
        byte[] plain = MessageDigest.getInstance("SHA-256").digest("key".getBytes(StandardCharsets.UTF_8));

        assertThat(digest.of("key")).isNotEqualTo(plain).isNotEqualTo(new KeyDigest().of("key"));
    }

    @Test
    void noPepperIsLikeAnother() throws Exception {
        MessageDigest unpeppered = MessageDigest.getInstance("SHA-256");
        unpeppered.update(new byte[32]);

        assertThat(digest.of("key")).isNotEqualTo(unpeppered.digest("key".getBytes(StandardCharsets.UTF_8)));
    }
}
