package dev.apim.core.expression.csharp.regex;

import org.jspecify.annotations.Nullable;

/** A {@code Match}: a place of a text that a pattern matched, or that there is none. Immutable. */
final class Match implements Grouped {
    /** None. */
    static final Match EMPTY = new Match(null, "", null);

    private final @Nullable RegexValue regex;
    private final String text;
    private final @Nullable Found result;

    Match(@Nullable RegexValue regex, String text, @Nullable Found result) {
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

    /** The group of a number that the pattern has. */
    Grouped group(int number) {
        CompiledPattern pattern = java.util.Objects.requireNonNull(pattern());
        Found found = java.util.Objects.requireNonNull(result);
        String name = java.util.Objects.requireNonNull(pattern.names().get(number));
        Found.Part last = found.last(number);
        return last == null
                ? Group.none(name)
                : new Group(
                        name,
                        text,
                        last.start(),
                        last.end() - last.start(),
                        true,
                        () -> ItemList.of(found.all(number).stream()
                                .map(part -> new Capture(text, part.start(), part.end() - part.start()))
                                .toArray()));
    }

    @Override
    public ItemList captures() {
        return success() ? ItemList.of(new Capture(text, index(), length())) : ItemList.of();
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
        return result == null ? 0 : result.whole().start();
    }

    @Override
    public int length() {
        return result == null ? 0 : result.whole().end() - result.whole().start();
    }

    int end() {
        return index() + length();
    }

    @Override
    public String toString() {
        return value();
    }
}
