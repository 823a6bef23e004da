package dev.apim.core.expression.csharp.xml;

import java.util.regex.Pattern;

/**
 * How long an XPath may take, told from its text: the JDK's evaluator cannot be stopped. A path visits a document's nodes about once, and
 * once more for each of them by every part that may lead anywhere again: {@code //}, a path from the root within a predicate, the axes
 * that are not children or attributes, {@code last()}, and comparing nodes with nodes. What goes up or back counts twice, for its nodes
 * have to be sorted in. Errs on the high side.
 */
final class PathCost {
    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"|'[^']*'");
    private static final Pattern AROUND_COMPARISON = Pattern.compile("\\s*(!=|<=|>=|=|<|>)\\s*");
    private static final Pattern START = Pattern.compile("^[\\s(]*(?:[a-z-]+\\()?[\\s(]*//?");

    private static final Pattern FORWARD = Pattern.compile("//|last\\s*\\(|(?:descendant|following)[a-z-]*\\s*::"
            + "|(?:^|(?<=[\\[(,=<>+*|-]|\\b(?:and|or|div|mod)))\\s*/(?!/)");
    private static final Pattern BACK = Pattern.compile("\\.\\.|(?:ancestor|preceding|parent)[a-z-]*\\s*::");
    private static final Pattern COMPARISON =
            Pattern.compile("(?<!''|position\\(\\)|[<>!])(?:!=|<=|>=|=|<|>)(?!''|-?\\d|true\\(|false\\(|last\\(|=)");

    private PathCost() {}

    /** About how many nodes of a document are visited. */
    static double visits(String path, long nodes) {
        String plain =
                AROUND_COMPARISON.matcher(TEXT.matcher(path).replaceAll("''")).replaceAll("$1");
        double visits = 0;
        int depth = 0;
        int start = 0;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            depth += c == '[' || c == '(' ? 1 : c == ']' || c == ')' ? -1 : 0;
            if (c == '|' && depth == 0) {
                visits += one(plain.substring(start, i), nodes);
                start = i + 1;
            }
        }
        return visits + one(plain.substring(start), nodes);
    }

    private static double one(String path, long nodes) {
        long times = START.matcher(path).find() ? 0 : 1;
        times += count(FORWARD, path) + 2 * count(BACK, path) + count(COMPARISON, path);
        return Math.pow(nodes, Math.max(1, times));
    }

    private static long count(Pattern pattern, String path) {
        return pattern.matcher(path).results().count();
    }
}
