package dev.apim.core.expression.csharp.regex;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@code GroupCollection}: the groups of a match by number and by name. Immutable. */
final class GroupList implements Iterable<@Nullable Object> {
    private final Match match;

    GroupList(Match match) {
        this.match = match;
    }

    Grouped at(int number) {
        CompiledPattern pattern = match.pattern();
        if (pattern == null || !pattern.groups().containsKey(number)) {
            return Group.none(Integer.toString(number));
        }
        return number == 0 ? match : match.group(number);
    }

    Grouped at(@Nullable String name) {
        CompiledPattern pattern = match.pattern();
        int number = pattern == null || name == null ? -1 : pattern.number(name);
        return number < 0 ? Group.none(name == null ? "" : name) : at(number);
    }

    boolean has(String name) {
        CompiledPattern pattern = match.pattern();
        return pattern != null && pattern.number(name) >= 0;
    }

    List<String> names() {
        CompiledPattern pattern = match.pattern();
        return pattern == null ? List.of("0") : List.copyOf(pattern.names().values());
    }

    int count() {
        return names().size();
    }

    List<Object> all() {
        List<Object> all = new ArrayList<>();
        CompiledPattern pattern = match.pattern();
        if (pattern == null) {
            all.add(match);
        } else {
            pattern.groups().keySet().forEach(number -> all.add(at(number)));
        }
        return all;
    }

    @Override
    public Iterator<@Nullable Object> iterator() {
        return new ArrayList<@Nullable Object>(all()).iterator();
    }

    @Override
    public String toString() {
        return "System.Text.RegularExpressions.GroupCollection";
    }
}
