package dev.apim.core.expression.csharp.type;

/** A value that knows its generic .NET type: what Java forgets of {@code List<string>}. */
public interface Typed {
    /** Its type when it runs. */
    CsType type();
}
