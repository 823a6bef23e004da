package dev.apim.runner.cli;

import dev.apim.ApimException;
import dev.apim.ConfigurationException;
import dev.apim.Issue;
import dev.apim.Time;
import dev.apim.core.document.SourceText;
import dev.apim.core.expression.csharp.CSharpExpressions;
import dev.apim.core.expression.csharp.ShownValue;
import dev.apim.core.json.Json;
import dev.apim.policy.ExpressionException;
import dev.apim.policy.Value;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Evaluates one C# expression against a described request. */
@Command(
        name = "eval",
        mixinStandardHelpOptions = true,
        description = {
            "Evaluate one C# policy expression and print what it gives.",
            "",
            "The expression stands in single quotes, so that the shell leaves it alone: '@(…)' for a value, '@{ … return …; }' for",
            "statements. It sees 'context' as the file after --request describes it; without one, a GET of http://localhost/.",
            "There are no named values here: '{{' is C#'s own.",
            "",
            "The file is JSON or YAML; every member may be left out:",
            "  method, url, body (text, or JSON as it is), headers (name to value or list of values)",
            "  backendUrl: what context.Request.Url is, where it differs from url",
            "  variables (name to value), matchedParameters, ipAddress, requestId, timestamp",
            "  response (status, reason, headers, body), lastError (source, reason, message, scope, section, …)",
            "  api, operation, product, subscription, user, workspace, deployment (id, name, … as in 'context')",
            "  certificate: the client's, in PEM or base64; deployment.certificates (name to one, or to its data and password)",
            "  graphql (arguments, parent): what a resolver answers"
        },
        footer = {
            "",
            "Examples:",
            "  apim eval '@(1 + 2)'",
            "  apim eval '@(context.Request.Headers.GetValueOrDefault(\"X-A\", \"none\"))' --request request.json",
            "  apim eval --json '@{ var d = new DateTime(2024, 2, 29); return d.AddYears(1); }'",
            "Exit codes: 0 a value was printed, 1 the expression or the file is at fault, or the expression failed, 2 wrong usage."
        })
final class EvalCommand implements Callable<Integer> {
    private static final String SOURCE = "expression";

    @Parameters(index = "0", paramLabel = "<expression>", description = "The expression, @(…) or @{…}.")
    String expression = "";

    @Option(names = "--request", paramLabel = "<file>", description = "The request, and what else 'context' holds.")
    @Nullable
    Path request;

    @Option(
            names = "--json",
            description =
                    "Print {\"value\", \"type\"} instead, or an array of what is wrong; the value is text as ToString() has it.")
    boolean json;

    @CommandLine.Spec
    CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (spec == null) {
            throw new ApimException("the command line is missing");
        }
        List<Issue> issues = new ArrayList<>();
        Optional<ShownValue> shown = Optional.empty();
        try {
            shown = evaluate(issues);
        } catch (ConfigurationException refused) {
            issues.addAll(refused.issues());
        }
        print(shown, issues, spec.commandLine());
        return shown.isPresent() ? 0 : 1;
    }

    private Optional<ShownValue> evaluate(List<Issue> issues) {
        Time time = new StoppedTime();
        String text = expression.strip();
        SourceText source = SourceText.of(SOURCE, text);
        if (!text.startsWith("@(") && !text.startsWith("@{")) {
            String found = text.isEmpty() ? "nothing" : "'" + text.substring(0, Math.min(2, text.length())) + "'";
            issues.add(excerpt(
                    source,
                    Issue.error(
                            source.position(0),
                            "an expression begins with @( and ends with ), or begins with @{ and ends with }; found "
                                    + found)));
            return Optional.empty();
        }
        DescribedExchange exchange = DescribedExchange.of(RequestFile.read(request), time);
        Value value = new Value(text, Value.Language.CSHARP, source::position);
        try {
            return CSharpExpressions.withoutNamedValues(time)
                    .show(value, exchange, issue -> issues.add(excerpt(source, issue)));
        } catch (ExpressionException failed) {
            issues.add(
                    Issue.error(source.position(0), "the expression failed: " + String.valueOf(failed.getMessage())));
            return Optional.empty();
        }
    }

    private static Issue excerpt(SourceText source, Issue issue) {
        return new Issue(issue.severity(), issue.position(), issue.message(), source.excerpt(issue.position()));
    }

    private void print(Optional<ShownValue> shown, List<Issue> issues, CommandLine command) {
        PrintWriter out = command.getOut();
        if (json) {
            out.println(Json.write(
                    shown.isPresent()
                            ? Json.mapper()
                                    .createObjectNode()
                                    .put("value", shown.get().text())
                                    .put("type", shown.get().type())
                            : IssueArray.of(issues)));
            return;
        }
        issues.forEach(issue -> Apim.print(command.getErr(), issue));
        shown.ifPresent(value -> out.println(value.text() == null ? "null" : value.text()));
    }
}
