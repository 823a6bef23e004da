package dev.apim.core.expression.csharp.context;

import dev.apim.core.expression.csharp.value.DictionaryView;
import org.jspecify.annotations.Nullable;

/** A dictionary of a name's values that can join them without making an array. */
interface MultiView extends DictionaryView {
    /** The values with {@code ,} between them; null where there are none. */
    @Nullable
    String joined(String name);
}
