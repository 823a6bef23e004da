package dev.apim.core.expression.csharp.json;

import dev.apim.core.expression.csharp.json.PathFilter.Selection;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.Texts;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** A condition of a JSONPath filter. */
sealed interface PathQuery {
    /** Whether a token meets it. */
    boolean matches(JToken token, Selection selection);

    /** How two operands are compared. */
    enum Operator {
        EXISTS,
        EQUAL,
        NOT_EQUAL,
        STRICTLY_EQUAL,
        STRICTLY_NOT_EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL,
        REGEX
    }

    /** A path from the tested token, or a literal. */
    record Operand(
            @Nullable List<PathFilter> path, @Nullable JValue literal) {
        List<JToken> values(JToken token, Selection selection) {
            if (path == null) {
                return literal == null ? List.of() : List.of(literal);
            }
            return JsonPath.walk(path, token, new Selection(selection.root(), false, selection.evaluation()));
        }
    }

    /** All, or any, of several. */
    record Several(boolean all, List<PathQuery> parts) implements PathQuery {
        @Override
        public boolean matches(JToken token, Selection selection) {
            return all
                    ? parts.stream().allMatch(part -> part.matches(token, selection))
                    : parts.stream().anyMatch(part -> part.matches(token, selection));
        }
    }

    /** One comparison. */
    record Comparing(
            Operand left, Operator operator, @Nullable Operand right) implements PathQuery {
        @Override
        public boolean matches(JToken token, Selection selection) {
            List<JToken> lefts = left.values(token, selection);
            if (operator == Operator.EXISTS || right == null) {
                return !lefts.isEmpty();
            }
            if (lefts.isEmpty()) {
                return false;
            }
            List<JToken> rights = right.values(token, selection);
            for (JToken one : lefts) {
                for (JToken other : rights) {
                    selection.evaluation().step();
                    if (holds(one, other, selection)) {
                        return true;
                    }
                }
            }
            return false;
        }

        private boolean holds(JToken one, JToken other, Selection selection) {
            if (!(one instanceof JValue a) || !(other instanceof JValue b)) {
                return operator == Operator.NOT_EQUAL;
            }
            return switch (operator) {
                case EXISTS -> true;
                case EQUAL -> equal(a, b);
                case NOT_EQUAL -> !equal(a, b);
                case STRICTLY_EQUAL -> strictlyEqual(a, b);
                case STRICTLY_NOT_EQUAL -> !strictlyEqual(a, b);
                case LESS -> a.compareTo(b) < 0;
                case LESS_OR_EQUAL -> a.compareTo(b) <= 0;
                case GREATER -> a.compareTo(b) > 0;
                case GREATER_OR_EQUAL -> a.compareTo(b) >= 0;
                case REGEX -> regex(a, b, selection);
            };
        }

        private static boolean areNumbers(JValue a, JValue b) {
            return (a.type() == TokenType.INTEGER && b.type() == TokenType.FLOAT)
                    || (a.type() == TokenType.FLOAT && b.type() == TokenType.INTEGER);
        }

        private static boolean strictlyEqual(JValue a, JValue b) {
            return areNumbers(a, b) ? Comparison.of(a.type(), a.value(), b.value()) == 0 : a.equals(b);
        }

        private static boolean equal(JValue a, JValue b) {
            if (strictlyEqual(a, b)) {
                return true;
            }
            Object value = a.value();
            if (b.type() != TokenType.STRING || value == null) {
                return false;
            }
            String text = switch (a.type()) {
                case DATE -> Dates.iso(value);
                case BYTES -> Base64.getEncoder().encodeToString((byte[]) value);
                case GUID, TIME_SPAN -> Texts.of(value);
                case URI -> Names.originalUri(value);
                default -> null;
            };
            return text != null && text.equals(b.value());
        }

        private static boolean regex(JValue input, JValue pattern, Selection selection) {
            if (!(input.value() instanceof String text)
                    || !(pattern.value() instanceof String regex)
                    || input.type() != TokenType.STRING) {
                return false;
            }
            int end = regex.lastIndexOf('/');
            String options = regex.substring(end + 1);
            try {
                return Regexes.isMatch(text, regex.substring(1, end), options, selection.evaluation());
            } catch (PatternSyntaxException e) {
                throw DotNetException.argument("Invalid pattern '" + e.getPattern() + "'.", "pattern");
            }
        }
    }

    /** Options as Json.NET names them. */
    static int flags(String options) {
        int flags = 0;
        for (int i = 0; i < options.length(); i++) {
            flags |= switch (options.charAt(i)) {
                case 'i' -> Pattern.CASE_INSENSITIVE;
                case 'm' -> Pattern.MULTILINE;
                case 's' -> Pattern.DOTALL;
                default -> 0;
            };
        }
        return flags;
    }
}
