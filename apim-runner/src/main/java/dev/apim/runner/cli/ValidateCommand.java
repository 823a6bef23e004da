package dev.apim.runner.cli;

import dev.apim.Issue;
import dev.apim.core.SaveRefusal;
import dev.apim.core.json.Json;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks policy documents, fragments and folders of artifacts. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = {
            "Check policy documents, fragments or folders of artifacts.",
            "",
            "A file is checked alone: what it refers to outside itself is taken to exist. A folder is checked as a whole.",
            "Prints one line an issue: path:line:column: severity: message."
        },
        footer = {"", "Example: apim validate artifacts apis/orders/policy.xml"})
final class ValidateCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "<path>", description = "A policy document, a fragment or a folder.")
    List<Path> paths = List.of();

    @Option(names = "--json", description = "Print one JSON array instead.")
    boolean json;

    @Option(names = "--strict", description = "Refuse what Azure refuses at save.")
    boolean strict;

    @Option(
            names = "--save-error",
            description =
                    "Print what Azure's management API would answer, nothing where it would save; goes with --strict.")
    boolean saveError;

    @Mixin
    FolderOptions folder = new FolderOptions();

    @CommandLine.Spec
    CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() {
        List<Issue> issues = new ArrayList<>();
        Validator validator = new Validator(folder, strict);
        for (Path path : paths) {
            issues.addAll(validator.validate(path));
        }
        if (spec != null) {
            print(issues, spec.commandLine().getOut());
        }
        return issues.stream().anyMatch(Issue::isError) ? 1 : 0;
    }

    private void print(List<Issue> issues, PrintWriter out) {
        if (saveError) {
            SaveRefusal refusal = SaveRefusal.of(issues);
            if (!refusal.isEmpty()) {
                out.println(refusal.json());
            }
            return;
        }
        if (!json) {
            issues.forEach(issue -> Apim.print(out, issue));
            return;
        }
        out.println(Json.write(IssueArray.of(issues)));
    }
}
