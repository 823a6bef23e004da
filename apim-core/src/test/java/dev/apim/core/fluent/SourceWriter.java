package dev.apim.core.fluent;

import java.util.Set;
import java.util.TreeSet;

/** Java as the house formats it. */
final class SourceWriter {
    private static final int WIDTH = 120;

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
