package dev.apim.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApimTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"run", "validate", "call", "quickstart"})
    void helpOfACommandExplainsItAndShowsAnExample(String command) {
        Cli help = Cli.run(command, "--help");

        assertThat(help.exit()).isZero();
        assertThat(help.out()).contains("Usage: apim " + command).contains("Example: apim " + command);
    }

    @Test
    void helpNamesEveryCommandAndTheExitCodes() {
        Cli help = Cli.run("--help");

        assertThat(help.exit()).isZero();
        assertThat(help.out()).contains("  run ", "  validate ", "  call ", "  quickstart ", "Exit codes: 0 done");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "serve",
                "run",
                "run --config . --no-such-option",
                "run --config . --port eighty",
                "run --config . --port 65536",
                "run --config . --port -1",
                "run --config . --management-port -2",
                "run --config . --max-connections 0",
                "run --config . --trusted-proxies nobody",
                "run --config . --request-deadline -1",
                "run --config . --on-error-deadline 0",
                "quickstart --port 70000",
                "validate",
                "call --config . GET",
                "call --config . GET /x -H nothing",
                "call --config . --skip-waits GET /x",
                "call --config . --sent GET /x"
            })
    void wrongUsageEndsWith2AndShowsTheUsage(String line) {
        Cli wrong = Cli.run((Object[]) (line.isEmpty() ? new String[0] : line.split(" ")));

        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err()).contains("Usage: apim");
        assertThat(wrong.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "run --config missing --port 0, there is no folder missing",
        "call --config missing GET /x, there is no folder missing",
        "run --config SAMPLE --port 0 --overrides missing.yaml, missing.yaml:1:1: error:",
        "call --config SAMPLE --stub missing.json GET /x, there is no stub file missing.json"
    })
    void inputAtFaultEndsWith1AndSaysWhy(String line, String reason) {
        Cli refused =
                Cli.run((Object[]) line.replace("SAMPLE", Cli.SAMPLE.toString()).split(" "));

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains(reason).doesNotContain("\tat ", "Exception");
    }

    @Test
    void aFolderThatIsRefusedIsNotServedAndEveryMistakeIsNamed() throws IOException {
        Files.writeString(
                folder.resolve("policy.xml"), "<policies><inbound><no-such /><nor-this /></inbound></policies>");

        Cli refused = Cli.run("run", "--config", folder, "--port", 0, "--management-port", 0);

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err())
                .contains("policy.xml:1:20: error: there is no policy <no-such>")
                .contains("policy.xml:1:31: error: there is no policy <nor-this>");
        assertThat(refused.out()).isEmpty();
    }

    @Test
    void aPortInUseIsSaidWithWhatToDo() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Cli refused = Cli.run(
                    "run",
                    "--config",
                    Cli.SAMPLE,
                    "--host",
                    "127.0.0.1",
                    "--port",
                    taken.getLocalPort(),
                    "--management-port",
                    0);

            assertThat(refused.exit()).isEqualTo(1);
            assertThat(refused.err())
                    .contains("cannot listen on 127.0.0.1:" + taken.getLocalPort(), "choose other ports with --port");
        }
    }
}
