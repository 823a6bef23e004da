package dev.apim.core.expression.csharp.plan;

import dev.apim.core.expression.csharp.type.Code;
import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.value.DotNetException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Calls of the table's members. What a member reads is counted by its length; what it makes is counted here unless it takes the
 * evaluation and so counts itself.
 */
@SuppressWarnings("NullAway") // which arguments may be null is the C# declaration's to say, not Java's
public final class Calls {
    private Calls() {}

    /**
     * A call.
     *
     * @param arguments the object first, where there is one
     * @param onObject whether the first argument is the object and must be there
     * @param types the type arguments: of the owner, then of the method
     */
    public static Node of(Code code, List<Node> arguments, boolean onObject, List<CsType> types) {
        if (code instanceof Code.Generic generic) {
            return of(generic.of(types), arguments, onObject, types);
        }
        if (code instanceof Code.Full full) {
            return new Any(full, arguments.toArray(Node[]::new), onObject, types);
        }
        if (code instanceof Code.OfExchange property) {
            return new GetOfExchange(property, arguments.get(0));
        }
        return switch (arguments.size()) {
            case 0 -> new Call0((Code.F0) code);
            case 1 -> one(code, arguments.get(0), onObject);
            case 2 -> two(code, arguments, onObject);
            case 3 -> three(code, arguments, onObject);
            default -> four(code, arguments, onObject);
        };
    }

    /**
     * A read of a property. Mostly it gives what is there already, so that only what is long counts as made: it may have been put
     * together, as the text of an element is.
     */
    public static Node property(Code code, List<Node> arguments, boolean onObject, List<CsType> types) {
        return code instanceof Code.F1<?> && onObject
                ? read(code, arguments.get(0))
                : of(code, arguments, onObject, types);
    }

    @SuppressWarnings("unchecked") // the checker made the arguments fit
    private static Node read(Code code, Node target) {
        return new Read((Code.F1<Object>) code, target);
    }

    /** Writes through a member; the value is the value written. */
    public static Node assign(Code code, List<Node> target, Node value) {
        return frame -> {
            @Nullable Object[] values = new Object[target.size() + 1];
            for (int i = 0; i < target.size(); i++) {
                values[i] = target.get(i).eval(frame);
            }
            Object written = value.eval(frame);
            values[target.size()] = written;
            Node[] known = new Node[values.length];
            for (int i = 0; i < known.length; i++) {
                known[i] = new Constant(values[i]);
            }
            of(code, List.of(known), true, List.of()).eval(frame);
            return written;
        };
    }

    @SuppressWarnings("unchecked") // the checker made the arguments fit
    private static Node one(Code code, Node a, boolean onObject) {
        return onObject ? new Get((Code.F1<Object>) code, a) : new Call1((Code.F1<@Nullable Object>) code, a);
    }

    @SuppressWarnings("unchecked") // the checker made the arguments fit
    private static Node two(Code code, List<Node> arguments, boolean onObject) {
        return new Call2(
                (Code.F2<@Nullable Object, @Nullable Object>) code, arguments.get(0), arguments.get(1), onObject);
    }

    @SuppressWarnings("unchecked") // the checker made the arguments fit
    private static Node three(Code code, List<Node> arguments, boolean onObject) {
        return new Call3(
                (Code.F3<@Nullable Object, @Nullable Object, @Nullable Object>) code,
                arguments.get(0),
                arguments.get(1),
                arguments.get(2),
                onObject);
    }

    @SuppressWarnings("unchecked") // the checker made the arguments fit
    private static Node four(Code code, List<Node> arguments, boolean onObject) {
        Code.F4<@Nullable Object, @Nullable Object, @Nullable Object, @Nullable Object> function =
                (Code.F4<@Nullable Object, @Nullable Object, @Nullable Object, @Nullable Object>) code;
        Node a = arguments.get(0);
        Node b = arguments.get(1);
        Node c = arguments.get(2);
        Node d = arguments.get(3);
        return frame -> {
            Object object = read(object(a, frame, onObject), frame);
            return given(
                    function.apply(object, read(b.eval(frame), frame), c.eval(frame), d.eval(frame)), object, frame);
        };
    }

    private static @Nullable Object object(Node node, Frame frame, boolean mustBe) {
        Object value = node.eval(frame);
        if (mustBe && value == null) {
            throw DotNetException.nullReference();
        }
        return value;
    }

    private static @Nullable Object read(@Nullable Object value, Frame frame) {
        frame.evaluation.read(value);
        return value;
    }

    /** What a member gives, which costs nothing when it was there before. */
    private static @Nullable Object given(@Nullable Object result, @Nullable Object object, Frame frame) {
        if (result != object) {
            frame.evaluation.given(result);
        }
        return result;
    }

    private record Call0(Code.F0 code) implements Node {
        @Override
        public @Nullable Object eval(Frame frame) {
            return code.apply();
        }
    }

    private record Get(Code.F1<Object> code, Node target) implements Node {
        @Override
        public @Nullable Object eval(Frame frame) {
            Object object = target.eval(frame);
            if (object == null) {
                throw DotNetException.nullReference();
            }
            return given(code.apply(read(object, frame)), object, frame);
        }
    }

    private record Read(Code.F1<Object> code, Node target) implements Node {
        private static final int LONG = 1 << 16;

        @Override
        public @Nullable Object eval(Frame frame) {
            Object object = target.eval(frame);
            if (object == null) {
                throw DotNetException.nullReference();
            }
            Object result = code.apply(object);
            if (result instanceof String text && text.length() > LONG) {
                frame.evaluation.make(text.length());
            }
            return result;
        }
    }

    private record GetOfExchange(Code.OfExchange code, Node target) implements Node {
        @Override
        public @Nullable Object eval(Frame frame) {
            Object object = target.eval(frame);
            if (object == null) {
                throw DotNetException.nullReference();
            }
            return code.apply(object, frame.exchange());
        }
    }

    private record Call1(Code.F1<@Nullable Object> code, Node a) implements Node {
        @Override
        public @Nullable Object eval(Frame frame) {
            Object argument = read(a.eval(frame), frame);
            return given(code.apply(argument), argument, frame);
        }
    }

    private record Call2(Code.F2<@Nullable Object, @Nullable Object> code, Node a, Node b, boolean onObject)
            implements Node {
        @Override
        public @Nullable Object eval(Frame frame) {
            Object object = a.eval(frame);
            Object argument = b.eval(frame);
            if (onObject && object == null) {
                throw DotNetException.nullReference();
            }
            return given(code.apply(read(object, frame), read(argument, frame)), object, frame);
        }
    }

    private record Call3(
            Code.F3<@Nullable Object, @Nullable Object, @Nullable Object> code,
            Node a,
            Node b,
            Node c,
            boolean onObject)
            implements Node {
        @Override
        public @Nullable Object eval(Frame frame) {
            Object object = a.eval(frame);
            Object first = b.eval(frame);
            Object second = c.eval(frame);
            if (onObject && object == null) {
                throw DotNetException.nullReference();
            }
            return given(code.apply(read(object, frame), read(first, frame), second), object, frame);
        }
    }

    private record Any(Code.Full code, Node[] arguments, boolean onObject, List<CsType> types) implements Node {
        @Override
        public @Nullable Object eval(Frame frame) {
            @Nullable Object[] values = new Object[arguments.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = read(arguments[i].eval(frame), frame);
            }
            if (onObject && values[0] == null) {
                throw DotNetException.nullReference();
            }
            return code.apply(new Code.Call(frame.evaluation, types), values);
        }
    }
}
