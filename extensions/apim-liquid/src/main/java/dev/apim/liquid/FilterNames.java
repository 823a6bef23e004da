package dev.apim.liquid;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of filters that a template uses. */
final class FilterNames {
    private static final Pattern MARKUP = Pattern.compile("\\{[{%](.*?)[%}]}", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'");
    private static final Pattern FILTER = Pattern.compile("\\|\\s*([A-Za-z_]\\w*)");

    private FilterNames() {}

    static Set<String> of(String source) {
        Set<String> names = new TreeSet<>();
        Matcher markup = MARKUP.matcher(source);
        while (markup.find()) {
            Matcher filter = FILTER.matcher(QUOTED.matcher(markup.group(1)).replaceAll("''"));
            while (filter.find()) {
                names.add(filter.group(1));
            }
        }
        return names;
    }
}
