package dev.apim.graphql.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.apim.Cancellable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One run of a statement, or of several in sequence, all or none of which take effect. Its result is what the last of them gave. It
 * runs on a worker and may be called off from elsewhere.
 */
final class SqlQuery implements SqlPool.Work<JsonNode>, Cancellable {
    private static final int SECONDS = 30;

    private final List<SqlText> texts;
    private final List<Binding> bindings;
    private final boolean single;
    private volatile @Nullable PreparedStatement running;
    private volatile boolean cancelled;

    /**
     * A value for a name.
     *
     * @param name without its at sign
     * @param type in Transact-SQL, if it is given
     * @param value bound, never written into the text
     */
    record Binding(String name, @Nullable String type, JsonNode value) {}

    SqlQuery(String statement, List<Binding> bindings, boolean batch, boolean single) {
        List<String> names = bindings.stream().map(Binding::name).toList();
        this.texts = batch ? List.of(SqlText.of(statement, names)) : SqlText.split(statement, names);
        this.bindings = bindings;
        this.single = single;
    }

    @Override
    public JsonNode with(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        JsonNode result = single ? JsonNodeFactory.instance.nullNode() : SqlRows.none();
        for (SqlText text : texts) {
            result = run(connection, text);
        }
        connection.commit();
        connection.setAutoCommit(true);
        return result;
    }

    private JsonNode run(Connection connection, SqlText text) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text.text())) {
            running = statement;
            if (cancelled) {
                throw new SQLException("called off", "57014");
            }
            statement.setQueryTimeout(SECONDS);
            for (int i = 0; i < text.parameters().size(); i++) {
                bind(statement, i + 1, binding(text.parameters().get(i)));
            }
            return SqlRows.last(statement, single);
        } finally {
            running = null;
        }
    }

    private Binding binding(String name) {
        return bindings.stream().filter(b -> b.name().equals(name)).findFirst().orElseThrow();
    }

    private static void bind(PreparedStatement statement, int index, Binding binding) throws SQLException {
        JsonNode value = binding.value();
        if (value.isNull()) {
            statement.setNull(index, Types.NULL);
            return;
        }
        String type = binding.type() == null
                ? ""
                : binding.type()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("\\(.*", "")
                        .strip();
        switch (type) {
            case "bit" ->
                statement.setBoolean(index, value.asBoolean() || value.asText().equals("1"));
            case "tinyint", "smallint", "int", "bigint" ->
                statement.setLong(index, number(binding).longValue());
            case "decimal", "numeric", "money", "smallmoney" -> statement.setBigDecimal(index, number(binding));
            case "float", "real" -> statement.setDouble(index, number(binding).doubleValue());
            case "" -> untyped(statement, index, value);
            default -> statement.setString(index, text(value));
        }
    }

    private static void untyped(PreparedStatement statement, int index, JsonNode value) throws SQLException {
        if (value.isBoolean()) {
            statement.setBoolean(index, value.booleanValue());
        } else if (value.isIntegralNumber() && value.canConvertToLong()) {
            statement.setLong(index, value.longValue());
        } else if (value.isNumber()) {
            statement.setBigDecimal(index, value.decimalValue());
        } else {
            statement.setString(index, text(value));
        }
    }

    private static java.math.BigDecimal number(Binding binding) {
        try {
            return new java.math.BigDecimal(binding.value().asText().strip());
        } catch (NumberFormatException e) {
            throw new SqlFailure(
                    "parameter '@" + binding.name() + "' is no number, expected one of type " + binding.type());
        }
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }

    @Override
    public void cancel() {
        cancelled = true;
        PreparedStatement statement = running;
        if (statement != null) {
            try {
                statement.cancel();
            } catch (SQLException e) {
                // It ends by its own time limit then.
                cancelled = true;
            }
        }
    }
}
