package dev.apim.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.runner.Guide;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The synthetic API of the guide, as a folder that the command line runs. */
class GraphQlGuideTest {
    private static final String ASK = "{\"query\":\"{ customer(id: 7) { name orders { number total } } }\"}";

    @TempDir
    Path folder;

    private Path config() throws IOException {
        Path config = folder.resolve("shop");
        var files = Guide.filesOf("docs/guide/graphql.md");
        assertThat(files).hasSize(6);
        for (var file : files.entrySet()) {
            Path target = config.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.getValue());
        }
        return config;
    }

    @Test
    void theFolderIsValid() throws IOException {
        Cli validated = Cli.run("validate", config());
        assertThat(validated.out() + validated.err()).doesNotContain("error", "warning");
        assertThat(validated.exit()).isZero();
    }

    @Test
    void aQueryIsAnsweredByItsResolvers() throws IOException {
        Path stub = Files.writeString(folder.resolve("stub.json"), """
                {"https://crm.example.com/customers/7": {"body": {"id": 7, "name": "Ada", "secret": 1}},
                 "https://orders.example.com/of/7?first=10": {"body": {"list": [{"number": 1, "total": 9.5}, {"number": 2}]}}}
                """);
        Cli called = Cli.run("call", "--config", config(), "--stub", stub, "POST", "/shop", "-d", ASK);
        assertThat(called.exit()).isZero();
        assertThat(called.out())
                .startsWith("HTTP/1.1 200 OK")
                .contains("{\"data\":{\"customer\":{\"name\":\"Ada\",\"orders\":[{\"number\":1,\"total\":9.5},"
                        + "{\"number\":2,\"total\":null}]}}}");
    }
}
