package dev.apim.core.expression.csharp.value;

import org.jspecify.annotations.Nullable;

/** An exception as the author of an expression meets it: with .NET's type and message. It has no stack trace of ours. */
public final class DotNetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String typeName;
    private final @Nullable String parameter;
    private final @Nullable String refused;

    /**
     * Any exception.
     *
     * @param typeName with its namespace, such as {@code System.FormatException}
     */
    public DotNetException(String typeName, String message) {
        this(typeName, message, null, null);
    }

    private DotNetException(
            String typeName, String message, @Nullable DotNetException inner, @Nullable String parameter) {
        this(typeName, message, inner, parameter, null);
    }

    private DotNetException(
            String typeName,
            String message,
            @Nullable DotNetException inner,
            @Nullable String parameter,
            @Nullable String refused) {
        super(message, inner, false, false);
        this.typeName = typeName;
        this.parameter = parameter;
        this.refused = refused;
    }

    /** The same, thrown because a text is beyond a limit of the gateway. */
    public DotNetException refusing(String text) {
        return new DotNetException(typeName, message(), inner(), parameter, text);
    }

    /** The very text that is beyond a limit, if that is why it was thrown. */
    public @Nullable String refused() {
        return refused;
    }

    /** With what caused it. */
    public static DotNetException of(String typeName, String message, @Nullable DotNetException inner) {
        return new DotNetException(typeName, message, inner, null);
    }

    /**
     * With what caused it and the parameter at fault.
     *
     * @param message whole, with the parameter's name where .NET shows it
     */
    public static DotNetException of(
            String typeName, String message, @Nullable DotNetException inner, @Nullable String parameter) {
        return new DotNetException(typeName, message, inner, parameter);
    }

    /** {@code FormatException}. */
    public static DotNetException format(String message) {
        return new DotNetException("System.FormatException", message);
    }

    /** {@code ArgumentNullException} of a parameter. */
    public static DotNetException argumentNull(String parameter) {
        return new DotNetException(
                "System.ArgumentNullException",
                "Value cannot be null. (Parameter '" + parameter + "')",
                null,
                parameter);
    }

    /** {@code ArgumentException}; .NET names the parameter behind the message. */
    public static DotNetException argument(String message, @Nullable String parameter) {
        return new DotNetException("System.ArgumentException", withParameter(message, parameter), null, parameter);
    }

    /** {@code ArgumentOutOfRangeException}. */
    public static DotNetException outOfRange(String message, String parameter) {
        return new DotNetException(
                "System.ArgumentOutOfRangeException", withParameter(message, parameter), null, parameter);
    }

    /** {@code ArgumentOutOfRangeException} that shows the value, on a line of its own. */
    public static DotNetException outOfRange(String message, String parameter, Object actual) {
        return outOfRange(message, parameter).withLine("Actual value was " + Texts.of(actual) + ".");
    }

    private DotNetException withLine(String line) {
        return new DotNetException(typeName, message() + Texts.NEW_LINE + line, inner(), parameter);
    }

    /** {@code KeyNotFoundException} of a dictionary. */
    public static DotNetException keyNotFound(Object key) {
        return new DotNetException(
                "System.Collections.Generic.KeyNotFoundException",
                "The given key '" + Texts.of(key) + "' was not present in the dictionary.");
    }

    /** {@code NullReferenceException}. */
    public static DotNetException nullReference() {
        return new DotNetException(
                "System.NullReferenceException", "Object reference not set to an instance of an object.");
    }

    /** {@code InvalidCastException} between two types' full names. */
    public static DotNetException invalidCast(String from, String to) {
        return new DotNetException(
                "System.InvalidCastException", "Unable to cast object of type '" + from + "' to type '" + to + "'.");
    }

    /** {@code InvalidOperationException}. */
    public static DotNetException invalidOperation(String message) {
        return new DotNetException("System.InvalidOperationException", message);
    }

    /** {@code OverflowException}. */
    public static DotNetException overflow(String message) {
        return new DotNetException("System.OverflowException", message);
    }

    /** {@code OverflowException} of checked arithmetic. */
    public static DotNetException overflow() {
        return overflow("Arithmetic operation resulted in an overflow.");
    }

    /** {@code DivideByZeroException}. */
    public static DotNetException divideByZero() {
        return new DotNetException("System.DivideByZeroException", "Attempted to divide by zero.");
    }

    /** {@code IndexOutOfRangeException} of an array. */
    public static DotNetException indexOutOfRange() {
        return new DotNetException("System.IndexOutOfRangeException", "Index was outside the bounds of the array.");
    }

    private static String withParameter(String message, @Nullable String parameter) {
        return parameter == null ? message : message + " (Parameter '" + parameter + "')";
    }

    /** The .NET type with its namespace. */
    public String typeName() {
        return typeName;
    }

    /** .NET's {@code Message}. */
    public String message() {
        return String.valueOf(getMessage());
    }

    /** .NET's {@code InnerException}. */
    public @Nullable DotNetException inner() {
        return (DotNetException) getCause();
    }

    /** .NET's {@code ParamName}, of an argument exception. */
    public @Nullable String parameter() {
        return parameter;
    }

    /** As .NET writes it, without a stack trace. */
    @Override
    @SuppressWarnings("OverrideThrowableToString") // the message alone is what authors see
    public String toString() {
        DotNetException inner = inner();
        return typeName + ": " + message() + (inner == null ? "" : " ---> " + inner);
    }
}
