package dev.apim.core.expression.csharp.regex;

import dev.apim.core.expression.csharp.value.Evaluation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A {@code Regex}: a pattern with its options. Immutable, thread-safe. */
final class RegexValue {
    /** .NET's infinite timeout in ticks. */
    static final long INFINITE = -10_000;

    /** In the place of a place in a text: its beginning, or its end where the pattern looks from there. */
    static final int FROM_THE_BEGINNING = -1;

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
        return Search.of(this, text, new WatchedText(text, evaluation, nanos));
    }

    /** Whether it looks from the end of a text to its beginning. */
    boolean isLeftwards() {
        return (options & Options.RIGHT_TO_LEFT) != 0;
    }

    private int begin(String text, int start) {
        return start != FROM_THE_BEGINNING ? start : isLeftwards() ? text.length() : 0;
    }

    /** The first match from a place on. Its matcher is not used again, so that it is its own result. */
    Match match(Evaluation evaluation, String text, int start) {
        return search(evaluation, text).only(begin(text, start));
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
                Match next = last == null ? search.from(begin(text, start)) : search.after(last);
                last = next;
                return next.success() ? next : null;
            }
        });
    }

    /** The text with its matches replaced; the first ones met, where only so many are. */
    String replace(Evaluation evaluation, String text, Function<Match, String> by, int count, int start) {
        if (isLeftwards()) {
            return replaceLeftwards(evaluation, text, by, count, start);
        }
        Search search = search(evaluation, text);
        StringBuilder result = new StringBuilder();
        int at = 0;
        int left = count;
        for (Match match = search.from(begin(text, start)); match.success() && left != 0; match = search.after(match)) {
            String replacement = by.apply(match);
            evaluation.make(match.index() - at + (long) replacement.length());
            result.append(text, at, match.index()).append(replacement);
            at = match.end();
            left--;
        }
        evaluation.make(text.length() - (long) at);
        return result.append(text, at, text.length()).toString();
    }

    /** From the end to the beginning: the parts are put together the other way round. */
    private String replaceLeftwards(
            Evaluation evaluation, String text, Function<Match, String> by, int count, int start) {
        Deque<String> parts = new ArrayDeque<>();
        int at = text.length();
        for (Match match : found(evaluation, text, count, start)) {
            String replacement = by.apply(match);
            evaluation.make(at - match.end() + (long) replacement.length());
            parts.push(text.substring(match.end(), at));
            parts.push(replacement);
            at = match.index();
        }
        evaluation.make(at);
        return text.substring(0, at) + String.join("", parts);
    }

    private List<Match> found(Evaluation evaluation, String text, int count, int start) {
        List<Match> matches = new ArrayList<>();
        Search search = search(evaluation, text);
        int left = count;
        for (Match match = search.from(begin(text, start)); match.success() && left != 0; match = search.after(match)) {
            evaluation.make(1);
            matches.add(match);
            left--;
        }
        return matches;
    }

    /** The parts between the matches, and what groups matched in them. */
    String[] split(Evaluation evaluation, String text, int count, int start) {
        List<String> parts = new ArrayList<>();
        if (count == 1) {
            return new String[] {text};
        }
        List<Match> matches = found(evaluation, text, count - 1, start);
        if (isLeftwards()) {
            Collections.reverse(matches);
        }
        int at = 0;
        for (Match match : matches) {
            parts.add(text.substring(at, match.index()));
            at = match.end();
            for (Object group : match.groups().all().subList(1, match.groups().count())) {
                if (((Grouped) group).success()) {
                    parts.add(((Grouped) group).value());
                }
            }
        }
        parts.add(text.substring(at));
        evaluation.make(text.length() + (long) parts.size());
        return parts.toArray(String[]::new);
    }

    @Override
    public String toString() {
        return pattern;
    }
}
