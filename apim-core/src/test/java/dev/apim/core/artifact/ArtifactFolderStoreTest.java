package dev.apim.core.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.core.resource.ResourceStoreContract;
import dev.apim.resource.ResourcePath;
import dev.apim.resource.ResourceStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder keeps the contract of stores, and notices what others write into it. */
class ArtifactFolderStoreTest implements ResourceStoreContract {
    @TempDir
    private Path directory;

    private Folder folder;
    private ArtifactFolderStore store;
    private final List<Set<ResourcePath>> heard = new ArrayList<>();

    @BeforeEach
    void open() {
        folder = new Folder(directory);
        store = folder.store();
    }

    @Override
    public ResourceStore store() {
        return store;
    }

    @Override
    public void settle() {
        folder.clock.advance(Duration.ofSeconds(5));
    }

    @Test
    void filesOfOthersAreNoticed() {
        folder.api("a", "a");
        store.load(issue -> {});
        store.watch(heard::add);

        folder.api("b", "b").file("apis/a/policy.xml", Folder.POLICY);
        settle();

        assertThat(heard)
                .containsExactly(Set.of(ResourcePath.of("/apis/b"), ResourcePath.of("/apis/a/policies/policy")));
    }

    @Test
    void aReaderInBetweenDoesNotTakeTheNewsFromWatchers() {
        store.load(issue -> {});
        store.watch(heard::add);

        folder.api("b", "b");
        store.find(ResourcePath.of("/apis/b"));
        settle();

        assertThat(heard).containsExactly(Set.of(ResourcePath.of("/apis/b")));
    }

    @Test
    void aChangeIsToldOnceItHasSettled() {
        store.load(issue -> {});
        store.watch(heard::add);
        settle();

        folder.api("a", "a");
        folder.clock.advance(FolderWatch.INTERVAL);
        assertThat(heard).isEmpty();
        folder.api("b", "b");
        folder.clock.advance(FolderWatch.QUIET);
        assertThat(heard).isEmpty();
        folder.clock.advance(FolderWatch.QUIET);

        assertThat(heard).containsExactly(Set.of(ResourcePath.of("/apis/a"), ResourcePath.of("/apis/b")));
    }

    @Test
    void aBrokenFileAsksForALookAtEverything() {
        folder.api("a", "a");
        store.load(issue -> {});
        store.watch(heard::add);
        settle();

        folder.file("apis/a/apiInformation.json", "{ nonsense");
        settle();
        assertThat(heard).containsExactly(Set.of());
        folder.api("a", "better");
        settle();

        assertThat(heard).hasSize(2);
        assertThat(heard.get(1)).contains(ResourcePath.of("/apis/a"));
    }

    @Test
    void oneThatNobodyWatchesLeavesTheTimerAlone() {
        store.watch(heard::add).cancel();

        assertThat(folder.clock.isIdle()).isTrue();
    }

    @Test
    void nothingUnfinishedStaysBehind() throws IOException {
        store.put(API, PROPERTIES, null);
        store.put(API.child("policies", "policy"), "{\"value\":\"<policies/>\"}", null);
        store.delete(API, null);

        try (var files = Files.walk(directory)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void anEditOfTheSameLengthIsNoticed() {
        folder.file("policy.xml", "<a/>");
        store.load(issue -> {});
        store.watch(heard::add);
        settle();

        folder.file("policy.xml", "<b/>");
        settle();

        assertThat(heard).containsExactly(Set.of(ResourcePath.of("/policies/policy")));
    }
}
