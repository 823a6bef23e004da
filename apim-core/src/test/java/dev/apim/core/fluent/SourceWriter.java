package dev.apim.core.fluent;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Java as the house formats it. */
final class SourceWriter {
    private static final int WIDTH = 120;
    /** Where the last call of a chain begins at the latest, unless each has a line of its own. */
    private static final int LAST_CALL = 80;

    private static final String DEEPER = "        ";

    private final StringBuilder text = new StringBuilder();
    private final Set<String> imports = new TreeSet<>();
    private String indent = "";

    SourceWriter imports(String type) {
        imports.add(type);
        return this;
    }

    /** Lines, indented as deep as we are; one that ends with an opening brace goes deeper, one that begins with a closing one up. */
    SourceWriter lines(String... lines) {
        for (String line : lines) {
            if (line.startsWith("}")) {
                indent = indent.substring(4);
            }
            text.append(line.isEmpty() ? "" : indent + line).append('\n');
            if (line.endsWith("{")) {
                indent += "    ";
            }
        }
        return this;
    }

    /** On one line if it fits. */
    SourceWriter assignment(String variable, String value) {
        return fits(variable + " " + value) ? lines(variable + " " + value) : lines(variable, DEEPER + value);
    }

    /** A list of these texts, on as few lines as it fits. */
    SourceWriter list(String variable, List<String> texts) {
        List<String> quoted = texts.stream().map(text -> '"' + text + '"').toList();
        String all = String.join(", ", quoted);
        if (fits(DEEPER + "List.of(" + all + ");")) {
            return assignment(variable, "List.of(" + all + ");");
        }
        lines(variable + " List.of(");
        return fits(DEEPER + all + ");")
                ? lines(DEEPER + all + ");")
                : lines((DEEPER + String.join(",\n" + indent + DEEPER, quoted) + ");"));
    }

    /** A value and what is called on it, one behind the other if they fit. */
    SourceWriter chain(String value, List<String> calls) {
        String all = String.join("", calls);
        int lastCall =
                calls.size() < 2 ? 0 : indent.length() + value.length() + all.lastIndexOf(calls.get(calls.size() - 1));
        if (fits(value + all + ";") && lastCall <= LAST_CALL) {
            return lines(value + all + ";");
        }
        return lines(value, DEEPER + String.join("\n" + indent + DEEPER, calls) + ";");
    }

    private boolean fits(String line) {
        return indent.length() + line.length() <= WIDTH;
    }

    /** A comment on what follows, an empty line ahead of it unless it is the first in its class. */
    SourceWriter doc(String sentence) {
        if (text.length() > 1 && text.charAt(text.length() - 2) != '{') {
            text.append('\n');
        }
        String whole = "/** " + sentence + " */";
        if (indent.length() + whole.length() <= WIDTH) {
            return lines(whole);
        }
        lines("/**");
        StringBuilder line = new StringBuilder(" *");
        for (String word : sentence.split(" ")) {
            if (indent.length() + line.length() + 1 + word.length() > WIDTH) {
                lines(line.toString());
                line = new StringBuilder(" *");
            }
            line.append(' ').append(word);
        }
        return lines(line.toString(), " */");
    }

    /** The whole file. */
    String file() {
        StringBuilder file = new StringBuilder("package dev.apim.core.fluent;\n\n");
        imports.forEach(type -> file.append("import ").append(type).append(";\n"));
        file.append(imports.isEmpty() ? "" : "\n");
        return file.append(text).toString();
    }
}
