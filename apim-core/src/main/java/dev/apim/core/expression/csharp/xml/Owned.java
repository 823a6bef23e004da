package dev.apim.core.expression.csharp.xml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The attributes of an element by name. */
final class Owned {
    private Owned() {}

    static List<XAttribute> named(XElement element, @Nullable Object name) {
        XAttribute found = name instanceof XName wanted ? element.attribute(wanted) : null;
        return found == null ? List.of() : List.of(found);
    }
}
