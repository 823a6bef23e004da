package dev.apim.core.expression.csharp.text;

import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import dev.apim.core.expression.csharp.type.TypeTable;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.Texts;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The exceptions that authors name, throw and catch. All are {@link DotNetException}s, told apart by the name of their type. */
final class ExceptionTypes {
    private static final String ARGUMENT = "System.ArgumentException";
    private static final String OUT_OF_RANGE = "System.ArgumentOutOfRangeException";
    private static final String ARGUMENT_NULL = "System.ArgumentNullException";
    private static final Map<String, Fact> FACTS = facts();

    private ExceptionTypes() {}

    /**
     * What is known of a type of exceptions.
     *
     * @param message without another
     * @param result the {@code HResult}
     */
    private record Fact(String base, String message, int result) {}

    private static Map<String, Fact> facts() {
        Map<String, Fact> facts = new LinkedHashMap<>();
        String root = "System.Exception";
        String system = "System.SystemException";
        String arithmetic = "System.ArithmeticException";
        String invalid = "System.InvalidOperationException";
        facts.put(root, new Fact("System.Object", "", 0x80131500));
        facts.put(system, new Fact(root, "System error.", 0x80131501));
        facts.put("System.ApplicationException", new Fact(root, "Error in the application.", 0x80131600));
        facts.put(ARGUMENT, new Fact(system, "Value does not fall within the expected range.", 0x80070057));
        facts.put(ARGUMENT_NULL, new Fact(ARGUMENT, "Value cannot be null.", 0x80004003));
        facts.put(
                OUT_OF_RANGE,
                new Fact(ARGUMENT, "Specified argument was out of the range of valid values.", 0x80131502));
        facts.put(
                "System.FormatException",
                new Fact(system, "One of the identified items was in an invalid format.", 0x80131537));
        facts.put(
                "System.UriFormatException",
                new Fact(
                        "System.FormatException", "One of the identified items was in an invalid format.", 0x80131537));
        facts.put(
                invalid,
                new Fact(system, "Operation is not valid due to the current state of the object.", 0x80131509));
        facts.put("System.ObjectDisposedException", new Fact(invalid, "Cannot access a disposed object.", 0x80131622));
        facts.put("System.InvalidCastException", new Fact(system, "Specified cast is not valid.", 0x80004002));
        facts.put(
                "System.NullReferenceException",
                new Fact(system, "Object reference not set to an instance of an object.", 0x80004003));
        facts.put(
                "System.Collections.Generic.KeyNotFoundException",
                new Fact(system, "The given key was not present in the dictionary.", 0x80131577));
        facts.put(
                "System.IndexOutOfRangeException",
                new Fact(system, "Index was outside the bounds of the array.", 0x80131508));
        further(facts, system, arithmetic);
        return facts;
    }

    private static void further(Map<String, Fact> facts, String system, String arithmetic) {
        facts.put(arithmetic, new Fact(system, "Overflow or underflow in the arithmetic operation.", 0x80070216));
        facts.put(
                "System.OverflowException",
                new Fact(arithmetic, "Arithmetic operation resulted in an overflow.", 0x80131516));
        facts.put("System.DivideByZeroException", new Fact(arithmetic, "Attempted to divide by zero.", 0x80020012));
        facts.put("System.NotSupportedException", new Fact(system, "Specified method is not supported.", 0x80131515));
        facts.put(
                "System.NotImplementedException",
                new Fact(system, "The method or operation is not implemented.", 0x80004001));
        facts.put("System.TimeoutException", new Fact(system, "The operation has timed out.", 0x80131505));
        facts.put("System.Text.RegularExpressions.RegexParseException", new Fact(ARGUMENT, "", 0x80070057));
        facts.put("System.Xml.XmlException", new Fact(system, "", 0x80131940));
        facts.put("System.Security.Cryptography.CryptographicException", new Fact(system, "", 0x80131430));
        facts.put("System.TimeZoneNotFoundException", new Fact("System.Exception", "", 0x80131500));
        facts.put("System.InvalidTimeZoneException", new Fact("System.Exception", "", 0x80131500));
        facts.put("System.RankException", new Fact(system, "", 0x80131517));
        facts.put("System.ArrayTypeMismatchException", new Fact(system, "", 0x80131503));
    }

    /** Types whose facts are needed for the hierarchy, but which another family registers or nobody names. */
    private static boolean isNamed(Fact fact) {
        return !fact.message().isEmpty() || fact.base().equals("System.Object");
    }

    static void register(TypeTable.Registry types) {
        FACTS.forEach((name, fact) -> {
            if (isNamed(fact)) {
                types.type(name, Kind.CLASS, DotNetException.class, type -> define(type, name, fact));
            }
        });
    }

    private static void define(TypeBuilder type, String name, Fact fact) {
        type.base(fact.base().substring(fact.base().lastIndexOf('.') + 1))
                .instance(value -> value instanceof DotNetException thrown && is(thrown.typeName(), name));
        String message = fact.message().isEmpty() ? "Exception of type '" + name + "' was thrown." : fact.message();
        type.method("()", () -> DotNetException.of(name, message, null));
        switch (name) {
            case "System.Exception" -> root(type);
            case ARGUMENT -> argument(type);
            case ARGUMENT_NULL -> named(type, name, message);
            case OUT_OF_RANGE -> {
                named(type, name, message);
                outOfRange(type, message);
            }
            default -> {}
        }
        if (!name.equals(ARGUMENT_NULL) && !name.equals(OUT_OF_RANGE)) {
            type.method(
                    "(string message)", (@Nullable String text) -> DotNetException.of(name, or(text, message), null));
        }
        type.method(
                "(string message, Exception innerException)",
                (@Nullable String text, @Nullable DotNetException inner) ->
                        DotNetException.of(name, or(text, message), inner));
    }

    private static String or(@Nullable String text, String message) {
        return text == null ? message : text;
    }

    private static void root(TypeBuilder type) {
        type.property("string Message", DotNetException::message)
                .property("Exception InnerException", DotNetException::inner)
                .property("string StackTrace", (DotNetException self) -> null)
                .property("string Source", (DotNetException self) -> null)
                .property("string HelpLink", (DotNetException self) -> null)
                .property("int HResult", (DotNetException self) -> result(self.typeName()))
                .method("string ToString()", DotNetException::toString)
                .method("Exception GetBaseException()", ExceptionTypes::innermost)
                .refused("TargetSite", "reflection is not offered")
                .refused("Data", "exceptions carry no data here")
                .refused("GetObjectData", "serialization is not offered");
    }

    private static DotNetException innermost(DotNetException thrown) {
        DotNetException at = thrown;
        for (DotNetException inner = at.inner(); inner != null; inner = at.inner()) {
            at = inner;
        }
        return at;
    }

    private static int result(String name) {
        Fact fact = FACTS.get(name);
        return fact == null ? 0x80131500 : fact.result();
    }

    private static void argument(TypeBuilder type) {
        type.property("string ParamName", DotNetException::parameter)
                .method(
                        "(string message, string paramName)",
                        (@Nullable String text, @Nullable String parameter) -> about(
                                ARGUMENT, or(text, "Value does not fall within the expected range."), parameter, null))
                .method(
                        "(string message, string paramName, Exception innerException)",
                        (@Nullable String text, @Nullable String parameter, @Nullable DotNetException inner) -> about(
                                ARGUMENT,
                                or(text, "Value does not fall within the expected range."),
                                parameter,
                                inner));
    }

    /** Those whose first argument is the parameter's name. */
    private static void named(TypeBuilder type, String name, String message) {
        type.method("(string paramName)", (@Nullable String parameter) -> about(name, message, parameter, null))
                .method(
                        "(string paramName, string message)",
                        (@Nullable String parameter, @Nullable String text) ->
                                about(name, or(text, message), parameter, null));
    }

    private static void outOfRange(TypeBuilder type, String message) {
        type.method(
                "(string paramName, object actualValue, string message)",
                (@Nullable String parameter, @Nullable Object actual, @Nullable String text) -> {
                    DotNetException plain = about(OUT_OF_RANGE, or(text, message), parameter, null);
                    String shown = actual == null
                            ? plain.message()
                            : plain.message() + Texts.NEW_LINE + "Actual value was " + Texts.of(actual) + ".";
                    return DotNetException.of(OUT_OF_RANGE, shown, null, parameter);
                });
    }

    private static DotNetException about(
            String name, String message, @Nullable String parameter, @Nullable DotNetException inner) {
        String shown =
                parameter == null || parameter.isEmpty() ? message : message + " (Parameter '" + parameter + "')";
        return DotNetException.of(name, shown, inner, parameter);
    }

    /** Whether a type is another or derives from it; of types not known here all that is known is that they are exceptions. */
    static boolean is(String type, String ancestor) {
        if (type.equals(ancestor) || ancestor.equals("System.Exception")) {
            return true;
        }
        Fact fact = FACTS.get(type);
        return fact != null && is(fact.base(), ancestor);
    }
}
