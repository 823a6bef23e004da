package dev.apim.runner.cli;

/** The command line, for tests of other packages. */
public final class Commands {
    private Commands() {}

    /** What a command says of itself. */
    public static String help(String command) {
        return Cli.run(command, "--help").out();
    }
}
