package dev.apim.core.expression.csharp;

import dev.apim.core.expression.csharp.collection.CollectionLibrary;
import dev.apim.core.expression.csharp.context.ContextLibrary;
import dev.apim.core.expression.csharp.crypto.CryptoLibrary;
import dev.apim.core.expression.csharp.json.JsonLibrary;
import dev.apim.core.expression.csharp.number.NumberLibrary;
import dev.apim.core.expression.csharp.text.TextLibrary;
import dev.apim.core.expression.csharp.time.TimeLibrary;
import dev.apim.core.expression.csharp.type.TypeTable;
import dev.apim.core.expression.csharp.xml.XmlLibrary;
import java.util.List;

/** The families of types that expressions may use. */
final class Libraries {
    private static final TypeTable TABLE = TypeTable.of(List.of(
            new NumberLibrary(),
            new TextLibrary(),
            new TimeLibrary(),
            new CollectionLibrary(),
            new JsonLibrary(),
            new XmlLibrary(),
            new CryptoLibrary(),
            new ContextLibrary()));

    private Libraries() {}

    static TypeTable table() {
        return TABLE;
    }
}
