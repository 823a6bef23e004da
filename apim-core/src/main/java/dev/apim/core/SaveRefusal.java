package dev.apim.core;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apim.Issue;
import dev.apim.core.json.Json;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a document is not saved, as Azure's management API answers it with status 400 (Azure: {@code ValidationError}). Immutable.
 *
 * <pre>{@code
 * List<Issue> issues = new ArrayList<>();
 * StandaloneDocuments.create(true).check("policy.xml", text, issues::add);
 * SaveRefusal refusal = SaveRefusal.of(issues);
 * if (!refusal.isEmpty()) {
 *     return refusal.json();
 * }
 * }</pre>
 *
 * @param target what of the request is at fault, such as {@code representation}
 * @param errors the errors among the issues, in order
 */
public record SaveRefusal(String target, List<Issue> errors) {
    private static final Pattern ELEMENT = Pattern.compile("<([A-Za-z_][\\w.-]*)");

    public SaveRefusal {
        errors = List.copyOf(errors);
    }

    /** Of what was found in a policy document; warnings refuse nothing. */
    public static SaveRefusal of(List<Issue> issues) {
        return new SaveRefusal(
                "representation", issues.stream().filter(Issue::isError).toList());
    }

    /** Whether there is nothing to refuse. */
    public boolean isEmpty() {
        return errors.isEmpty();
    }

    /** The body of the answer. */
    public String json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ObjectNode error = root.putObject("error");
        error.put("code", "ValidationError");
        error.put("message", "One or more fields contain incorrect values:");
        ArrayNode details = error.putArray("details");
        for (Issue issue : errors) {
            ObjectNode detail = details.addObject();
            detail.put("code", "ValidationError");
            detail.put("target", target);
            detail.put("message", message(issue));
        }
        return Json.write(root);
    }

    private static String message(Issue issue) {
        return "Error in element '" + element(issue) + "' on line "
                + issue.position().line() + ", column " + issue.position().column() + ": " + issue.message();
    }

    /** A message names its element first; one that names none, such as that of an expression, stands in the line it shows. */
    private static String element(Issue issue) {
        Matcher named = ELEMENT.matcher(issue.message());
        if (named.find()) {
            return named.group(1);
        }
        String shown = issue.excerpt() == null
                ? ""
                : issue.excerpt().lines().findFirst().orElse("");
        int caret = Math.min(shown.length(), issue.position().column());
        Matcher written = ELEMENT.matcher(shown.substring(0, caret));
        String last = "policies";
        while (written.find()) {
            last = written.group(1);
        }
        return last;
    }
}
