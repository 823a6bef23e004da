package dev.apim.core.expression.csharp.json;

import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** A container that a reader is within. */
final class JsonScope {
    /** What sort of container it is. */
    enum Kind {
        OBJECT("Object"),
        ARRAY("Array"),
        CONSTRUCTOR("Constructor");

        final String shown;

        Kind(String shown) {
            this.shown = shown;
        }
    }

    final Kind kind;
    int index = -1;

    @Nullable
    String name;

    JsonScope(Kind kind) {
        this.kind = kind;
    }

    /** Where one is within these, the innermost first and left out when it has only been opened. */
    static String path(Deque<JsonScope> scopes, boolean justOpened) {
        StringBuilder path = new StringBuilder();
        Iterator<JsonScope> outermostFirst = scopes.descendingIterator();
        while (outermostFirst.hasNext()) {
            JsonScope scope = outermostFirst.next();
            if (!outermostFirst.hasNext() && justOpened) {
                break;
            }
            if (scope.kind != Kind.OBJECT) {
                JsonPosition.index(path, scope.index);
            } else if (scope.name != null) {
                JsonPosition.name(path, scope.name);
            }
        }
        return path.toString();
    }
}
