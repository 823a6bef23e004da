package dev.apim.core.expression.csharp.json;

import dev.apim.core.expression.csharp.value.Texts;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes JSON as Json.NET's {@code JsonTextWriter} does. */
final class JsonText {
    private enum State {
        START,
        PROPERTY,
        OBJECT_START,
        OBJECT,
        LIST_START,
        LIST
    }

    private final StringBuilder text = new StringBuilder();
    private final boolean indented;
    private State state = State.START;
    private int depth;

    JsonText(boolean indented) {
        this.indented = indented;
    }

    void container(JContainer container, String open, String close) {
        before(false);
        State after = state == State.START || state == State.PROPERTY ? outer() : State.LIST;
        text.append(open);
        depth++;
        JsonErrors.checkDepth(depth);
        state = container instanceof JObject ? State.OBJECT_START : State.LIST_START;
        for (JToken child : container.children()) {
            child.write(this);
        }
        depth--;
        if (indented && state != State.OBJECT_START && state != State.LIST_START) {
            line();
        }
        text.append(close);
        state = after;
    }

    private State outer() {
        return state == State.PROPERTY && depth > 0 ? State.OBJECT : State.START;
    }

    void name(String name) {
        if (state == State.OBJECT) {
            text.append(',');
        }
        if (indented && state != State.START) {
            line();
        }
        quoted(name);
        text.append(':');
        state = State.PROPERTY;
    }

    /** A literal as it is. */
    void raw(@Nullable String literal) {
        before(false);
        text.append(Texts.orEmpty(literal));
        after();
    }

    void string(String value) {
        before(false);
        quoted(value);
        after();
    }

    void comment(@Nullable String comment) {
        before(true);
        text.append("/*").append(Texts.orEmpty(comment)).append("*/");
    }

    /** {@code 1.0} rather than {@code 1}; what JSON cannot say in quotes. */
    void number(Object number) {
        if (number instanceof BigDecimal) {
            String digits = Texts.of(number);
            raw(digits.indexOf('.') < 0 ? digits + ".0" : digits);
            return;
        }
        double value = ((Number) number).doubleValue();
        String digits = Texts.of(number);
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            string(digits);
            return;
        }
        boolean whole = digits.indexOf('.') < 0 && digits.indexOf('E') < 0;
        raw(whole ? digits + ".0" : digits);
    }

    private void before(boolean comment) {
        if (state == State.LIST && !comment || state == State.OBJECT && !comment) {
            text.append(',');
        }
        if (!indented) {
            return;
        }
        if (state == State.PROPERTY) {
            text.append(' ');
        } else if (state == State.LIST || state == State.LIST_START) {
            line();
        }
    }

    private void after() {
        if (state == State.PROPERTY) {
            state = depth > 0 ? State.OBJECT : State.START;
        } else if (state == State.LIST_START) {
            state = State.LIST;
        }
    }

    private void line() {
        text.append(Texts.NEW_LINE).append("  ".repeat(depth));
    }

    private void quoted(String value) {
        text.append('"');
        escape(text, value, '"');
        text.append('"');
    }

    /** Escapes what Json.NET escapes by default. */
    static void escape(StringBuilder text, String value, char quote) {
        int done = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= ' ' && c != '\\' && c != quote && c != '\u0085' && c != '\u2028' && c != '\u2029') {
                continue;
            }
            text.append(value, done, i).append(escaped(c));
            done = i + 1;
        }
        text.append(value, done, value.length());
    }

    private static String escaped(char c) {
        return switch (c) {
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\f' -> "\\f";
            case '\b' -> "\\b";
            case '\\' -> "\\\\";
            case '"' -> "\\\"";
            case '\'' -> "\\'";
            default -> String.format(Locale.ROOT, "\\u%04x", (int) c);
        };
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
