package dev.apim.core.expression.csharp.plan;

import dev.apim.core.expression.csharp.value.UInt32;
import dev.apim.core.expression.csharp.value.Unsigned;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** {@code == != < <= > >=} of numbers of one type, and equality of what else C# compares. */
public final class Comparison {
    private Comparison() {}

    /** Of two numbers. */
    public static Node of(NumericKind kind, String operator, Node left, Node right) {
        Relation relation = Relation.of(operator);
        return switch (kind) {
            case INT -> new OfInts(relation.holds(-1), relation.holds(0), relation.holds(1), left, right);
            case LONG -> new OfLongs(relation, left, right);
            case DOUBLE -> new OfDoubles(relation, left, right);
            case FLOAT -> new OfDoubles(relation, widened(left), widened(right));
            case UINT ->
                new Other(relation, left, right, (a, b) -> Long.compare(((UInt32) a).value(), ((UInt32) b).value()));
            case ULONG ->
                new Other(
                        relation,
                        left,
                        right,
                        (a, b) -> Long.compareUnsigned(((Unsigned) a).bits(), ((Unsigned) b).bits()));
            case DECIMAL -> new Other(relation, left, right, (a, b) -> ((BigDecimal) a).compareTo((BigDecimal) b));
        };
    }

    /** Texts, ordinally. */
    public static Node texts(Node left, Node right, boolean equal) {
        return new Texts(left, right, equal);
    }

    /** Values of one type, by .NET's {@code Equals}; null equals null. */
    public static Node values(Node left, Node right, boolean equal) {
        return new SameValues(left, right, equal);
    }

    /** Objects by identity; a box made for the comparison is no other. */
    public static Node references(Node left, Node right, boolean equal) {
        return new Same(left, right, equal, Boxes.isBox(left) || Boxes.isBox(right));
    }

    /** Whether it is null. */
    public static Node isNull(Node operand, boolean equal) {
        return new IsNull(operand, equal);
    }

    /** What is compared how. */
    enum Relation {
        EQUAL,
        NOT_EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL;

        static Relation of(String operator) {
            return switch (operator) {
                case "==" -> EQUAL;
                case "!=" -> NOT_EQUAL;
                case "<" -> LESS;
                case "<=" -> LESS_OR_EQUAL;
                case ">" -> GREATER;
                default -> GREATER_OR_EQUAL;
            };
        }

        boolean holds(int comparison) {
            return switch (this) {
                case EQUAL -> comparison == 0;
                case NOT_EQUAL -> comparison != 0;
                case LESS -> comparison < 0;
                case LESS_OR_EQUAL -> comparison <= 0;
                case GREATER -> comparison > 0;
                case GREATER_OR_EQUAL -> comparison >= 0;
            };
        }
    }

    private static Node widened(Node floats) {
        return frame -> (double) (Float) Arithmetic.required(floats.eval(frame));
    }

    /** What holds when the left one is less, equal and greater: looking the relation up each time would take longer than to compare. */
    private record OfInts(boolean whenLess, boolean whenEqual, boolean whenGreater, Node left, Node right)
            implements Node {
        @Override
        public Object eval(Frame frame) {
            return test(frame);
        }

        @Override
        public boolean test(Frame frame) {
            int a = left.int32(frame);
            int b = right.int32(frame);
            return a == b ? whenEqual : a < b ? whenLess : whenGreater;
        }
    }

    private record OfLongs(Relation relation, Node left, Node right) implements Node {
        @Override
        public Object eval(Frame frame) {
            return test(frame);
        }

        @Override
        public boolean test(Frame frame) {
            return relation.holds(Long.compare(left.int64(frame), right.int64(frame)));
        }
    }

    private record OfDoubles(Relation relation, Node left, Node right) implements Node {
        @Override
        public Object eval(Frame frame) {
            return test(frame);
        }

        @Override
        public boolean test(Frame frame) {
            double a = left.float64(frame);
            double b = right.float64(frame);
            return switch (relation) {
                case EQUAL -> a == b;
                case NOT_EQUAL -> a != b;
                case LESS -> a < b;
                case LESS_OR_EQUAL -> a <= b;
                case GREATER -> a > b;
                case GREATER_OR_EQUAL -> a >= b;
            };
        }
    }

    private interface Order {
        int compare(Object a, Object b);
    }

    private record Other(Relation relation, Node left, Node right, Order order) implements Node {
        @Override
        public Object eval(Frame frame) {
            return test(frame);
        }

        @Override
        public boolean test(Frame frame) {
            Object a = Arithmetic.required(left.eval(frame));
            Object b = Arithmetic.required(right.eval(frame));
            return relation.holds(order.compare(a, b));
        }
    }

    private record Texts(Node left, Node right, boolean equal) implements Node {
        @Override
        public Object eval(Frame frame) {
            return test(frame);
        }

        @Override
        public boolean test(Frame frame) {
            Object a = left.eval(frame);
            Object b = right.eval(frame);
            return (a == null ? b == null : a.equals(b)) == equal;
        }
    }

    private record SameValues(Node left, Node right, boolean equal) implements Node {
        @Override
        public Object eval(Frame frame) {
            return test(frame);
        }

        @Override
        public boolean test(Frame frame) {
            return dev.apim.core.expression.csharp.value.Values.equal(left.eval(frame), right.eval(frame)) == equal;
        }
    }

    private record Same(Node left, Node right, boolean equal, boolean isFresh) implements Node {
        @Override
        public Object eval(Frame frame) {
            return test(frame);
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // it is what C# asks for
        public boolean test(Frame frame) {
            Object a = left.eval(frame);
            Object b = right.eval(frame);
            return (a == b && (a == null || !isFresh)) == equal;
        }
    }

    private record IsNull(Node operand, boolean equal) implements Node {
        @Override
        public Object eval(Frame frame) {
            return test(frame);
        }

        @Override
        public boolean test(Frame frame) {
            return (operand.eval(frame) == null) == equal;
        }
    }

    /** Compares two nullable operands with a comparison of what they hold: two nulls are equal, one is neither less nor greater. */
    public static Node lifted(String operator, Node left, Node right, Lift lift) {
        boolean whenOneIsNull = operator.equals("!=");
        boolean whenBothAre = operator.equals("==");
        return frame -> {
            Object a = left.eval(frame);
            Object b = right.eval(frame);
            if (a == null || b == null) {
                return a == null && b == null ? whenBothAre : whenOneIsNull;
            }
            return lift.of(new Constant(a), new Constant(b)).eval(frame);
        };
    }

    /** Makes a node of two operands that are there. */
    @FunctionalInterface
    public interface Lift {
        /** The node. */
        Node of(Node left, Node right);
    }

    /** Computes with two nullable operands: null where one is. */
    public static Node liftedArithmetic(Node left, Node right, Lift lift) {
        return frame -> {
            @Nullable Object a = left.eval(frame);
            @Nullable Object b = right.eval(frame);
            return a == null || b == null
                    ? null
                    : lift.of(new Constant(a), new Constant(b)).eval(frame);
        };
    }
}
