package dev.apim.runner.cli;

import dev.apim.runner.Checkout;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/**
 * What a command came to.
 *
 * @param exit code
 * @param out standard output
 * @param err standard error
 */
record Cli(int exit, String out, String err) {
    /** The sample's artifacts. */
    static final Path SAMPLE = Checkout.ROOT.resolve("samples/quickstart/artifacts");

    /** Runs the command line in this process. */
    static Cli run(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] texts =
                java.util.stream.Stream.of(arguments).map(String::valueOf).toArray(String[]::new);
        int exit = Apim.run(texts, new PrintWriter(out, true), new PrintWriter(err, true));
        return new Cli(exit, out.toString(), err.toString());
    }
}
