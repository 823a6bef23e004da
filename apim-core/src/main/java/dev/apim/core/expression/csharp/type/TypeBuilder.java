package dev.apim.core.expression.csharp.type;

import dev.apim.core.expression.csharp.value.EnumValue;
import dev.apim.policy.Cost;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Declares what a type has. A member is given as C# declares it, and with what it does: {@code "static bool IsNullOrEmpty(string value)"},
 * {@code "IEnumerable<TResult> Select<TSource, TResult>(this IEnumerable<TSource> source, Func<TSource, TResult> selector)"},
 * {@code "bool TryGetValue(TKey key, out TValue value)"}, {@code "string Join(string separator, params object[] values)"},
 * {@code "bool operator ==(Guid a, Guid b)"}, {@code "implicit operator JToken(string value)"}. A mistake in one is a programming error.
 */
public final class TypeBuilder {
    private final TypeTable table;
    private final TypeDefinition owner;
    private final Members members = new Members();
    private @Nullable Method lastMethod;
    private @Nullable Property lastProperty;

    TypeBuilder(TypeTable table, TypeDefinition owner) {
        this.table = table;
        this.owner = owner;
    }

    Members members() {
        return members;
    }

    /** The table, for members whose values know their own generic type: {@code table.get("List", call.types().get(0))}. */
    public TypeTable table() {
        return table;
    }

    /** Its base class or interfaces, by name. */
    public TypeBuilder base(String... types) {
        for (String type : types) {
            members.bases.add(SignatureReader.type(type, owner, table));
        }
        return this;
    }

    /** What {@code default(T)} is. */
    public TypeBuilder defaultValue(Object value) {
        members.defaultValue = value;
        return this;
    }

    /** Which values are of the type, where their class alone does not tell. */
    public TypeBuilder instance(Predicate<Object> test) {
        members.instance = test;
        return this;
    }

    /** What {@code foreach} gives, where that is not what the {@code IEnumerable<T>} among its bases gives. */
    @SuppressWarnings("unchecked") // the object is always of the type
    public <S> TypeBuilder enumerates(String element, Code.F1<S> elements) {
        members.enumerated = SignatureReader.type(element, owner, table);
        members.enumerator = (Code.F1<Object>) elements;
        return this;
    }

    /** The members of an enumeration, {@code "A", 0, "B", 1}. */
    public TypeBuilder enumeration(boolean flags, Object... namesAndNumbers) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        for (int i = 0; i < namesAndNumbers.length; i += 2) {
            numbers.put((String) namesAndNumbers[i], ((Number) namesAndNumbers[i + 1]).longValue());
        }
        EnumValue.Type type = new EnumValue.Type(owner.fullName(), numbers, flags);
        return enumeration(type);
    }

    /** The members of an enumeration that the library itself names. */
    public TypeBuilder enumeration(EnumValue.Type type) {
        members.enumeration = type;
        members.bases.add(SignatureReader.type("Enum", owner, table));
        type.members().keySet().forEach(name -> constant(owner.name() + " " + name, type.of(name)));
        return this;
    }

    /** A property without a setter. */
    public <S> TypeBuilder property(String signature, Code.F1<S> getter) {
        return property(signature, false, getter, null);
    }

    /** A property of a type that has no name in the table, such as an anonymous object's. */
    public <S> TypeBuilder property(String name, CsType type, Code.F1<S> getter) {
        return add(new Property(owner, name, false, type, getter, null, false, null, Cost.BOUNDED));
    }

    /** A property with a setter: object, value. */
    public <S, V extends @Nullable Object> TypeBuilder property(
            String signature, Code.F1<S> getter, Code.F2<S, V> setter) {
        return property(signature, false, getter, setter);
    }

    /** A property that needs the exchange. */
    public TypeBuilder propertyOfExchange(String signature, Code.OfExchange getter) {
        return property(signature, false, getter, null);
    }

    /** A property that needs the evaluation. */
    public TypeBuilder propertyWith(String signature, Code.Full getter) {
        return property(signature, false, getter, null);
    }

    /** A static property whose value may differ from time to time. */
    public TypeBuilder staticProperty(String signature, Code.F0 getter) {
        return property(signature, true, getter, null);
    }

    /** A static property that needs the evaluation. */
    public TypeBuilder staticPropertyWith(String signature, Code.Full getter) {
        return property(signature, true, getter, null);
    }

    /** A constant, {@code "int MaxValue"}. */
    public TypeBuilder constant(String signature, @Nullable Object value) {
        SignatureReader.Named named = SignatureReader.property(signature, owner, table);
        Code.F0 code = () -> value;
        return add(new Property(owner, named.name(), true, named.type(), code, null, true, value, Cost.BOUNDED));
    }

    /** A method without arguments of its own: of a static one none at all, else the object comes as {@link Code.F1}. */
    public TypeBuilder method(String signature, Code.F0 code) {
        return add(signature, code);
    }

    /** A method; an instance method's first argument is the object. */
    public <A extends @Nullable Object> TypeBuilder method(String signature, Code.F1<A> code) {
        return add(signature, code);
    }

    /** A method; an instance method's first argument is the object. */
    public <A extends @Nullable Object, B extends @Nullable Object> TypeBuilder method(
            String signature, Code.F2<A, B> code) {
        return add(signature, code);
    }

    /** A method; an instance method's first argument is the object. */
    public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object> TypeBuilder method(
            String signature, Code.F3<A, B, C> code) {
        return add(signature, code);
    }

    /** A method; an instance method's first argument is the object. */
    public <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object>
            TypeBuilder method(String signature, Code.F4<A, B, C, D> code) {
        return add(signature, code);
    }

    /** A method that needs the evaluation, its type arguments, or more than four arguments. */
    public TypeBuilder methodWith(String signature, Code.Full code) {
        return add(signature, code);
    }

    /** A method or constructor of two arguments that needs the evaluation to count on. */
    public <A extends @Nullable Object, B extends @Nullable Object> TypeBuilder counted(
            String signature, Code.Counted2<A, B> code) {
        return add(signature, code);
    }

    /** A generic method that is made for its type arguments when a call is planned: cheaper than to ask for them in each call. */
    public TypeBuilder methodFor(String signature, Code.Generic code) {
        return add(signature, code);
    }

    /** How a delegate that only one expression knows is called. */
    public TypeBuilder invoke(List<Parameter> parameters, CsType returns) {
        Code.F0 none = () -> null;
        return add(new Method(owner, "Invoke", false, List.of(), parameters, returns, none, Cost.UNBOUNDED));
    }

    /** The writing half of an indexer, {@code "char this[int index]"}: object, index, value. */
    public <S, I extends @Nullable Object, V extends @Nullable Object> TypeBuilder setIndex(
            String signature, Code.F3<S, I, V> code) {
        Method getter = SignatureReader.method(signature, owner, table, code);
        List<Parameter> parameters = new ArrayList<>(getter.parameters());
        parameters.add(new Parameter("value", getter.returns(), Parameter.Mode.VALUE, false, null));
        return add(new Method(
                owner,
                Method.SET_INDEX,
                false,
                List.of(),
                List.copyOf(parameters),
                getter.returns(),
                code,
                Cost.BOUNDED));
    }

    /** Makes the member declared last run where it keeps nobody waiting: it parses, matches, enumerates or encrypts. */
    public TypeBuilder costly() {
        if (lastMethod != null) {
            List<Method> overloads = java.util.Objects.requireNonNull(members.methods.get(lastMethod.name()));
            Method m = lastMethod;
            overloads.set(
                    overloads.size() - 1,
                    new Method(
                            m.owner(),
                            m.name(),
                            m.isStatic(),
                            m.typeParameters(),
                            m.parameters(),
                            m.returns(),
                            m.code(),
                            Cost.UNBOUNDED));
        } else if (lastProperty != null) {
            Property p = lastProperty;
            members.properties.put(
                    p.name(),
                    new Property(
                            p.owner(),
                            p.name(),
                            p.isStatic(),
                            p.type(),
                            p.getter(),
                            p.setter(),
                            p.isConstant(),
                            p.constant(),
                            Cost.UNBOUNDED));
        }
        return this;
    }

    /** A member of .NET's that is not offered, with the reason: "it reads a file". */
    public TypeBuilder refused(String name, String reason) {
        members.refused.put(name, reason);
        return this;
    }

    private TypeBuilder property(String signature, boolean isStatic, Code getter, @Nullable Code setter) {
        SignatureReader.Named named = SignatureReader.property(signature, owner, table);
        return add(
                new Property(owner, named.name(), isStatic, named.type(), getter, setter, false, null, Cost.BOUNDED));
    }

    private TypeBuilder add(Property property) {
        members.properties.put(property.name(), property);
        lastProperty = property;
        lastMethod = null;
        return this;
    }

    private TypeBuilder add(String signature, Code code) {
        return add(SignatureReader.method(signature, owner, table, code));
    }

    private TypeBuilder add(Method method) {
        members.methods
                .computeIfAbsent(method.name(), name -> new ArrayList<>())
                .add(method);
        lastMethod = method;
        lastProperty = null;
        return this;
    }
}
