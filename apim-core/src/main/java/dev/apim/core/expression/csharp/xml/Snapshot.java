package dev.apim.core.expression.csharp.xml;

import dev.apim.core.expression.csharp.value.Values;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a sequence holds now, before the tree that it is about changes. */
final class Snapshot {
    private Snapshot() {}

    static @Nullable Object of(@Nullable Object content) {
        if (content instanceof String || !Values.isEnumerable(content)) {
            return content;
        }
        List<@Nullable Object> all = new ArrayList<>();
        Values.iterate(content).forEach(element -> all.add(of(element)));
        return all;
    }
}
