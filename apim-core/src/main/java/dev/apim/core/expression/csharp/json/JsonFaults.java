package dev.apim.core.expression.csharp.json;

import dev.apim.core.expression.csharp.value.DotNetException;

/**
 * What is wrong where a reader stands.
 *
 * @param text that it reads
 */
record JsonFaults(JsonReader reader, String text) implements JsonSource.Fault {
    @Override
    public DotNetException of(String message) {
        return reader.fault(message);
    }

    @Override
    public DotNetException beyond(String message) {
        return reader.fault(message).refusing(text);
    }
}
