package dev.apim.core.expression.csharp.json;

import dev.apim.core.expression.csharp.json.PathQuery.Comparing;
import dev.apim.core.expression.csharp.json.PathQuery.Operand;
import dev.apim.core.expression.csharp.json.PathQuery.Operator;
import dev.apim.core.expression.csharp.value.DotNetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the conditions of a JSONPath. {@code a && b || c} is {@code a && (b || c)}, as Json.NET has it. */
final class PathQueryReader {
    private static final Map<String, Operator> OPERATORS = new LinkedHashMap<>();

    static {
        OPERATORS.put("===", Operator.STRICTLY_EQUAL);
        OPERATORS.put("==", Operator.EQUAL);
        OPERATORS.put("=~", Operator.REGEX);
        OPERATORS.put("!==", Operator.STRICTLY_NOT_EQUAL);
        OPERATORS.put("!=", Operator.NOT_EQUAL);
        OPERATORS.put("<>", Operator.NOT_EQUAL);
        OPERATORS.put("<=", Operator.LESS_OR_EQUAL);
        OPERATORS.put("<", Operator.LESS);
        OPERATORS.put(">=", Operator.GREATER_OR_EQUAL);
        OPERATORS.put(">", Operator.GREATER);
    }

    private final PathText text;
    private final JsonPath paths;

    PathQueryReader(PathText text, JsonPath paths) {
        this.text = text;
        this.paths = paths;
    }

    PathQuery query(char close) {
        text.at++;
        text.require(PathText.OPEN_INDEXER);
        if (text.here() != '(') {
            throw text.unexpectedInIndexer(text.here());
        }
        text.at++;
        PathQuery query = conditions();
        text.at++;
        text.require(PathText.OPEN_INDEXER);
        text.spaces();
        text.require(PathText.OPEN_INDEXER);
        if (text.here() != close) {
            throw text.unexpectedInIndexer(text.here());
        }
        return query;
    }

    private PathQuery conditions() {
        PathQuery root = null;
        PathQuery.Several within = null;
        while (!text.atEnd()) {
            PathQuery next = comparison();
            if (text.here() == ')') {
                if (within == null || root == null) {
                    return next;
                }
                within.parts().add(next);
                return root;
            }
            boolean all = text.skip("&&");
            if (!all && !text.skip("||")) {
                throw unexpected();
            }
            if (within == null || within.all() != all) {
                PathQuery.Several several = new PathQuery.Several(all, new ArrayList<>());
                if (within != null) {
                    within.parts().add(several);
                }
                within = several;
                root = root == null ? several : root;
            }
            within.parts().add(next);
        }
        throw JsonErrors.json(PathText.OPEN_QUERY);
    }

    private PathQuery comparison() {
        Operand left = side();
        char c = text.here();
        if (c == ')' || c == '|' || c == '&') {
            return new Comparing(left, Operator.EXISTS, null);
        }
        Operator operator = operator();
        return new Comparing(left, operator, side());
    }

    private Operator operator() {
        if (!text.has(1)) {
            throw JsonErrors.json(PathText.OPEN_QUERY);
        }
        for (Map.Entry<String, Operator> operator : OPERATORS.entrySet()) {
            if (text.skip(operator.getKey())) {
                return operator.getValue();
            }
        }
        throw JsonErrors.json("Could not read query operator.");
    }

    private Operand side() {
        text.spaces();
        text.require(PathText.OPEN_QUERY);
        char c = text.here();
        Operand side = c == '$' || c == '@' ? path(c) : new Operand(null, literal(c));
        text.spaces();
        text.require(PathText.OPEN_QUERY);
        return side;
    }

    private Operand path(char c) {
        List<PathFilter> filters = new ArrayList<>();
        if (c == '$') {
            filters.add(new PathFilter.Root());
        }
        text.at++;
        if (paths.path(filters, text.at, true)) {
            throw JsonErrors.json(PathText.OPEN_QUERY);
        }
        return new Operand(filters, null);
    }

    private JValue literal(char c) {
        if (c == '\'') {
            return JValue.of(text.quoted());
        }
        if (c == '/') {
            return JValue.of(text.regex());
        }
        if (Character.isDigit(c) || c == '-') {
            return JValue.of(number());
        }
        if (text.skip("true") || text.skip("false")) {
            return JValue.of(c == 't');
        }
        if (text.skip("null")) {
            return JValue.nothing();
        }
        throw unexpected();
    }

    private @Nullable Object number() {
        int start = text.at;
        while (!text.atEnd() && text.here() != ' ' && text.here() != ')') {
            text.at++;
        }
        String digits = text.part(start);
        try {
            boolean isFloat = digits.chars().anyMatch(c -> c == '.' || c == 'e' || c == 'E');
            return isFloat ? (Object) Scalars.toDouble(digits) : (Object) Scalars.toInt64(digits);
        } catch (DotNetException e) {
            text.at = start;
            throw unexpected();
        }
    }

    private DotNetException unexpected() {
        return JsonErrors.json("Unexpected character while parsing path query: " + text.here());
    }
}
