package dev.apim.core.expression.csharp.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conditions, choices and text put together. */
public final class Logic {
    private Logic() {}

    /** {@code a && b}. */
    public static Node and(Node left, Node right) {
        return new And(left, right);
    }

    /** {@code a || b}. */
    public static Node or(Node left, Node right) {
        return new Or(left, right);
    }

    /** {@code !a}. */
    public static Node not(Node operand) {
        return new Not(operand);
    }

    /** {@code c ? a : b}. */
    public static Node choose(Node condition, Node whenTrue, Node whenFalse) {
        return new Choice(condition, whenTrue, whenFalse);
    }

    /** {@code a ?? b}. */
    public static Node coalesce(Node left, Node right) {
        return new Coalesce(left, right);
    }

    /** {@code a & b}, {@code |}, {@code ^} of truth values; of nullable ones with three values. */
    public static Node bits(char operator, Node left, Node right) {
        return frame -> {
            Object a = left.eval(frame);
            Object b = right.eval(frame);
            if (a == null || b == null) {
                Object known = a == null ? b : a;
                Boolean decides = operator == '&' ? Boolean.FALSE : Boolean.TRUE;
                return operator != '^' && decides.equals(known) ? decides : null;
            }
            boolean x = (Boolean) a;
            boolean y = (Boolean) b;
            return operator == '&' ? x && y : operator == '|' ? x || y : x != y;
        };
    }

    /** Texts and anything else, one behind the other; null is empty. */
    public static Node concat(List<Node> parts) {
        return Concatenation.of(parts);
    }

    /** The parts of what {@link #concat} made; anything else is its own only part. */
    public static List<Node> parts(Node node) {
        return node instanceof Concatenation text ? text.parts() : List.of(node);
    }

    /** {@code target?.access}: the target is kept in the variable, from where the access takes it. */
    public static Node conditionalAccess(Node target, Variable receiver, Node access) {
        return frame -> {
            Object object = target.eval(frame);
            if (object == null) {
                return null;
            }
            Variables.begin(frame, receiver, object);
            return access.eval(frame);
        };
    }

    /** One after the other; the last is the value. */
    public static Node sequence(List<Node> nodes) {
        Node[] all = nodes.toArray(Node[]::new);
        return frame -> {
            Object value = null;
            for (Node node : all) {
                value = node.eval(frame);
            }
            return value;
        };
    }

    /** {@code throw} in the place of a value. */
    public static Node throwing(Node exception) {
        return frame -> {
            throw Actions.thrown(exception.eval(frame));
        };
    }

    /** Several values as an array of objects. */
    public static @Nullable Object[] all(List<Node> nodes, Frame frame) {
        @Nullable Object[] values = new Object[nodes.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = nodes.get(i).eval(frame);
        }
        return values;
    }

    private record And(Node left, Node right) implements Node {
        @Override
        public Object eval(Frame frame) {
            return test(frame);
        }

        @Override
        public boolean test(Frame frame) {
            return left.test(frame) && right.test(frame);
        }
    }

    private record Or(Node left, Node right) implements Node {
        @Override
        public Object eval(Frame frame) {
            return test(frame);
        }

        @Override
        public boolean test(Frame frame) {
            return left.test(frame) || right.test(frame);
        }
    }

    private record Not(Node operand) implements Node {
        @Override
        public Object eval(Frame frame) {
            return test(frame);
        }

        @Override
        public boolean test(Frame frame) {
            return !operand.test(frame);
        }
    }

    private record Choice(Node condition, Node whenTrue, Node whenFalse) implements Node {
        @Override
        public @Nullable Object eval(Frame frame) {
            return condition.test(frame) ? whenTrue.eval(frame) : whenFalse.eval(frame);
        }

        @Override
        public boolean test(Frame frame) {
            return condition.test(frame) ? whenTrue.test(frame) : whenFalse.test(frame);
        }

        @Override
        public int int32(Frame frame) {
            return condition.test(frame) ? whenTrue.int32(frame) : whenFalse.int32(frame);
        }
    }

    private record Coalesce(Node left, Node right) implements Node {
        @Override
        public @Nullable Object eval(Frame frame) {
            Object value = left.eval(frame);
            return value != null ? value : right.eval(frame);
        }
    }
}
