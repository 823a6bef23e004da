package dev.apim.core.expression.csharp.type;

import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import dev.apim.core.expression.csharp.value.EnumValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Every type that expressions may name, and every member they may use. Nothing else is reachable. A generic type may share its name with
 * one of another number of parameters. Thread-safe once created.
 */
public final class TypeTable {
    private final Map<Key, TypeDefinition> byName = new LinkedHashMap<>();
    private final Map<Class<?>, TypeDefinition> byClass = new LinkedHashMap<>();
    private final Map<Class<?>, CsType> ofClasses = new ConcurrentHashMap<>();
    private final Map<EnumValue.Type, TypeDefinition> byEnumeration = new HashMap<>();
    private final List<TypeDefinition> extensions = new ArrayList<>();
    private final Map<String, String> refused = new LinkedHashMap<>();
    private final Set<String> namespaces = new java.util.HashSet<>();
    private final TypeDefinition array;
    private final TypeDefinition nullable;
    private final TypeDefinition tuple;
    private final CsType unknown;
    private final CsType nullType;
    private final CsType voidType;

    private TypeTable(List<Library> libraries) {
        array = special("Array", Kind.ARRAY, List.of("T"), type -> type.base("Array", "IList<T>", "IReadOnlyList<T>"));
        nullable = special("Nullable", Kind.NULLABLE, List.of("T"), TypeTable::defineNullable);
        tuple = special("ValueTuple", Kind.TUPLE, List.of(), type -> type.base("object"));
        unknown = CsType.of(special("?", Kind.UNKNOWN, List.of(), type -> {}));
        nullType = CsType.of(special("null", Kind.NULL, List.of(), type -> {}));
        voidType = CsType.of(special("void", Kind.VOID, List.of(), type -> {}));
        special("dynamic", Kind.DYNAMIC, List.of(), type -> {});
        Registry registry = new Registry();
        libraries.forEach(library -> library.register(registry));
    }

    /** A table of these families. */
    public static TypeTable of(List<Library> libraries) {
        return new TypeTable(libraries);
    }

    /** Takes the types of a family. */
    public final class Registry {
        private Registry() {}

        /**
         * A type.
         *
         * @param name with its namespace; {@code "System.Collections.Generic.Dictionary<TKey, TValue>"} of a generic one
         * @param javaClass of its values
         */
        public Registry type(String name, Kind kind, Class<?> javaClass, Consumer<TypeBuilder> define) {
            return type(name, null, kind, javaClass, define);
        }

        /** A type that C# has a keyword for. */
        public Registry type(
                String name, @Nullable String keyword, Kind kind, Class<?> javaClass, Consumer<TypeBuilder> define) {
            int open = name.indexOf('<');
            String plain = open < 0 ? name : name.substring(0, open);
            List<String> parameters = new ArrayList<>();
            if (open >= 0) {
                for (String parameter :
                        name.substring(open + 1, name.length() - 1).split(",")) {
                    parameters.add(parameter.strip());
                }
            }
            int dot = plain.lastIndexOf('.');
            String namespace = dot < 0 ? "" : plain.substring(0, dot);
            TypeDefinition definition = new TypeDefinition(
                    TypeTable.this, namespace, plain.substring(dot + 1), keyword, kind, javaClass, parameters, define);
            add(definition, parameters.size());
            return this;
        }

        /** A class of extension methods. Where its short name is taken, it is found by its full name alone. */
        public Registry extensions(String name, Consumer<TypeBuilder> define) {
            int dot = name.lastIndexOf('.');
            String plain = name.substring(dot + 1);
            TypeDefinition taken = byName.get(key(plain, 0));
            type(name, Kind.STATIC, Void.class, define);
            TypeDefinition added = byName.get(key(plain, 0));
            extensions.add(added);
            if (taken != null) {
                byName.put(key(plain, 0), taken);
                byName.put(key(name, 0), added);
            }
            return this;
        }

        /** The class of an enumeration that the library names itself. */
        public Registry enumeration(EnumValue.Type type) {
            type(type.name(), Kind.ENUM, EnumValue.class, builder -> builder.enumeration(type));
            byEnumeration.put(
                    type, byName.get(key(type.name().substring(type.name().lastIndexOf('.') + 1), 0)));
            return this;
        }

        /** A type of .NET's that is not offered, with the reason: {@code "System.IO.File", "it reads files"}. */
        public Registry refused(String name, String reason) {
            refused.put(name.substring(name.lastIndexOf('.') + 1), reason);
            return this;
        }
    }

    /** The type of this name and number of type parameters, where there is one; a keyword is a name too. */
    public @Nullable TypeDefinition find(String name, int parameters) {
        return byName.get(key(name, parameters));
    }

    /** The type without type parameters that a name is sure to have; for names that the engine itself uses. */
    public CsType get(String name) {
        TypeDefinition definition = find(name, 0);
        if (definition == null) {
            throw new IllegalArgumentException("no type " + name);
        }
        return CsType.of(definition);
    }

    /** The generic type that a name is sure to have, with arguments. */
    public CsType get(String name, CsType... arguments) {
        TypeDefinition definition = find(name, arguments.length);
        if (definition == null) {
            throw new IllegalArgumentException("no type " + name);
        }
        return new CsType(definition, List.of(arguments));
    }

    /** Why a type of .NET's is not offered; absent of one that is, or is unknown. */
    public @Nullable String refusal(String name) {
        return refused.get(name);
    }

    /** Types of .NET's that are not offered, with the reason, by name. */
    public Map<String, String> refusals() {
        return Collections.unmodifiableMap(refused);
    }

    /** Whether names of types may be qualified by this, or by what begins with it. */
    public boolean isNamespace(String name) {
        return namespaces.contains(name);
    }

    /** Every type, each once, in the order of the families. */
    public Collection<TypeDefinition> all() {
        return new java.util.LinkedHashSet<>(byName.values());
    }

    /** Every extension method of this name. */
    public List<Method> extensions(String name) {
        List<Method> found = new ArrayList<>();
        for (TypeDefinition type : extensions) {
            for (Method method : type.methods(name)) {
                if (method.isExtension()) {
                    found.add(method);
                }
            }
        }
        return found;
    }

    /** {@code T[]}. */
    public CsType array(CsType element) {
        return new CsType(array, List.of(element));
    }

    /** {@code T?}; a reference is its own. */
    public CsType nullable(CsType type) {
        return SignatureReader.takesNullable(type) ? new CsType(nullable, List.of(type)) : type;
    }

    /** {@code (T1, T2, …)}. */
    public CsType tuple(List<CsType> elements) {
        return new CsType(tuple, List.copyOf(elements));
    }

    /** The type of what could not be understood. */
    public CsType unknown() {
        return unknown;
    }

    /** The type of {@code null}. */
    public CsType nullType() {
        return nullType;
    }

    /** {@code void}. */
    public CsType voidType() {
        return voidType;
    }

    /** The type of a value met when the expression runs, as far as it can be told. */
    public CsType typeOf(Object value) {
        if (value instanceof Typed typed) {
            return typed.type();
        }
        if (value instanceof byte[]) {
            return array(get("byte"));
        }
        if (value instanceof EnumValue constant) {
            TypeDefinition definition = byEnumeration.get(constant.type());
            return definition == null ? get("object") : CsType.of(definition);
        }
        Class<?> javaClass = value.getClass();
        CsType known = ofClasses.get(javaClass);
        return known != null ? known : ofClasses.computeIfAbsent(javaClass, this::ofClass);
    }

    private CsType ofClass(Class<?> javaClass) {
        if (javaClass.isArray()) {
            return array(ofClass(javaClass.getComponentType()));
        }
        TypeDefinition definition = byClass.get(javaClass);
        if (definition == null) {
            definition = byClass.entrySet().stream()
                    .filter(entry ->
                            entry.getKey() != Object.class && entry.getKey().isAssignableFrom(javaClass))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(get("object").definition());
        }
        CsType object = definition.name().equals("Object") ? CsType.of(definition) : get("object");
        return new CsType(
                definition, definition.parameters().stream().map(p -> object).toList());
    }

    private TypeDefinition special(String name, Kind kind, List<String> parameters, Consumer<TypeBuilder> define) {
        TypeDefinition definition =
                new TypeDefinition(this, "System", name, null, kind, Object.class, parameters, define);
        if (kind == Kind.VOID || kind == Kind.DYNAMIC) {
            byName.put(key(name, 0), definition);
        }
        return definition;
    }

    private static void defineNullable(TypeBuilder type) {
        type.base("object")
                .property("bool HasValue", (Object value) -> true)
                .property("T Value", (Object value) -> value)
                .method("T GetValueOrDefault()", (Object value) -> value)
                .method("T GetValueOrDefault(T defaultValue)", (Object value, @Nullable Object other) -> value);
    }

    private void add(TypeDefinition definition, int parameters) {
        TypeDefinition before = byName.put(key(definition.name(), parameters), definition);
        if (before != null && (before.kind() != Kind.STATIC || definition.kind() != Kind.STATIC)) {
            throw new IllegalArgumentException(definition + " is registered twice");
        }
        if (definition.keyword() != null) {
            byName.put(key(definition.keyword(), parameters), definition);
        }
        if (definition.kind() == Kind.CLASS || definition.kind() == Kind.STRUCT) {
            byClass.putIfAbsent(definition.javaClass(), definition);
        }
        String namespace = definition.namespace();
        while (!namespace.isEmpty()) {
            namespaces.add(namespace);
            int dot = namespace.lastIndexOf('.');
            namespace = dot < 0 ? "" : namespace.substring(0, dot);
        }
    }

    private static Key key(String name, int parameters) {
        return new Key(name, parameters);
    }

    /** Types of one name differ in the number of their parameters. */
    private record Key(String name, int parameters) {}
}
