package dev.apim.core.expression.csharp.plan;

import dev.apim.core.expression.csharp.number.Conversions;
import dev.apim.core.expression.csharp.number.NumericType;
import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import dev.apim.core.expression.csharp.type.TypeTable;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.EnumValue;
import dev.apim.core.expression.csharp.value.TupleValue;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as values of another type. */
public final class Casts {
    private static final Map<String, NumericType> NUMBERS = java.util.Arrays.stream(NumericType.values())
            .collect(Collectors.toMap(NumericType::typeName, type -> type));

    private Casts() {}

    /** A wider number; the common ones without a box. */
    public static Node widen(Node node, CsType from, CsType to) {
        boolean int32 = from.definition().name().equals("Int32");
        if (int32 && to.definition().name().equals("Int64")) {
            return new IntToLong(node);
        }
        if (int32 && to.definition().name().equals("Double")) {
            return new IntToDouble(node);
        }
        return number(node, to, false);
    }

    /** A number or enumeration as another. */
    public static Node number(Node node, CsType to, boolean isChecked) {
        UnaryOperator<Object> how = number(to, isChecked);
        return frame -> how.apply(Arithmetic.required(node.eval(frame)));
    }

    /** The same of a value. */
    public static Object number(Object value, CsType to, boolean isChecked) {
        return number(to, isChecked).apply(value);
    }

    private static UnaryOperator<Object> number(CsType to, boolean isChecked) {
        EnumValue.Type enumeration = to.is(Kind.ENUM) ? to.definition().enumeration() : null;
        if (enumeration != null) {
            return value -> Conversions.toEnum(value, enumeration, isChecked);
        }
        NumericType type = NUMBERS.get(to.definition().name());
        if (type == null) {
            throw new IllegalArgumentException(to + " is no number");
        }
        return value -> Conversions.convert(value, type, isChecked);
    }

    /** An object as the structure in it, which must be exactly of the type. */
    public static Node unbox(Node node, CsType to, TypeTable table) {
        if (to.definition().javaClass() == Boolean.class) {
            return new UnboxBool(node, to, table);
        }
        if (to.definition().javaClass() == Integer.class) {
            return new UnboxInt(node, to, table);
        }
        return frame -> unboxed(node.eval(frame), to, to.fullName(), table);
    }

    /** The same, or null. */
    public static Node unboxNullable(Node node, CsType to, TypeTable table) {
        return frame -> {
            Object value = node.eval(frame);
            return value == null ? null : unboxed(value, to, table.nullable(to).fullName(), table);
        };
    }

    private static Object unboxed(@Nullable Object value, CsType to, String asked, TypeTable table) {
        if (value == null) {
            throw DotNetException.nullReference();
        }
        if (!to.definition().isInstance(value) && !to.is(Kind.TUPLE)) {
            throw DotNetException.invalidCast(table.typeOf(value).fullName(), asked);
        }
        return value;
    }

    /** An object as one of a class or interface, which it must be. */
    public static Node reference(Node node, CsType to, BiPredicate<Object, CsType> isOf, TypeTable table) {
        if (to.definition().javaClass() == String.class) {
            return new ToText(node, to, table);
        }
        Class<?> plain = to.arguments().isEmpty() ? to.definition().plainClass() : null;
        return new Reference(node, to, plain == null ? Void.class : plain, isOf, table);
    }

    /** {@code as}: null where it is none. */
    public static Node as(Node node, CsType to, BiPredicate<Object, CsType> isOf) {
        return frame -> {
            Object value = node.eval(frame);
            return value != null && isOf.test(value, to) ? value : null;
        };
    }

    /** {@code is}. */
    public static Node is(Node node, CsType to, BiPredicate<Object, CsType> isOf) {
        return frame -> {
            Object value = node.eval(frame);
            return value != null && isOf.test(value, to);
        };
    }

    /** The value of a {@code T?}. */
    public static Node value(Node node) {
        return frame -> {
            Object value = node.eval(frame);
            if (value == null) {
                throw DotNetException.invalidOperation("Nullable object must have a value.");
            }
            return value;
        };
    }

    /** A tuple with each element converted. */
    public static Node tuple(Node node, List<UnaryOperator<Node>> elements) {
        return frame -> {
            TupleValue tuple = (TupleValue) Objects.requireNonNull(node.eval(frame));
            @Nullable Object[] values = new Object[elements.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = elements.get(i).apply(new Constant(tuple.get(i))).eval(frame);
            }
            return new TupleValue(values);
        };
    }

    /** The cast that policies are full of. */
    /** Most values are of the class itself: then nothing has to be asked of the table. */
    private record Reference(Node node, CsType to, Class<?> plain, BiPredicate<Object, CsType> isOf, TypeTable table)
            implements Node {
        @Override
        public @Nullable Object eval(Frame frame) {
            Object value = node.eval(frame);
            if (value == null || value.getClass() == plain || isOf.test(value, to)) {
                return value;
            }
            throw DotNetException.invalidCast(table.typeOf(value).fullName(), to.fullName());
        }
    }

    private record ToText(Node node, CsType to, TypeTable table) implements Node {
        @Override
        public @Nullable Object eval(Frame frame) {
            Object value = node.eval(frame);
            if (value == null || value instanceof String) {
                return value;
            }
            throw DotNetException.invalidCast(table.typeOf(value).fullName(), to.fullName());
        }
    }

    private record UnboxBool(Node node, CsType to, TypeTable table) implements Node {
        @Override
        public Object eval(Frame frame) {
            Object value = node.eval(frame);
            return value instanceof Boolean ? value : unboxed(value, to, to.fullName(), table);
        }

        @Override
        public boolean test(Frame frame) {
            return (Boolean) eval(frame);
        }
    }

    private record UnboxInt(Node node, CsType to, TypeTable table) implements Node {
        @Override
        public Object eval(Frame frame) {
            Object value = node.eval(frame);
            return value instanceof Integer ? value : unboxed(value, to, to.fullName(), table);
        }

        @Override
        public int int32(Frame frame) {
            return (Integer) eval(frame);
        }
    }

    private record IntToLong(Node node) implements Node {
        @Override
        public Object eval(Frame frame) {
            return int64(frame);
        }

        @Override
        public long int64(Frame frame) {
            return node.int32(frame);
        }
    }

    private record IntToDouble(Node node) implements Node {
        @Override
        public Object eval(Frame frame) {
            return float64(frame);
        }

        @Override
        public double float64(Frame frame) {
            return node.int32(frame);
        }
    }
}
