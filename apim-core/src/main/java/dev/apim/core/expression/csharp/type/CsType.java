package dev.apim.core.expression.csharp.type;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A C# type: a definition of the table with its type arguments. Immutable.
 *
 * @param arguments as many as the definition has parameters; of an array its element, of {@code T?} its {@code T}, of a tuple its
 *     elements
 */
public record CsType(TypeDefinition definition, List<CsType> arguments) {
    /** One without arguments. */
    public static CsType of(TypeDefinition definition) {
        return new CsType(definition, List.of());
    }

    /** What sort of type it is. */
    public TypeDefinition.Kind kind() {
        return definition.kind();
    }

    /** Whether it is of this kind. */
    public boolean is(TypeDefinition.Kind kind) {
        return definition.kind() == kind;
    }

    /** Whether its values are never null: a structure, an enumeration or a tuple. */
    public boolean isValueType() {
        return switch (definition.kind()) {
            case STRUCT, ENUM, TUPLE -> true;
            default -> false;
        };
    }

    /** Whether it is {@code T?} of a structure. */
    public boolean isNullable() {
        return definition.kind() == TypeDefinition.Kind.NULLABLE;
    }

    /** The argument of an array or a {@code T?}. */
    public CsType element() {
        return arguments.get(0);
    }

    /** The same with type parameters replaced. */
    public CsType with(Map<TypeDefinition, CsType> replacements) {
        if (definition.kind() == TypeDefinition.Kind.PARAMETER) {
            return replacements.getOrDefault(definition, this);
        }
        if (arguments.isEmpty() || replacements.isEmpty()) {
            return this;
        }
        return new CsType(
                definition,
                arguments.stream().map(argument -> argument.with(replacements)).toList());
    }

    /** Whether a type parameter occurs in it. */
    public boolean isOpen() {
        return definition.kind() == TypeDefinition.Kind.PARAMETER
                || arguments.stream().anyMatch(CsType::isOpen);
    }

    /** As C# writes it. */
    @Override
    public String toString() {
        return switch (definition.kind()) {
            case ARRAY -> element() + "[]";
            case NULLABLE -> element() + "?";
            case TUPLE -> arguments.stream().map(CsType::toString).collect(Collectors.joining(", ", "(", ")"));
            default ->
                definition.shownName()
                        + (arguments.isEmpty()
                                ? ""
                                : arguments.stream().map(CsType::toString).collect(Collectors.joining(", ", "<", ">")));
        };
    }

    /** As .NET's {@code Type.ToString()} writes it: what {@code ToString()} gives of an object that does not override it. */
    public String fullName() {
        return switch (definition.kind()) {
            case ARRAY -> element().fullName() + "[]";
            case TUPLE -> "System.ValueTuple`" + arguments.size() + names();
            case NULLABLE -> "System.Nullable`1" + names();
            default ->
                arguments.isEmpty() ? definition.fullName() : definition.fullName() + "`" + arguments.size() + names();
        };
    }

    private String names() {
        return arguments.stream().map(CsType::fullName).collect(Collectors.joining(",", "[", "]"));
    }
}
