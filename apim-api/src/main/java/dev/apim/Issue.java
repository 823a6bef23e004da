package dev.apim;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One mistake or doubt in the user's input: where it is, what was found, what was expected and what to do.
 *
 * @param severity error or warning
 * @param position where
 * @param message one line, without secrets
 * @param excerpt the offending line with a caret under the place, or {@code null}
 */
public record Issue(
        Severity severity,
        Position position,
        String message,
        @Nullable String excerpt) {
    public Issue {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(message, "message");
    }

    /** An error without an excerpt. */
    public static Issue error(Position position, String message) {
        return new Issue(Severity.ERROR, position, message, null);
    }

    /** A warning without an excerpt. */
    public static Issue warning(Position position, String message) {
        return new Issue(Severity.WARNING, position, message, null);
    }

    /** Whether the input is refused for it. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** {@code path:line:column: severity: message}. */
    @Override
    public String toString() {
        return position + ": " + severity + ": " + message;
    }
}
