package dev.apim.runner.cli;

import dev.apim.ApimException;
import dev.apim.ConfigurationException;
import dev.apim.Issue;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code apim}. Exit codes: 0 done, 1 the input is at fault, 2 wrong usage, 3 our fault. */
@Command(
        name = "apim",
        mixinStandardHelpOptions = true,
        version = "apim 0.1.0-SNAPSHOT",
        description = "Azure API Management on the JVM: serves, checks and tries out folders of artifacts.",
        footer = {
            "",
            "Begin with 'apim quickstart'. Each command explains itself: 'apim run --help'.",
            "Exit codes: 0 done, 1 the input is at fault (reasons on standard error), 2 wrong usage, 3 our fault."
        },
        subcommands = {
            RunCommand.class,
            ValidateCommand.class,
            EvalCommand.class,
            CallCommand.class,
            QuickstartCommand.class
        })
public final class Apim implements Runnable {
    /** Netty's events for Java Flight Recorder: the first request loads their classes, recording or not. */
    private static final String NETTY_EVENTS = "io.netty.jfr.enabled";

    @CommandLine.Spec
    private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    /** Runs the command line and exits with its code. */
    public static void main(String[] arguments) {
        if (System.getProperty(NETTY_EVENTS) == null) {
            System.setProperty(NETTY_EVENTS, "false");
        }
        System.exit(run(arguments, new PrintWriter(System.out, true), new PrintWriter(System.err, true)));
    }

    /** Runs the command line. */
    static int run(String[] arguments, PrintWriter out, PrintWriter err) {
        return new CommandLine(new Apim())
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler(Apim::failed)
                .execute(arguments);
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new CommandLine.ParameterException(spec.commandLine(), "a command is missing");
        }
    }

    private static int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (e instanceof ConfigurationException refused) {
            refused.issues().forEach(issue -> print(err, issue));
            return 1;
        }
        if (e instanceof ApimException) {
            err.println("apim: " + e.getMessage());
            return 1;
        }
        err.println("apim: internal error: " + e);
        org.slf4j.LoggerFactory.getLogger(Apim.class).debug("internal error", e);
        return 3;
    }

    /** One line for an issue and, where there is one, its excerpt. */
    static void print(PrintWriter writer, Issue issue) {
        writer.println(issue);
        if (issue.excerpt() != null) {
            writer.println(issue.excerpt());
        }
    }
}
