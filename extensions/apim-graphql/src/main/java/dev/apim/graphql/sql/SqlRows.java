package dev.apim.graphql.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What a statement gave, as JSON: with a single result its first row or null, otherwise {@code {"items": […]}} with all rows. Columns
 * have the names of the result.
 */
final class SqlRows {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int ROWS = 10_000;
    private static final int CHARACTERS = 8 << 20;

    private SqlRows() {}

    static JsonNode none() {
        ObjectNode result = NODES.objectNode();
        result.putArray("items");
        return result;
    }

    /** The rows of the last of a statement's results; one that gives none leaves those of the one before. */
    static JsonNode last(PreparedStatement statement, boolean single) throws SQLException {
        JsonNode result = single ? NODES.nullNode() : none();
        boolean rows = statement.execute();
        while (rows || statement.getUpdateCount() != -1) {
            if (rows) {
                try (ResultSet set = statement.getResultSet()) {
                    result = single ? first(set) : all(set);
                }
            }
            rows = statement.getMoreResults();
        }
        return result;
    }

    private static JsonNode first(ResultSet set) throws SQLException {
        return set.next() ? row(set, new int[1]) : NODES.nullNode();
    }

    private static JsonNode all(ResultSet set) throws SQLException {
        ObjectNode result = NODES.objectNode();
        ArrayNode items = result.putArray("items");
        int[] size = new int[1];
        while (set.next()) {
            if (items.size() == ROWS) {
                throw new SqlFailure("the statement gives more than " + ROWS + " rows");
            }
            items.add(row(set, size));
        }
        return result;
    }

    private static ObjectNode row(ResultSet set, int[] size) throws SQLException {
        ResultSetMetaData columns = set.getMetaData();
        ObjectNode row = NODES.objectNode();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            JsonNode value = value(set.getObject(i));
            size[0] += value.isTextual() ? value.textValue().length() : 8;
            if (size[0] > CHARACTERS) {
                throw new SqlFailure("the rows are larger than " + CHARACTERS + " characters");
            }
            row.set(columns.getColumnLabel(i), value);
        }
        return row;
    }

    /** Large objects are read no further than it takes to see that they are too large. */
    static JsonNode value(@Nullable Object value) throws SQLException {
        if (value == null) {
            return NODES.nullNode();
        }
        if (value instanceof Boolean flag) {
            return NODES.booleanNode(flag);
        }
        if (value instanceof BigDecimal decimal) {
            return NODES.numberNode(decimal);
        }
        if (value instanceof Double || value instanceof Float) {
            return NODES.numberNode(((Number) value).doubleValue());
        }
        if (value instanceof java.math.BigInteger whole) {
            return NODES.numberNode(whole);
        }
        if (value instanceof Number number) {
            return NODES.numberNode(number.longValue());
        }
        if (value instanceof byte[] bytes) {
            return NODES.textNode(Base64.getEncoder().encodeToString(bytes));
        }
        if (value instanceof java.sql.Clob text) {
            return NODES.textNode(text.getSubString(1, (int) Math.min(text.length(), CHARACTERS + 1L)));
        }
        if (value instanceof java.sql.Blob bytes) {
            byte[] some = bytes.getBytes(1, (int) Math.min(bytes.length(), CHARACTERS + 1L));
            return NODES.textNode(Base64.getEncoder().encodeToString(some));
        }
        if (value instanceof java.sql.Timestamp timestamp) {
            return NODES.textNode(timestamp.toLocalDateTime().toString());
        }
        return NODES.textNode(value.toString());
    }
}
