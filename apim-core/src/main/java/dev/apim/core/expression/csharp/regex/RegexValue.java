package dev.apim.core.expression.csharp.regex;

import dev.apim.core.expression.csharp.value.BudgetException;
import dev.apim.core.expression.csharp.value.Evaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** A {@code Regex}: a pattern with its options. Immutable, thread-safe. */
final class RegexValue {
    /** .NET's infinite timeout in ticks. */
    static final long INFINITE = -10_000;

    private static final int NANOS_PER_TICK = 100;
    private static final int KEPT = 512;
    private static final Map<String, RegexValue> PLAIN = new ConcurrentHashMap<>();

    private final String pattern;
    private final int options;
    private final long timeoutTicks;
    private final CompiledPattern compiled;

    /** The one of a pattern without options, perhaps from those met before. */
    static RegexValue of(String pattern) {
        RegexValue known = PLAIN.get(pattern);
        if (known == null) {
            known = new RegexValue(pattern, 0, INFINITE);
            if (PLAIN.size() >= KEPT) {
                PLAIN.clear();
            }
            PLAIN.put(pattern, known);
        }
        return known;
    }

    /** Of a pattern that is read now. */
    RegexValue(String pattern, int options, long timeoutTicks) {
        this.pattern = pattern;
        this.options = Options.checked(options);
        this.timeoutTicks = timeoutTicks;
        this.compiled = CompiledPattern.get(pattern, this.options);
    }

    int options() {
        return options;
    }

    long timeoutTicks() {
        return timeoutTicks;
    }

    CompiledPattern compiled() {
        return compiled;
    }

    private Search search(Evaluation evaluation, String text) {
        long nanos = timeoutTicks == INFINITE ? 0 : timeoutTicks * NANOS_PER_TICK;
        WatchedText watched = new WatchedText(text, evaluation, nanos);
        return new Search(this, text, watched, compiled.java().matcher(watched));
    }

    /** The first match from a place on. Its matcher is not used again, so that it is its own result. */
    Match match(Evaluation evaluation, String text, int start) {
        Search search = search(evaluation, text);
        return new Match(this, text, search.find(start) ? search.matcher : null);
    }

    /** The match after another. */
    Match next(Evaluation evaluation, Match match) {
        return match.success() ? search(evaluation, match.text()).after(match) : match;
    }

    /** All matches from a place on, found as they are read. */
    ItemList matches(Evaluation evaluation, String text, int start) {
        Search search = search(evaluation, text);
        return ItemList.lazy(new java.util.function.Supplier<@Nullable Object>() {
            private @Nullable Match last;

            @Override
            public @Nullable Object get() {
                Match next = last == null ? search.from(start) : search.after(last);
                last = next;
                return next.success() ? next : null;
            }
        });
    }

    /** The text with its matches replaced. */
    String replace(Evaluation evaluation, String text, Function<Match, String> by, int count, int start) {
        Search search = search(evaluation, text);
        StringBuilder result = new StringBuilder();
        int at = 0;
        int left = count;
        for (Match match = search.from(start); match.success() && left != 0; match = search.after(match)) {
            String replacement = by.apply(match);
            evaluation.make(match.index() - at + (long) replacement.length());
            result.append(text, at, match.index()).append(replacement);
            at = match.end();
            left--;
        }
        evaluation.make(text.length() - (long) at);
        return result.append(text, at, text.length()).toString();
    }

    /** The parts between the matches, and what groups matched in them. */
    String[] split(Evaluation evaluation, String text, int count, int start) {
        List<String> parts = new ArrayList<>();
        if (count == 1) {
            return new String[] {text};
        }
        Search search = search(evaluation, text);
        int at = 0;
        int left = count - 1;
        for (Match match = search.from(start); match.success() && left != 0; match = search.after(match)) {
            parts.add(text.substring(at, match.index()));
            at = match.end();
            for (Object group : match.groups().all().subList(1, match.groups().count())) {
                if (((Grouped) group).success()) {
                    parts.add(((Grouped) group).value());
                }
            }
            left--;
        }
        parts.add(text.substring(at));
        evaluation.make(text.length() + (long) parts.size());
        return parts.toArray(String[]::new);
    }

    @Override
    public String toString() {
        return pattern;
    }

    private record Search(RegexValue regex, String text, WatchedText watched, Matcher matcher) {
        Match from(int start) {
            return new Match(regex, text, find(start) ? matcher.toMatchResult() : null);
        }

        boolean find(int start) {
            watched.restart();
            try {
                return matcher.find(start);
            } catch (StackOverflowError e) {
                throw new BudgetException("The regular expression repeats a group too often for this text.");
            }
        }

        /** .NET goes one character on from a match of nothing. */
        Match after(Match match) {
            int start = match.end() + (match.length() == 0 ? 1 : 0);
            return start > text.length() ? new Match(regex, text, null) : from(start);
        }
    }
}
