package dev.apim.core.expression.csharp.type;

import dev.apim.policy.Cost;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A method, constructor, indexer accessor, operator or conversion of the table. Immutable.
 *
 * @param owner the type it belongs to
 * @param name of a method; {@code .ctor}; {@code []} and {@code []=} of an indexer; an operator's sign; {@code implicit}, {@code explicit}
 * @param isStatic whether it has no object; an extension method is static
 * @param typeParameters its own
 * @param returns what it gives, {@code void} for nothing
 * @param code what it does; the object, then one argument a parameter
 * @param cost {@link Cost#UNBOUNDED} for what may take long
 */
public record Method(
        TypeDefinition owner,
        String name,
        boolean isStatic,
        List<CsType> typeParameters,
        List<Parameter> parameters,
        CsType returns,
        Code code,
        Cost cost) {
    /** The name of constructors. */
    public static final String CONSTRUCTOR = ".ctor";

    /** The name of an indexer's reading half. */
    public static final String INDEX = "[]";

    /** The name of an indexer's writing half; the value is its last parameter. */
    public static final String SET_INDEX = "[]=";

    /** The name of implicit conversions. */
    public static final String IMPLICIT = "implicit";

    /** The name of explicit conversions. */
    public static final String EXPLICIT = "explicit";

    /** Whether it is called as if it belonged to its first parameter. */
    public boolean isExtension() {
        return !parameters.isEmpty() && parameters.get(0).mode() == Parameter.Mode.THIS;
    }

    /** As C# declares it. */
    @Override
    public String toString() {
        String list = parameters.stream().map(Parameter::toString).collect(Collectors.joining(", "));
        String generic = typeParameters.isEmpty()
                ? ""
                : typeParameters.stream().map(CsType::toString).collect(Collectors.joining(", ", "<", ">"));
        return switch (name) {
            case CONSTRUCTOR -> owner.name() + "(" + list + ")";
            case INDEX, SET_INDEX -> returns + " this[" + list + "]";
            case IMPLICIT, EXPLICIT -> name + " operator " + returns + "(" + list + ")";
            default ->
                (isStatic && !isExtension() ? "static " : "") + returns + " "
                        + (Character.isLetter(name.charAt(0)) ? "" : "operator ") + name + generic + "(" + list + ")";
        };
    }
}
