package dev.apim.liquid;

import java.util.regex.Pattern;

/**
 * The tag of Azure's own: {@code JSONArrayFor} is {@code for} with a comma between its rounds. It is rewritten as just that; lines
 * stay where they are.
 */
final class JsonArrays {
    private static final Pattern BEGIN = Pattern.compile("\\{%(-?)\\s*JSONArray\\s?For\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern END =
            Pattern.compile("\\{%(-?)\\s*endJSONArray\\s?For\\s*(-?)%\\}", Pattern.CASE_INSENSITIVE);

    private JsonArrays() {}

    static String rewritten(String source) {
        if (!source.toLowerCase(java.util.Locale.ROOT).contains("jsonarray")) {
            return source;
        }
        String begun = BEGIN.matcher(source).replaceAll("{%$1 for");
        return END.matcher(begun).replaceAll("{% unless forloop.last %},{% endunless %}{%$1 endfor $2%}");
    }
}
