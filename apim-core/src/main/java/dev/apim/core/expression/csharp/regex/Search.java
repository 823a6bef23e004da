package dev.apim.core.expression.csharp.regex;

import dev.apim.core.expression.csharp.value.BudgetException;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * The search for matches of a pattern in one text. For one thread.
 *
 * @param matcher Java's; absent where it cannot match the pattern
 */
record Search(
        RegexValue regex,
        String text,
        WatchedText watched,
        @Nullable Matcher matcher) {
    static Search of(RegexValue regex, String text, WatchedText watched) {
        var java = regex.compiled().java();
        return new Search(regex, text, watched, java == null ? null : java.matcher(watched));
    }

    /** The first match from a place on. */
    Match from(int start) {
        return from(start, false);
    }

    /** The same where this search is not used again, so that the matcher itself may be kept as what it found. */
    Match only(int start) {
        return from(start, true);
    }

    private Match from(int start, boolean only) {
        watched.restart();
        try {
            return new Match(regex, text, found(start, only));
        } catch (StackOverflowError e) {
            throw new BudgetException("The regular expression repeats a group too often for this text.");
        }
    }

    private @Nullable Found found(int start, boolean only) {
        if (matcher == null) {
            return regex.compiled().tree().find(watched, start);
        }
        return matcher.find(start)
                ? new JavaFound(regex.compiled(), only ? matcher : matcher.toMatchResult(), watched)
                : null;
    }

    /** .NET goes one character on from a match of nothing. */
    Match after(Match match) {
        int step = match.length() == 0 ? 1 : 0;
        int start = regex.isLeftwards() ? match.index() - step : match.end() + step;
        return start < 0 || start > text.length() ? new Match(regex, text, null) : from(start);
    }
}
