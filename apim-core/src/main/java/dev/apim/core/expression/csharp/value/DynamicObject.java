package dev.apim.core.expression.csharp.value;

import org.jspecify.annotations.Nullable;

/** An object whose members are what it holds when one looks: what {@code dynamic} makes of a JSON object. */
public interface DynamicObject {
    /** The member of this name, null where there is none. */
    @Nullable
    Object dynamicGet(String name);

    /** Sets a member. */
    void dynamicSet(String name, @Nullable Object value);
}
