package dev.apim.core.expression.csharp.plan;

import dev.apim.core.expression.csharp.type.Code;
import dev.apim.core.expression.csharp.value.DotNetException;
import org.jspecify.annotations.Nullable;

/**
 * What properties alone lead to from {@code context}, such as {@code context.Request.Url.Path}: the first steps in one node each, since
 * nearly every expression begins so. A node that calls another of its own class is not inlined by the JVM beyond the second.
 */
public final class Paths {
    /** {@code context}. */
    public static final Node CONTEXT = new Context();

    /** Beyond so many characters, a text counts as made: it may have been put together, as the text of an element is. */
    private static final int LONG = 1 << 16;

    private Paths() {}

    /**
     * A property of what a node gives.
     *
     * @param canBeText whether what it gives may have been put together for it
     */
    static Node read(Code.F1<Object> code, Node target, boolean canBeText) {
        if (code instanceof Code.ToInt<Object> number) {
            return new Number(number, target);
        }
        Node read = steps(code, target);
        return canBeText ? new Text(read) : read;
    }

    private static Node steps(Code.F1<Object> code, Node target) {
        if (target instanceof Context) {
            return new First(code);
        }
        if (target instanceof First first) {
            return new Second(first.code, code);
        }
        return target instanceof Second second ? new Third(second.first, second.second, code) : new Read(code, target);
    }

    /** A property of what a node gives that the exchange is asked for too. */
    static Node read(Code.OfExchange code, Node target) {
        return target instanceof First first ? new SecondOfExchange(first.code, code) : new OfExchange(code, target);
    }

    /** What was there already, so that only what is long counts as made. */
    static @Nullable Object found(@Nullable Object result, Frame frame) {
        if (result instanceof String text && text.length() > LONG) {
            frame.evaluation.make(text.length());
        }
        return result;
    }

    static Object there(@Nullable Object object) {
        if (object == null) {
            throw DotNetException.nullReference();
        }
        return object;
    }

    private record Context() implements Node {
        @Override
        public Object eval(Frame frame) {
            return frame.exchange();
        }
    }

    private record Text(Node read) implements Node {
        @Override
        public @Nullable Object eval(Frame frame) {
            return found(read.eval(frame), frame);
        }
    }

    private record First(Code.F1<Object> code) implements Node {
        @Override
        public @Nullable Object eval(Frame frame) {
            return code.apply(frame.exchange());
        }
    }

    private record Second(Code.F1<Object> first, Code.F1<Object> second) implements Node {
        @Override
        public @Nullable Object eval(Frame frame) {
            return second.apply(there(first.apply(frame.exchange())));
        }
    }

    private record Third(Code.F1<Object> first, Code.F1<Object> second, Code.F1<Object> third) implements Node {
        @Override
        public @Nullable Object eval(Frame frame) {
            return third.apply(there(second.apply(there(first.apply(frame.exchange())))));
        }
    }

    private record Read(Code.F1<Object> code, Node target) implements Node {
        @Override
        public @Nullable Object eval(Frame frame) {
            return code.apply(there(target.eval(frame)));
        }
    }

    private record Number(Code.ToInt<Object> code, Node target) implements Node {
        @Override
        public Object eval(Frame frame) {
            return int32(frame);
        }

        @Override
        public int int32(Frame frame) {
            return code.int32(there(target.eval(frame)));
        }
    }

    private record SecondOfExchange(Code.F1<Object> first, Code.OfExchange second) implements Node {
        @Override
        public @Nullable Object eval(Frame frame) {
            return second.apply(there(first.apply(frame.exchange())), frame.exchange());
        }
    }

    private record OfExchange(Code.OfExchange code, Node target) implements Node {
        @Override
        public @Nullable Object eval(Frame frame) {
            return code.apply(there(target.eval(frame)), frame.exchange());
        }
    }
}
