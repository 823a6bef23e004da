package dev.apim.compat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The guide's page of what a container cannot express. */
class ContainersPageTest {
    @Test
    void thePageIsWhatTheKitDeclares() throws Exception {
        Path page = root().resolve("docs/guide/servlet-containers.md");
        if (Boolean.getBoolean("apim.write")) {
            Files.writeString(page, Containers.page());
        }
        assertThat(Files.readString(page))
                .as("write it anew with -Dapim.write=true")
                .isEqualTo(Containers.page());
    }

    @Test
    void aContainerMissesFiveAtMost() {
        assertThat(Containers.values())
                .allSatisfy(container -> assertThat(container.missing()).hasSizeLessThanOrEqualTo(5));
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("CHANGELOG.md"))) {
            folder = Objects.requireNonNull(folder.getParent(), "no checkout around the working directory");
        }
        return folder;
    }
}
