package dev.apim.core.expression.csharp.regex;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a match remembers on its way: captures by group, then where groups began and how often loops went round. Immutable. */
final class Slots {
    private final @Nullable Object[] values;

    private Slots(@Nullable Object[] values) {
        this.values = values;
    }

    static Slots of(int size) {
        return new Slots(new @Nullable Object[size]);
    }

    /**
     * What a group captured.
     *
     * @param before what it captured before
     */
    record Captures(int start, int end, @Nullable Captures before) {
        /** In order. */
        List<Captures> all() {
            List<Captures> all = new ArrayList<>();
            for (Captures one = this; one != null; one = one.before) {
                all.add(one);
            }
            Collections.reverse(all);
            return all;
        }
    }

    @Nullable
    Captures captures(int group) {
        return (Captures) values[group];
    }

    int number(int slot) {
        Integer number = (Integer) values[slot];
        return number == null ? -1 : number;
    }

    Slots with(int slot, @Nullable Object value) {
        @Nullable Object[] copy = values.clone();
        copy[slot] = value;
        return new Slots(copy);
    }

    Slots pushed(int group, int start, int end) {
        return with(group, new Captures(start, end, captures(group)));
    }

    Slots popped(int group) {
        Captures last = captures(group);
        return with(group, last == null ? null : last.before());
    }
}
