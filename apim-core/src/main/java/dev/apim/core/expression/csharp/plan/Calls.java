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
     * @param given the arguments, the object first, where there is one
     * @param onObject whether the first argument is the object and must be there
     * @param types the type arguments: of the owner, then of the method
     */
    public static Node of(Code code, List<Node> given, boolean onObject, List<CsType> types) {
        if (code instanceof Code.Generic generic) {
            return of(generic.of(types), given, onObject, types);
        }
        List<Node> arguments = Lender.lent(code, given);
        if (code instanceof Code.Counted2<?, ?> counted) {
            return counted(counted, arguments.get(0), arguments.get(1), onObject);
        }
        if (code instanceof Code.Full full) {
            return full(full, arguments, onObject, types);
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
     *
     * @param canBeText whether what it gives can be a text at all
     */
    @SuppressWarnings("unchecked") // the checker made the arguments fit
    public static Node property(
            Code code, List<Node> arguments, boolean onObject, List<CsType> types, boolean canBeText) {
        if (code instanceof Code.F1<?> && onObject) {
            return Paths.read((Code.F1<Object>) code, arguments.get(0), canBeText);
        }
        return code instanceof Code.OfExchange ofExchange
                ? Paths.read(ofExchange, arguments.get(0))
                : of(code, arguments, onObject, types);
    }

    /** A read through an indexer. It too gives what is there already. */
    @SuppressWarnings("unchecked") // the checker made the arguments fit
    public static Node element(Code code, List<Node> arguments, List<CsType> types) {
        if (code instanceof Code.Part<?, ?> && arguments.get(0) instanceof Lender lender) {
            return Lender.part((Code.Part<Object, @Nullable Object>) code, lender, arguments.get(1));
        }
        return code instanceof Code.F2<?, ?>
                ? new At((Code.F2<Object, @Nullable Object>) code, arguments.get(0), arguments.get(1))
                : of(code, arguments, true, types);
    }

    /** Writes through a property's setter or an indexer; the value is the value written. */
    @SuppressWarnings("unchecked") // the checker made the arguments fit
    public static Node assign(Code code, List<Node> target, Node value) {
        return code instanceof Code.F3<?, ?, ?>
                ? new SetElement(
                        (Code.F3<Object, @Nullable Object, @Nullable Object>) code, target.get(0), target.get(1), value)
                : new Set((Code.F2<Object, @Nullable Object>) code, target.get(0), value);
    }

    @SuppressWarnings("unchecked") // the checker made the arguments fit
    private static Node one(Code code, Node a, boolean onObject) {
        return onObject ? new Get((Code.F1<Object>) code, a) : new Call1((Code.F1<@Nullable Object>) code, a);
    }

    @SuppressWarnings("unchecked") // the checker made the arguments fit
    private static Node counted(Code.Counted2<?, ?> code, Node a, Node b, boolean onObject) {
        return new Counted((Code.Counted2<@Nullable Object, @Nullable Object>) code, a, b, onObject);
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

    private static Node full(Code.Full code, List<Node> arguments, boolean onObject, List<CsType> types) {
        if (code instanceof Code.Lending lending && arguments.size() == 2) {
            return new Lent(lending, arguments.get(0), arguments.get(1), types);
        }
        return switch (arguments.size()) {
            case 1 -> new Full1(code, arguments.get(0), onObject, types);
            case 2 -> new Full2(code, arguments.get(0), arguments.get(1), onObject, types);
            default -> new Full(code, arguments.toArray(Node[]::new), onObject, types);
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

    private record Set(Code.F2<Object, @Nullable Object> code, Node target, Node value) implements Node {
        @Override
        public @Nullable Object eval(Frame frame) {
            Object object = target.eval(frame);
            Object written = value.eval(frame);
            code.apply(read(Paths.there(object), frame), read(written, frame));
            return written;
        }
    }

    private record SetElement(
            Code.F3<Object, @Nullable Object, @Nullable Object> code, Node target, Node index, Node value)
            implements Node {
        @Override
        public @Nullable Object eval(Frame frame) {
            Object object = target.eval(frame);
            Object at = index.eval(frame);
            Object written = value.eval(frame);
            code.apply(read(Paths.there(object), frame), read(at, frame), written);
            return written;
        }
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

    private record At(Code.F2<Object, @Nullable Object> code, Node target, Node index) implements Node {
        @Override
        public @Nullable Object eval(Frame frame) {
            Object object = target.eval(frame);
            Object at = index.eval(frame);
            return Paths.found(code.apply(read(Paths.there(object), frame), read(at, frame)), frame);
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

    private record Counted(Code.Counted2<@Nullable Object, @Nullable Object> code, Node a, Node b, boolean onObject)
            implements Node {
        @Override
        public @Nullable Object eval(Frame frame) {
            Object object = read(a.eval(frame), frame);
            Object argument = read(b.eval(frame), frame);
            if (onObject && object == null) {
                throw DotNetException.nullReference();
            }
            return code.apply(frame.evaluation, object, argument);
        }
    }

    private record Full1(Code.Full code, Node a, boolean onObject, List<CsType> types) implements Node {
        @Override
        public @Nullable Object eval(Frame frame) {
            Object object = read(object(a, frame, onObject), frame);
            return code.apply(new Code.Call(frame.evaluation, types), new @Nullable Object[] {object});
        }
    }

    private record Full2(Code.Full code, Node a, Node b, boolean onObject, List<CsType> types) implements Node {
        @Override
        public @Nullable Object eval(Frame frame) {
            Object object = read(a.eval(frame), frame);
            Object argument = read(b.eval(frame), frame);
            if (onObject && object == null) {
                throw DotNetException.nullReference();
            }
            return code.apply(new Code.Call(frame.evaluation, types), new @Nullable Object[] {object, argument});
        }
    }

    private record Full(Code.Full code, Node[] arguments, boolean onObject, List<CsType> types) implements Node {
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

    private record Lent(Code.Lending code, Node a, Node b, List<CsType> types) implements Lender {
        @Override
        public @Nullable Object eval(Frame frame) {
            Object object = Paths.there(a.eval(frame));
            return code.apply(new Code.Call(frame.evaluation, types), new @Nullable Object[] {object, b.eval(frame)});
        }

        @Override
        public @Nullable Object lend(Frame frame) {
            Object object = Paths.there(a.eval(frame));
            return code.lend(new Code.Call(frame.evaluation, types), object, b.eval(frame));
        }
    }
}
