package dev.apim.core.expression.csharp.time;

import dev.apim.core.expression.csharp.crypto.CryptoLibrary;
import dev.apim.core.expression.csharp.type.Code;
import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.Method;
import dev.apim.core.expression.csharp.type.Property;
import dev.apim.core.expression.csharp.type.TypeDefinition;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import dev.apim.core.expression.csharp.type.TypeTable;
import dev.apim.core.expression.csharp.value.Budget;
import dev.apim.core.expression.csharp.value.EnumValue;
import dev.apim.core.expression.csharp.value.Evaluation;
import dev.apim.core.expression.csharp.value.Ref;
import dev.apim.core.expression.csharp.value.UInt8;
import dev.apim.core.time.StillTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Members of the table called by name, without a language; the clock stands still at 2024-02-29T12:34:56.789Z. */
@SuppressWarnings("NullAway") // members are called as expressions call them, with null wherever C# allows it
public final class Members {
    private static final Instant NOW = Instant.parse("2024-02-29T12:34:56.789Z");

    private final TypeTable types;
    private final Evaluation evaluation = new Evaluation(null, new StillTime(NOW), Budget.DEFAULT);

    private Members(CryptoLibrary crypto) {
        types = TypeTable.of(List.of(Members::others, new TimeLibrary(), crypto));
    }

    /** Of both families. */
    public static Members of() {
        return new Members(new CryptoLibrary());
    }

    /** With another idea of trust. */
    public static Members of(CryptoLibrary crypto) {
        return new Members(crypto);
    }

    private static void others(TypeTable.Registry registry) {
        registry.type("System.Object", "object", Kind.CLASS, Object.class, type -> {})
                .type("System.Enum", Kind.CLASS, EnumValue.class, type -> {})
                .type("System.String", "string", Kind.CLASS, String.class, type -> {})
                .type("System.Char", "char", Kind.STRUCT, Character.class, type -> {})
                .type("System.Boolean", "bool", Kind.STRUCT, Boolean.class, type -> {})
                .type("System.Byte", "byte", Kind.STRUCT, UInt8.class, type -> {})
                .type("System.Int32", "int", Kind.STRUCT, Integer.class, type -> {})
                .type("System.Int64", "long", Kind.STRUCT, Long.class, type -> {})
                .type("System.Double", "double", Kind.STRUCT, Double.class, type -> {});
        for (String name : List.of(
                "IComparable", "IComparable<T>", "IEquatable<T>", "IFormattable", "IFormatProvider", "IDisposable")) {
            registry.type("System." + name, Kind.INTERFACE, Object.class, type -> {});
        }
    }

    /** The table. */
    public TypeTable types() {
        return types;
    }

    /** A property's value. */
    public Object get(String type, String name, @Nullable Object... self) {
        Property property = property(type, name);
        return property.isConstant() ? property.constant() : run(property.getter(), self);
    }

    /** Sets a property. */
    public void set(String type, String name, Object self, @Nullable Object value) {
        run(Objects.requireNonNull(property(type, name).setter()), self, value);
    }

    private Property property(String type, String name) {
        Property property = definition(type).property(name);
        if (property != null) {
            return property;
        }
        return property(definition(type).bases().get(0).definition().name(), name);
    }

    /** Calls the overload whose parameters fit the arguments; of an instance method the object is the first. */
    public Object call(String type, String name, @Nullable Object... arguments) {
        for (Method method : methods(definition(type), name)) {
            if (fits(method, arguments)) {
                return run(method.code(), arguments);
            }
        }
        throw new AssertionError("no " + type + "." + name + " for " + Arrays.toString(arguments));
    }

    /** Makes one. */
    public Object make(String type, @Nullable Object... arguments) {
        return call(type, Method.CONSTRUCTOR, arguments);
    }

    private static List<Method> methods(TypeDefinition type, String name) {
        List<Method> all = new ArrayList<>(type.methods(name));
        if (!name.equals(Method.CONSTRUCTOR)) {
            type.bases().forEach(base -> all.addAll(methods(base.definition(), name)));
        }
        return all;
    }

    private TypeDefinition definition(String type) {
        return types.get(type).definition();
    }

    private static boolean fits(Method method, @Nullable Object[] arguments) {
        int self = method.isStatic() ? 0 : 1;
        if (method.parameters().size() + self != arguments.length) {
            return false;
        }
        for (int i = self; i < arguments.length; i++) {
            if (!fits(method.parameters().get(i - self).type(), arguments[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(CsType type, @Nullable Object argument) {
        if (argument instanceof byte[] || argument instanceof Object[]) {
            return type.is(Kind.ARRAY) && type.element().toString().equals("byte") == argument instanceof byte[];
        }
        return argument == null
                ? !type.isValueType()
                : argument instanceof Ref || type.definition().isInstance(argument);
    }

    @SuppressWarnings("unchecked") // the arguments fit
    private Object run(Code code, @Nullable Object... a) {
        if (code instanceof Code.Full full) {
            return full.apply(new Code.Call(evaluation, List.of()), a);
        }
        if (code instanceof Code.F0 f) {
            return f.apply();
        }
        if (code instanceof Code.F1<?> f) {
            return ((Code.F1<Object>) f).apply(a[0]);
        }
        if (code instanceof Code.F2<?, ?> f) {
            return ((Code.F2<Object, Object>) f).apply(a[0], a[1]);
        }
        if (code instanceof Code.F3<?, ?, ?> f) {
            return ((Code.F3<Object, Object, Object>) f).apply(a[0], a[1], a[2]);
        }
        return ((Code.F4<Object, Object, Object, Object>) code).apply(a[0], a[1], a[2], a[3]);
    }
}
