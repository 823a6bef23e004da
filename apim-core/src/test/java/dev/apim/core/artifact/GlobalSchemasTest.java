package dev.apim.core.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.core.resource.Configuration;
import dev.apim.model.GlobalSchema;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schemas of the service and of workspaces, in a folder. */
class GlobalSchemasTest {
    @TempDir
    private Path directory;

    private Folder folder;

    @BeforeEach
    void open() {
        folder = new Folder(directory);
    }

    @Test
    void aFolderHoldsSchemasOfTheServiceAndOfWorkspaces() {
        folder.info(
                        "schemas/person/schemaInformation.json",
                        "\"schemaType\":\"json\",\"description\":\"d\",\"document\":{\"type\":\"object\"}")
                .info("workspaces/w/workspaceInformation.json", "\"displayName\":\"W\"")
                .info(
                        "workspaces/w/schemas/order/schemaInformation.json",
                        "\"schemaType\":\"xml\",\"value\":\"<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'/>\"");

        Configuration read = folder.valid();

        assertThat(read.schemas().get("person"))
                .isEqualTo(new GlobalSchema("person", GlobalSchema.Type.JSON, "d", "{\"type\":\"object\"}"));
        assertThat(read.schemas().get("workspaces/w/order"))
                .isNotNull()
                .extracting(GlobalSchema::type)
                .isEqualTo(GlobalSchema.Type.XML);
        assertThat(read.schemas()).hasSize(2);
    }

    @Test
    void aSchemaThatIsNoJsonOrXmlIsRefusedAtItsPlace() {
        folder.info("schemas/a/schemaInformation.json", "\"schemaType\":\"xml\",\"value\":\"<xs:schema\"")
                .info("schemas/b/schemaInformation.json", "\"schemaType\":\"json\",\"document\":{\"value\":\"[1]\"}")
                .info("schemas/c/schemaInformation.json", "\"schemaType\":\"json\"")
                .info(
                        "schemas/d/schemaInformation.json",
                        "\"schemaType\":\"xml\",\"value\":\"<!DOCTYPE x SYSTEM 'file:///etc/passwd'><x/>\"");

        assertThat(folder.configuration()).isEmpty();

        assertThat(folder.issues).hasSize(4).allMatch(issue -> issue.message().contains("the schema cannot be read"));
    }
}
