package dev.apim.core.expression.csharp.regex;

import java.util.function.Supplier;

/**
 * A group of a match. Immutable.
 *
 * @param all what it captured, found out when it is asked for
 */
record Group(String name, String text, int index, int length, boolean success, Supplier<ItemList> all)
        implements Grouped {
    /** One that matched nothing. */
    static Group none(String name) {
        return new Group(name, "", 0, 0, false, ItemList::of);
    }

    @Override
    public ItemList captures() {
        return all.get();
    }

    @Override
    public String toString() {
        return value();
    }
}
