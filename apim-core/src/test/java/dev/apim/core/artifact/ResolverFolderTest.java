package dev.apim.core.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.core.resource.ApiEntry;
import dev.apim.core.resource.PolicyDocumentEntry;
import dev.apim.model.Resolver;
import dev.apim.resource.ResourcePath;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** GraphQL APIs in a folder: schema and resolvers, in both layouts. */
class ResolverFolderTest {
    private static final String DOCUMENT = "<http-data-source><http-request/></http-data-source>";

    @TempDir
    Path directory;

    private Folder folder;

    @BeforeEach
    void anApi() {
        folder = new Folder(directory)
                .info("apis/g/apiInformation.json", "\"path\":\"g\",\"type\":\"graphql\",\"displayName\":\"G\"")
                .info(
                        "apis/g/resolvers/user/resolverInformation.json",
                        "\"displayName\":\"User\",\"path\":\"Query/user\"")
                .file("apis/g/resolvers/user/policy.xml", DOCUMENT);
    }

    private ApiEntry api() {
        return in(folder);
    }

    private static ApiEntry in(Folder folder) {
        return Objects.requireNonNull(folder.valid().apis().get("/apis/g"));
    }

    @Test
    void aResolverHasTheFieldItAnswersAndItsDocument() {
        folder.file("apis/g/specification.graphql", "type Query { user: String }");
        assertThat(api().resolvers()).containsExactly(new Resolver("user", "User", "Query", "user", ""));
        PolicyDocumentEntry policy =
                Objects.requireNonNull(api().resolverPolicies().get("USER"));
        assertThat(policy.document().value()).isEqualTo(DOCUMENT);
        assertThat(policy.start().source()).endsWith("apis/g/resolvers/user/policy.xml");
        assertThat(api().schemas()).hasSize(1);
    }

    @Test
    void aSchemaMayStandInEitherToolsFile() {
        for (String file : new String[] {"apiSchemaInformation.json", "schemaInformation.json"}) {
            Folder own = new Folder(directory.resolve(file))
                    .info("apis/g/apiInformation.json", "\"path\":\"g\",\"type\":\"graphql\",\"displayName\":\"G\"")
                    .info(
                            "apis/g/schemas/graphql/" + file,
                            "\"contentType\":\"application/vnd.ms-azure-apim.graphql.schema\",\"document\":{\"value\":\"type Query { a: Int }\"}");
            assertThat(in(own).schemas())
                    .singleElement()
                    .satisfies(schema -> assertThat(schema.document()).isEqualTo("type Query { a: Int }"));
        }
    }

    @Test
    void aResolverIsWrittenWhereTheToolsWriteIt() {
        ArtifactFolderStore store = folder.store();
        store.put(ResourcePath.of("/apis/g/resolvers/name"), "{\"displayName\":\"Name\",\"path\":\"User/name\"}", null);
        store.put(
                ResourcePath.of("/apis/g/resolvers/name/policies/policy"),
                "{\"value\":\"<sql-data-source/>\",\"format\":\"rawxml\"}",
                null);
        store.delete(ResourcePath.of("/apis/g/resolvers/user/policies/policy"), null);
        assertThat(folder.read("apis/g/resolvers/name/resolverInformation.json"))
                .contains("\"path\" : \"User/name\"");
        assertThat(folder.read("apis/g/resolvers/name/policy.xml")).isEqualTo("<sql-data-source/>");
        assertThat(api().resolvers()).extracting(Resolver::field).containsExactly("name", "user");
        assertThat(api().resolverPolicies()).containsOnlyKeys("name");
    }

    @Test
    void aPathThatIsNoFieldIsRefused() {
        folder.info("apis/g/resolvers/bad/resolverInformation.json", "\"displayName\":\"Bad\",\"path\":\"user\"");
        assertThat(folder.configuration()).isEmpty();
        assertThat(folder.errors())
                .singleElement()
                .asString()
                .contains("apis/g/resolvers/bad/resolverInformation.json", "path");
    }
}
