package dev.apim.core.expression.csharp.regex;

import java.util.List;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/** A {@code Match}: a place of a text that a pattern matched, or that there is none. Immutable. */
final class Match implements Grouped {
    /** None. */
    static final Match EMPTY = new Match(null, "", null);

    private final @Nullable RegexValue regex;
    private final String text;
    private final @Nullable MatchResult result;

    Match(@Nullable RegexValue regex, String text, @Nullable MatchResult result) {
        this.regex = regex;
        this.text = text;
        this.result = result;
    }

    @Nullable
    RegexValue regex() {
        return regex;
    }

    @Nullable
    CompiledPattern pattern() {
        return regex == null || result == null ? null : regex.compiled();
    }

    GroupList groups() {
        return new GroupList(this);
    }

    /** The group of a number that the pattern has; of several parts with one name the one that matched last. */
    Grouped group(int number) {
        CompiledPattern pattern = java.util.Objects.requireNonNull(pattern());
        MatchResult found = java.util.Objects.requireNonNull(result);
        String name = java.util.Objects.requireNonNull(pattern.names().get(number));
        int best = -1;
        List<Integer> parts = pattern.groups().getOrDefault(number, List.of());
        for (int i = 0; i < parts.size(); i++) {
            int java = parts.get(i);
            if (found.start(java) >= 0 && (best < 0 || found.start(java) >= found.start(best))) {
                best = java;
            }
        }
        return best < 0
                ? Group.none(name)
                : new Group(name, text, found.start(best), found.end(best) - found.start(best), true);
    }

    @Override
    public String name() {
        return "0";
    }

    @Override
    public boolean success() {
        return result != null;
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public int index() {
        return result == null ? 0 : result.start();
    }

    @Override
    public int length() {
        return result == null ? 0 : result.end() - result.start();
    }

    int end() {
        return index() + length();
    }

    @Override
    public String toString() {
        return value();
    }
}
