package dev.apim.graphql;

import dev.apim.policy.Expression;
import java.util.regex.Pattern;

/**
 * What becomes of the fields at a path.
 *
 * @param path {@code /type/field}, {@code /type/*}, {@code /*}, or {@code /field} for a field of an operation itself; a star stands for
 *     the rest of a name
 * @param action {@code allow}, {@code remove}, {@code reject} or {@code ignore}
 */
record FieldRule(String path, Expression<String> action) {
    private static final Pattern PATH = Pattern.compile("/(\\w+/)?\\w*\\*?");
    private static final String TYPENAME = "__typename";

    static boolean isPath(String text) {
        return PATH.matcher(text).matches() && !text.endsWith("/");
    }

    /**
     * Whether it is about a field. The name of an object's own type is no secret of the schema: only a path that spells it out is about
     * {@code __typename}.
     *
     * @param type the field belongs to
     * @param field its name
     * @param ofOperation whether the type is that of queries, mutations or subscriptions
     */
    boolean isAbout(String type, String field, boolean ofOperation) {
        int slash = path.indexOf('/', 1);
        String fields = path.substring(slash < 0 ? 1 : slash + 1);
        if (field.equals(TYPENAME) && !fields.equals(TYPENAME)) {
            return false;
        }
        boolean fits = fields.endsWith("*")
                ? field.startsWith(fields.substring(0, fields.length() - 1))
                : field.equals(fields);
        return fits
                && (slash < 0
                        ? ofOperation || fields.equals("*")
                        : path.substring(1, slash).equals(type));
    }
}
