package dev.apim.graphql.sql;

/** Why a database gave nothing. The message is for the operator; it cites neither statement nor data. */
final class SqlFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SqlFailure(String message) {
        super(message, null, false, false);
    }
}
