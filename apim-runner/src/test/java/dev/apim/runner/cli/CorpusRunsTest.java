package dev.apim.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.apim.runner.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Documents that other people wrote do to requests and responses what their expressions say, in a gateway that goes on from call to call
 * and on the command line, where each call meets a gateway of its own.
 */
class CorpusRunsTest {
    private static final Path DOCUMENTS = Path.of(System.getProperty(
                    "apim.shared", Checkout.ROOT.resolve("../shared").toString()))
            .resolve("corpus/policies");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    static List<CorpusRun> runs() throws IOException {
        JsonNode table = new ObjectMapper(new YAMLFactory())
                .readTree(CorpusRunsTest.class.getResourceAsStream("/corpus-runs.yaml"));
        List<CorpusRun> runs = new ArrayList<>();
        table.forEach(run -> runs.add(new CorpusRun(run)));
        return runs;
    }

    @ParameterizedTest
    @MethodSource("runs")
    void aDocumentDoesWhatWasReadFromIt(CorpusRun run) throws IOException {
        CorpusGateway gateway = CorpusGateway.in(run.region());
        run.putInto(gateway, text(run));
        gateway.gateway().start();
        for (CorpusCall call : run.calls()) {
            for (int i = 0; i < call.times(); i++) {
                check(run, call, gateway::make);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("runs")
    void theCommandLineShowsTheSameAndWaitsForNothing(CorpusRun run) throws IOException {
        Path config = folder.resolve("config");
        run.putInto(new CorpusFolder(config), text(run));
        for (CorpusCall call : run.calls()) {
            if (!call.isAfter()) {
                check(run, call, made -> printed(config, run, made));
            }
        }
    }

    private static void check(CorpusRun run, CorpusCall call, Function<CorpusCall, CorpusObserved> make) {
        try {
            call.expect(make.apply(call));
        } catch (AssertionError e) {
            throw new AssertionError("call " + (run.calls().indexOf(call) + 1) + ": " + e.getMessage(), e);
        }
    }

    private CorpusObserved printed(Path config, CorpusRun run, CorpusCall call) {
        List<Object> arguments = new ArrayList<>(List.of("call", "--config", config, "--stub", stubs(call)));
        arguments.addAll(List.of("--skip-waits", "--sent", "--region", run.region()));
        List<String> fields = call.fields();
        for (int i = 0; i < fields.size(); i += 2) {
            arguments.addAll(List.of("-H", fields.get(i) + ": " + fields.get(i + 1)));
        }
        if (!call.body().isEmpty()) {
            arguments.addAll(List.of("-d", call.body()));
        }
        arguments.addAll(List.of(call.method(), "http://gateway.test" + call.target()));
        Cli called = Cli.run(arguments.toArray());
        assertThat(called.exit()).as(called.err()).isZero();
        return CorpusObserved.of(called.out());
    }

    private Path stubs(CorpusCall call) {
        try {
            return Files.write(
                    folder.resolve("stub.json"),
                    JSON.writeValueAsBytes(
                            Map.of("*", call.stubs().isEmpty() ? JSON.createObjectNode() : call.stubs())));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String text(CorpusRun run) throws IOException {
        assumeTrue(Files.isDirectory(DOCUMENTS), () -> "skipped: no policy documents in " + DOCUMENTS);
        return Files.readString(DOCUMENTS.resolve(run.document()));
    }
}
