package dev.apim.core.expression.csharp.xml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a node or an attribute is in its tree, and what authors tied to it. */
final class Links {
    @Nullable
    XContainer parent;

    @Nullable
    XObject previous;

    @Nullable
    XObject next;

    private final List<Object> annotations = new ArrayList<>(0);

    List<Object> annotations() {
        return annotations;
    }

    void clear() {
        parent = null;
        previous = null;
        next = null;
    }
}
