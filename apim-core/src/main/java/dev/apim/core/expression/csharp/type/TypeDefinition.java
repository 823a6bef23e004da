package dev.apim.core.expression.csharp.type;

import dev.apim.core.expression.csharp.value.EnumValue;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A type of the table, without type arguments. Its members are made when it is first used, so that a start pays for none. Thread-safe.
 */
public final class TypeDefinition {
    /** What sort of type it is. */
    public enum Kind {
        /** A class. */
        CLASS,
        /** A class of static members. */
        STATIC,
        /** A structure, primitive types included. */
        STRUCT,
        /** An interface. */
        INTERFACE,
        /** An enumeration. */
        ENUM,
        /** A delegate. */
        DELEGATE,
        /** A type parameter. */
        PARAMETER,
        /** {@code T[]}. */
        ARRAY,
        /** {@code T?} of a structure. */
        NULLABLE,
        /** {@code (T1, T2)}. */
        TUPLE,
        /** {@code new { … }}. */
        ANONYMOUS,
        /** {@code dynamic}. */
        DYNAMIC,
        /** {@code void}. */
        VOID,
        /** Of {@code null}. */
        NULL,
        /** Of what could not be understood, or is a placeholder: fits everywhere, without a further message. */
        UNKNOWN
    }

    private final TypeTable table;
    private final String namespace;
    private final String name;
    private final @Nullable String keyword;
    private final Kind kind;
    private final Class<?> javaClass;
    private final List<CsType> parameters;
    private final Consumer<TypeBuilder> define;
    private volatile @Nullable Members members;

    TypeDefinition(
            TypeTable table,
            String namespace,
            String name,
            @Nullable String keyword,
            Kind kind,
            Class<?> javaClass,
            List<String> parameters,
            Consumer<TypeBuilder> define) {
        this.table = table;
        this.namespace = namespace;
        this.name = name;
        this.keyword = keyword;
        this.kind = kind;
        this.javaClass = javaClass;
        this.parameters = parameters.stream()
                .map(parameter -> CsType.of(parameter(table, parameter)))
                .toList();
        this.define = define;
    }

    /** A type parameter. */
    public static TypeDefinition parameter(TypeTable table, String name) {
        return new TypeDefinition(table, "", name, null, Kind.PARAMETER, Object.class, List.of(), none -> {});
    }

    /** A type that only one expression knows, such as an anonymous one. */
    public static TypeDefinition local(TypeTable table, String name, Kind kind, Consumer<TypeBuilder> define) {
        return new TypeDefinition(table, "", name, null, kind, Object.class, List.of(), define);
    }

    /** The table it belongs to. */
    public TypeTable table() {
        return table;
    }

    /** Its namespace. */
    public String namespace() {
        return namespace;
    }

    /** Its name, without namespace. */
    public String name() {
        return name;
    }

    /** Its keyword, else its name. */
    public String shownName() {
        return keyword == null ? name : keyword;
    }

    /** {@code string} of {@code String}. */
    public @Nullable String keyword() {
        return keyword;
    }

    /** Its name with its namespace. */
    public String fullName() {
        return namespace.isEmpty() ? name : namespace + "." + name;
    }

    /** What sort of type it is. */
    public Kind kind() {
        return kind;
    }

    /** The class of its values. */
    public Class<?> javaClass() {
        return javaClass;
    }

    /** Its type parameters. */
    public List<CsType> parameters() {
        return parameters;
    }

    /** The type with its own parameters as arguments. */
    public CsType open() {
        return new CsType(this, parameters);
    }

    /** Its base class, if it has one but {@code object}, and its interfaces. */
    public List<CsType> bases() {
        return members().bases;
    }

    /** Properties of this name that it declares: one or none. */
    public @Nullable Property property(String property) {
        return members().properties.get(property);
    }

    /** Methods of this name that it declares; see {@link Method#name()} for constructors, indexers and operators. */
    public List<Method> methods(String method) {
        return members().methods.getOrDefault(method, List.of());
    }

    /** All properties, in the order of declaration. */
    public Collection<Property> properties() {
        return members().properties.values();
    }

    /** All methods, by name in the order of declaration. */
    public Collection<List<Method>> methods() {
        return members().methods.values();
    }

    /** Why a member of .NET's is not offered; absent of one that is offered or unknown. */
    public @Nullable String refusal(String member) {
        return members().refused.get(member);
    }

    /** Members that are not offered, with the reason, by name. */
    public java.util.Map<String, String> refusals() {
        return members().refused;
    }

    /** What {@code foreach} gives where that differs from {@code IEnumerable<T>} among its bases. */
    public @Nullable CsType enumerated() {
        return members().enumerated;
    }

    /** How {@code foreach} goes over it then. */
    public Code.@Nullable F1<Object> enumerator() {
        return members().enumerator;
    }

    /** How a delegate is called. */
    public @Nullable Method invoke() {
        List<Method> methods = methods("Invoke");
        return kind == Kind.DELEGATE && !methods.isEmpty() ? methods.get(0) : null;
    }

    /** The enumeration. */
    public EnumValue.@Nullable Type enumeration() {
        return members().enumeration;
    }

    /** What {@code default(T)} is, {@code null} of a reference. */
    public @Nullable Object defaultValue() {
        Members known = members();
        return known.enumeration != null ? known.enumeration.of(0) : known.defaultValue;
    }

    /** Whether a value is one of it, type arguments apart. */
    public boolean isInstance(Object value) {
        if (kind == Kind.ENUM) {
            return value instanceof EnumValue constant && constant.type() == enumeration();
        }
        Predicate<Object> test = members().instance;
        return test == null ? javaClass.isInstance(value) : test.test(value);
    }

    /** The Java class whose own instances are of this type without another look; null where that cannot be said. */
    public @Nullable Class<?> plainClass() {
        return kind == Kind.ENUM
                        || kind == Kind.ARRAY
                        || members().instance != null
                        || !parameters().isEmpty()
                ? null
                : javaClass;
    }

    private Members members() {
        Members known = members;
        if (known == null) {
            TypeBuilder builder = new TypeBuilder(table, this);
            define.accept(builder);
            known = builder.members();
            members = known;
        }
        return known;
    }

    @Override
    public String toString() {
        return fullName();
    }
}
