package dev.apim.core.expression.csharp.value;

import org.jspecify.annotations.Nullable;

/** {@code String.Format}: text with {@code {index,alignment:format}} in it, as .NET 8 reads it. */
public final class CompositeFormat {
    private static final int LIMIT = 1_000_000;

    private final String format;
    private final @Nullable Object[] arguments;
    private final @Nullable Evaluation evaluation;
    private final StringBuilder text = new StringBuilder();
    private long made;
    private int at;

    private CompositeFormat(@Nullable Evaluation evaluation, String format, @Nullable Object[] arguments) {
        this.evaluation = evaluation;
        this.format = format;
        this.arguments = arguments;
    }

    /**
     * The text with its arguments in place, of no more than a budget's characters.
     *
     * @throws DotNetException a {@code FormatException}
     */
    public static String format(String format, @Nullable Object[] arguments) {
        return new CompositeFormat(null, format, arguments).write();
    }

    /** The same, counted while it is made. */
    public static String format(Evaluation evaluation, String format, @Nullable Object[] arguments) {
        return new CompositeFormat(evaluation, format, arguments).write();
    }

    private String write() {
        while (at < format.length()) {
            char c = format.charAt(at);
            if (c != '{' && c != '}') {
                count(1);
                text.append(c);
                at++;
            } else if (next() == c) {
                count(1);
                text.append(c);
                at++;
            } else if (c == '}') {
                throw mistake("Unexpected closing brace without a corresponding opening brace.");
            } else {
                item();
            }
        }
        return text.toString();
    }

    private void item() {
        int index = number();
        spaces();
        boolean left = false;
        int width = 0;
        if (format.charAt(at) == ',') {
            next();
            spaces();
            left = format.charAt(at) == '-';
            if (left) {
                next();
            }
            width = number();
            spaces();
        }
        String itemFormat = format.charAt(at) == '}' ? "" : itemFormat();
        at++;
        if (index >= arguments.length) {
            throw DotNetException.format(
                    "Index (zero based) must be greater than or equal to zero and less than the size"
                            + " of the argument list.");
        }
        String value = Texts.of(arguments[index], itemFormat.isEmpty() ? null : itemFormat);
        count(Math.max(width, value.length()));
        String padding = " ".repeat(Math.max(0, width - value.length()));
        text.append(left ? value : padding).append(left ? padding : value);
    }

    private String itemFormat() {
        if (format.charAt(at) != ':') {
            throw mistake("Format item ends prematurely.");
        }
        int start = at + 1;
        while (next() != '}') {
            if (format.charAt(at) == '{') {
                throw mistake("Format item ends prematurely.");
            }
        }
        return format.substring(start, at);
    }

    private int number() {
        if (!isDigit(format.charAt(at))) {
            throw mistake("Expected an ASCII digit.");
        }
        int number = 0;
        while (isDigit(format.charAt(at)) && number < LIMIT) {
            number = number * 10 + format.charAt(at) - '0';
            next();
        }
        return number;
    }

    private void spaces() {
        while (format.charAt(at) == ' ') {
            next();
        }
    }

    private char next() {
        if (++at >= format.length()) {
            throw mistake("Format item ends prematurely.");
        }
        return format.charAt(at);
    }

    private void count(int characters) {
        if (evaluation != null) {
            evaluation.make(characters);
            return;
        }
        made += characters;
        if (made > Budget.DEFAULT.characters()) {
            throw new BudgetException("The expression made more than " + Budget.DEFAULT.characters() + " characters.");
        }
    }

    private DotNetException mistake(String reason) {
        return DotNetException.format(
                "Input string was not in a correct format. Failure to parse near offset " + at + ". " + reason);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
