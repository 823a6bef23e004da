package dev.apim.importing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The URL template of an operation: a path with {@code {variables}}, and query parameters that must be there.
 *
 * @param path up to the question mark
 * @param query {@code name=value} each; a value may be a variable
 */
record UrlTemplate(String path, List<String> query) {
    private static final int LONGEST = 1_000;
    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");

    UrlTemplate {
        query = List.copyOf(query);
    }

    /** From the key of a path item; mistakes are reported there. */
    static Optional<UrlTemplate> parse(String key, Place pathItem) {
        String problem = problem(key);
        if (problem != null) {
            pathItem.error("the path '" + shortened(key) + "' " + problem);
            return Optional.empty();
        }
        int mark = key.indexOf('?');
        List<String> query =
                mark < 0 ? List.of() : Arrays.asList(key.substring(mark + 1).split("&"));
        return Optional.of(new UrlTemplate(mark < 0 ? key : key.substring(0, mark), query));
    }

    private static @org.jspecify.annotations.Nullable String problem(String key) {
        if (!key.startsWith("/")) {
            return "does not begin with '/'; put one in front";
        }
        if (key.length() > LONGEST) {
            return "is longer than " + LONGEST + " characters";
        }
        if (key.chars().anyMatch(c -> c <= ' ' || c == '#' || c == 0x7f)) {
            return "holds a space, a control character or '#', which never reach a server in a path; encode them";
        }
        String plain = VARIABLE.matcher(key).replaceAll("");
        if (plain.indexOf('{') >= 0 || plain.indexOf('}') >= 0) {
            return "has unbalanced braces; a variable looks like {name}";
        }
        List<String> names = variables(key);
        if (names.contains("")) {
            return "has a variable without a name; a variable looks like {name}";
        }
        return names.stream().distinct().count() < names.size() ? "names a variable twice; rename one" : null;
    }

    private static String shortened(String key) {
        return key.length() <= 100 ? key : key.substring(0, 100) + "…";
    }

    /** The names of the variables, in order; a catch-all without its asterisk. */
    List<String> variables() {
        return variables(text());
    }

    private static List<String> variables(String text) {
        List<String> names = new ArrayList<>();
        Matcher variable = VARIABLE.matcher(text);
        while (variable.find()) {
            String name = variable.group(1);
            names.add(name.startsWith("*") ? name.substring(1) : name);
        }
        return names;
    }

    /** Whether the query already says something of that name. */
    boolean asksFor(String name) {
        return query.stream().anyMatch(q -> q.equals(name) || q.startsWith(name + "="));
    }

    /** Whether a query parameter of that name can be written into a template. */
    static boolean canHold(String name) {
        return name.chars().noneMatch(c -> c <= ' ' || "{}&=#?+%*".indexOf(c) >= 0 || c == 0x7f);
    }

    /** With one more query parameter that must be there. */
    UrlTemplate withQuery(String name) {
        List<String> more = new ArrayList<>(query);
        more.add(name + "={" + name + "}");
        return new UrlTemplate(path, more);
    }

    String text() {
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    /** What two templates have in common when no request could tell them apart. */
    String shape() {
        String plain = nameless(path).toLowerCase(Locale.ROOT);
        String trimmed = plain.length() > 1 && plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
        return trimmed + "?"
                + String.join(
                        "&", query.stream().map(UrlTemplate::nameless).sorted().toList());
    }

    private static String nameless(String text) {
        return text.replaceAll("\\{\\*[^{}]*}", "{*}").replaceAll("\\{[^{}*][^{}]*}", "{}");
    }
}
