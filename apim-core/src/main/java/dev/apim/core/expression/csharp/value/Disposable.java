package dev.apim.core.expression.csharp.value;

/** A value that .NET's {@code using} ends: the Java face of {@code IDisposable} for those where ending is noticed. */
public interface Disposable {
    /** Ends its use; more than once does no harm. */
    void dispose();
}
