package dev.apim.core.expression.csharp.time;

import dev.apim.core.expression.csharp.value.DotNetException;

/** Goes over a custom format: runs of one letter, quotes, escapes. Mutable; of one thread. */
final class FormatScan {
    private final String format;
    private int at;

    FormatScan(String format) {
        this.format = format;
    }

    boolean hasNext() {
        return at < format.length();
    }

    char next() {
        return format.charAt(at++);
    }

    boolean isNext(char sign) {
        return at < format.length() && format.charAt(at) == sign;
    }

    /** How often the letter just read stands here, all of them read now. */
    int repeat(char sign) {
        int count = 1;
        while (isNext(sign)) {
            at++;
            count++;
        }
        return count;
    }

    /** The same, at most so often. */
    int repeat(char sign, int most) {
        int count = repeat(sign);
        if (count > most) {
            throw TimeSpanText.invalid();
        }
        return count;
    }

    /** What stands between the quote just read and the next of its kind. */
    String quoted(char quote) {
        StringBuilder text = new StringBuilder();
        quoted(quote, text);
        return text.toString();
    }

    /** The same behind a text. */
    void quoted(char quote, StringBuilder text) {
        while (hasNext()) {
            char sign = next();
            if (sign == quote) {
                return;
            }
            text.append(sign == '\\' ? escaped() : sign);
        }
        throw DotNetException.format("Cannot find a matching quote character for the character '" + quote + "'.");
    }

    /** The character behind the backslash just read. */
    char escaped() {
        if (!hasNext()) {
            throw TimeSpanText.invalid();
        }
        return next();
    }

    /** Steps over a percent sign, which must stand before something else. */
    void percent() {
        if (!hasNext() || isNext('%')) {
            throw TimeSpanText.invalid();
        }
    }
}
