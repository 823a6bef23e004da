package dev.apim.core.expression.csharp.net;

import dev.apim.core.expression.csharp.type.Library;
import dev.apim.core.expression.csharp.type.TypeTable;

/** S. */
public final class NetLibrary implements Library {
    /** It keeps no state. */
    public NetLibrary() {}

    @Override
    public void register(TypeTable.Registry types) {}
}
