package dev.apim.core.resource;

import dev.apim.IssueSink;
import dev.apim.model.Parameter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether an operation's URL template can be matched, and its shape for finding duplicates. */
final class UrlTemplateCheck {
    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)\\}");

    private UrlTemplateCheck() {}

    static boolean passes(Fields fields, List<Parameter> parameters, IssueSink issues) {
        String template = fields.text("urlTemplate");
        String problem = problem(template);
        if (problem.isEmpty()) {
            problem = undeclared(template, parameters);
        }
        if (!problem.isEmpty()) {
            issues.error(fields.at("/urlTemplate"), "urlTemplate '" + template + "' " + problem);
        }
        return problem.isEmpty();
    }

    private static String problem(String template) {
        if (!template.startsWith("/") && !template.equals("*")) {
            return "does not begin with '/': add it";
        }
        if (template.indexOf('#') >= 0 || template.chars().anyMatch(c -> c <= ' ' || c == 127)) {
            return "holds '#', a blank or a control character: remove or encode it";
        }
        String rest = VARIABLE.matcher(template).replaceAll("");
        if (rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0) {
            return "has a brace without its partner: write {name}";
        }
        return repeated(template);
    }

    private static String repeated(String template) {
        Set<String> seen = new HashSet<>();
        for (Matcher match = VARIABLE.matcher(template); match.find(); ) {
            String name = name(match);
            if (name.isEmpty()) {
                return "has a variable without a name: write {name}";
            }
            if (!seen.add(name)) {
                return "has the variable '" + name + "' twice: rename one";
            }
        }
        return "";
    }

    private static String undeclared(String template, List<Parameter> parameters) {
        for (Matcher match = VARIABLE.matcher(template); match.find(); ) {
            String name = name(match);
            if (parameters.stream().noneMatch(p -> p.name().equalsIgnoreCase(name))) {
                return "has the variable '" + name + "', which templateParameters do not describe: add it there";
            }
        }
        return "";
    }

    private static String name(Matcher match) {
        String name = match.group(1);
        return name.startsWith("*") ? name.substring(1) : name;
    }

    /** Equal for templates that match the same requests. */
    static String shape(String method, String template) {
        String shape = VARIABLE.matcher(template).replaceAll(m -> m.group(1).startsWith("*") ? "{*}" : "{}");
        String trimmed = shape.length() > 1 && shape.endsWith("/") ? shape.substring(0, shape.length() - 1) : shape;
        return method.toUpperCase(Locale.ROOT) + " " + trimmed.toLowerCase(Locale.ROOT);
    }
}
