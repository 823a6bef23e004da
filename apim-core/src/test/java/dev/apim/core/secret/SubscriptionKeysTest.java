package dev.apim.core.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apim.ApimException;
import dev.apim.resource.ResourcePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys made here. */
class SubscriptionKeysTest {
    private static final ResourcePath ACME = ResourcePath.of("/subscriptions/acme");

    @TempDir
    private Path directory;

    @Test
    void keysAreLongAndAllDifferent() {
        SubscriptionKeys keys = SubscriptionKeys.inMemory();
        Set<String> made = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            SubscriptionKeys.Pair pair = keys.of(ResourcePath.of("/subscriptions/s" + i));
            made.add(pair.primary());
            made.add(pair.secondary());
        }

        assertThat(made).hasSize(2_000).allMatch(key -> key.matches("[0-9a-f]{32}"));
        assertThat(keys.of(ACME)).isEqualTo(keys.of(ResourcePath.of("/Subscriptions/ACME")));
    }

    @Test
    void keysSurviveARestart() {
        Path state = directory.resolve("state");
        SubscriptionKeys before = SubscriptionKeys.in(state);
        SubscriptionKeys.Pair pair = before.of(ACME);
        before.save();

        assertThat(SubscriptionKeys.in(state).of(ACME)).isEqualTo(pair);
    }

    @Test
    void onlyTheOwnerReadsThem() throws IOException {
        Path state = directory.resolve("state");
        SubscriptionKeys keys = SubscriptionKeys.in(state);
        keys.of(ACME);
        keys.save();
        Path file = state.resolve(SubscriptionKeys.FILE);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        SubscriptionKeys.in(state);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aDamagedFileIsNotReplacedByNewKeysAndNotQuoted() throws IOException {
        Files.writeString(directory.resolve(SubscriptionKeys.FILE), "{\"canary\": canary");

        assertThatThrownBy(() -> SubscriptionKeys.in(directory))
                .isInstanceOf(ApimException.class)
                .hasMessageContaining("is damaged")
                .hasMessageNotContaining("canary")
                .hasNoCause();
    }

    @Test
    void keysAreNeverPrinted() {
        SubscriptionKeys keys = SubscriptionKeys.inMemory();
        SubscriptionKeys.Pair pair = keys.of(ACME);

        assertThat(keys + " " + pair).doesNotContain(pair.primary()).doesNotContain(pair.secondary());
    }

    @Test
    void aForgottenSubscriptionGetsOtherKeys() {
        SubscriptionKeys keys = SubscriptionKeys.inMemory();
        SubscriptionKeys.Pair pair = keys.of(ACME);
        keys.forget(ACME);

        assertThat(keys.of(ACME)).isNotEqualTo(pair);
    }
}
