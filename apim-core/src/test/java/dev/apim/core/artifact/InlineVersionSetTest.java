package dev.apim.core.artifact;

import static dev.apim.core.resource.Found.in;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.core.resource.Configuration;
import dev.apim.model.VersionSet;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An API's file that describes its version set itself. */
class InlineVersionSetTest {
    @TempDir
    private Path directory;

    private Folder folder;

    @BeforeEach
    void open() {
        folder = new Folder(directory);
    }

    private Folder version(String version, String set) {
        return folder.info(
                "apis/orders-" + version + "/apiInformation.json",
                "\"path\":\"orders\",\"apiVersion\":\"" + version + "\"," + set);
    }

    private VersionSet set(String id) {
        Configuration configuration = folder.valid();
        assertThat(folder.issues).isEmpty();
        assertThat(in(configuration.apis(), "/apis/orders-v1").api().versionSetId())
                .isEqualTo(id);
        return in(configuration.versionSets(), id);
    }

    @Test
    void theSetIsReadThereAndSharedByItsVersions() {
        String set =
                "\"apiVersionSet\":{\"id\":\"/subscriptions/0/resourceGroups/g/providers/Microsoft.ApiManagement/service/s/apiVersionSets/orders\",\"name\":\"Orders\","
                        + "\"versioningScheme\":\"Header\",\"versionHeaderName\":\"X-Version\"}";
        version("v1", set);
        version("v2", set);

        assertThat(set("orders"))
                .isEqualTo(new VersionSet("orders", "Orders", VersionSet.Scheme.HEADER, null, "X-Version"));
    }

    @Test
    void withoutAnIdItGetsOneOfItsName() {
        version("v1", "\"apiVersionSet\":{\"name\":\"All Orders!\",\"versioningScheme\":\"Segment\"}");

        assertThat(set("all-orders").displayName()).isEqualTo("All Orders!");
    }

    @Test
    void aFolderOfTheSameSetGoesFirst() {
        folder.info(
                "versionSets/orders/versionSetInformation.json",
                "\"displayName\":\"In its folder\",\"versioningScheme\":\"Segment\"");
        version(
                "v1",
                "\"apiVersionSetId\":\"/apiVersionSets/orders\",\"apiVersionSet\":{\"name\":\"Inline\",\"versioningScheme\":\"Segment\"}");

        assertThat(set("orders").displayName()).isEqualTo("In its folder");
    }

    @Test
    void aMistakeInItStandsInTheFileOfTheApi() {
        version("v1", "\n\"apiVersionSet\":{\"id\":\"orders\",\"name\":\"Orders\",\"versioningScheme\":\"Path\"}");

        assertThat(folder.configuration()).isEmpty();
        assertThat(folder.errors())
                .isNotEmpty()
                .allSatisfy(error -> assertThat(error)
                        .startsWith("apis/orders-v1/apiInformation.json:3:")
                        .contains("Path"));
    }
}
