package dev.apim.runner.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apim.Issue;
import dev.apim.core.json.Json;
import java.util.List;

/** Issues as programs read them. */
final class IssueArray {
    private IssueArray() {}

    /** An array of objects with {@code path}, {@code line}, {@code column}, {@code severity} and {@code message}. */
    static ArrayNode of(List<Issue> issues) {
        ArrayNode array = Json.mapper().createArrayNode();
        for (Issue issue : issues) {
            ObjectNode object = array.addObject();
            object.put("path", issue.position().source());
            object.put("line", issue.position().line());
            object.put("column", issue.position().column());
            object.put("severity", issue.severity().toString());
            object.put("message", issue.message());
        }
        return array;
    }
}
