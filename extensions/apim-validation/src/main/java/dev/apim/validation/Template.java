package dev.apim.validation;

import dev.apim.model.Operation;
import dev.apim.model.Parameter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which parameters of an operation's URL template stand in its path, and which in its query. */
final class Template {
    private Template() {}

    /**
     * A parameter of the query that the template asks for.
     *
     * @param name in the query
     * @param parameter that takes its value; {@code null} where the template gives the value itself
     */
    record Part(String name, @Nullable Parameter parameter) {}

    static List<Part> query(Operation operation) {
        String template = operation.urlTemplate();
        int question = template.indexOf('?');
        List<Part> parts = new ArrayList<>();
        for (String pair :
                question < 0 ? new String[0] : template.substring(question + 1).split("&", -1)) {
            String[] sides = pair.split("=", 2);
            String value = sides.length == 2 ? sides[1] : "";
            Parameter parameter = null;
            for (Parameter each : operation.templateParameters()) {
                if (value.equals("{" + each.name() + "}")) {
                    parameter = each;
                }
            }
            if (!sides[0].isEmpty()) {
                parts.add(new Part(sides[0], parameter));
            }
        }
        return parts;
    }

    static List<Parameter> path(Operation operation) {
        String template = operation.urlTemplate();
        int question = template.indexOf('?');
        String path = question < 0 ? template : template.substring(0, question);
        return operation.templateParameters().stream()
                .filter(each -> path.contains("{" + each.name() + "}") || path.contains("{*" + each.name() + "}"))
                .toList();
    }
}
