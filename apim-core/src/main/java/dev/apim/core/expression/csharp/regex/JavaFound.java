package dev.apim.core.expression.csharp.regex;

import java.util.List;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/**
 * What Java's engine found. It keeps the last capture of a group only; where there may be more, the match is found once more when they
 * are asked for.
 */
final class JavaFound implements Found {
    private final CompiledPattern pattern;
    private final MatchResult result;
    private final WatchedText text;
    private @Nullable Found again;

    JavaFound(CompiledPattern pattern, MatchResult result, WatchedText text) {
        this.pattern = pattern;
        this.result = result;
        this.text = text;
    }

    @Override
    public Part whole() {
        return new Part(result.start(), result.end());
    }

    /** Of several parts with one name the one that matched last. */
    @Override
    public @Nullable Part last(int number) {
        int best = -1;
        for (int java : pattern.groups().getOrDefault(number, List.of())) {
            if (result.start(java) >= 0 && (best < 0 || result.start(java) >= result.start(best))) {
                best = java;
            }
        }
        return best < 0 ? null : new Part(result.start(best), result.end(best));
    }

    @Override
    public List<Part> all(int number) {
        Part last = last(number);
        if (last == null || !pattern.capturesOften()) {
            return last == null ? List.of() : List.of(last);
        }
        if (again == null) {
            text.restart();
            Found found = pattern.tree().at(text, result.start(), result.start());
            again = found != null && found.whole().equals(whole()) ? found : null;
        }
        return again == null ? List.of(last) : again.all(number);
    }
}
