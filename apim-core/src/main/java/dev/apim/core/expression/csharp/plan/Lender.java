package dev.apim.core.expression.csharp.plan;

import dev.apim.core.expression.csharp.type.Code;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node that would copy what it gives, since it may be changed or kept, but can lend the original to who only reads it: most trees
 * of a body are made to take one text out of them.
 */
@SuppressWarnings("NullAway") // which arguments may be null is the C# declaration's to say, not Java's
interface Lender extends Node {
    /** What {@link #eval} gives, to be read and given back. */
    @Nullable
    Object lend(Frame frame);

    /** The arguments of a member, the object lent where that is all the member needs. */
    static List<Node> lent(Code code, List<Node> arguments) {
        if (!(code instanceof Code.Reading) || !(arguments.get(0) instanceof Lender lender)) {
            return arguments;
        }
        List<Node> lent = new ArrayList<>(arguments);
        lent.set(0, lender::lend);
        return lent;
    }

    /** A part of what a lender gives: lent, too. */
    static Lender part(Code.Part<Object, @Nullable Object> code, Lender target, Node index) {
        return target instanceof Part whole ? new PartOfPart(whole, code, index) : new Part(code, target, index);
    }

    /** A part of what is lent. */
    record Part(Code.Part<Object, @Nullable Object> code, Lender target, Node index) implements Lender {
        @Override
        public @Nullable Object eval(Frame frame) {
            return part(target.eval(frame), frame);
        }

        @Override
        public @Nullable Object lend(Frame frame) {
            return part(target.lend(frame), frame);
        }

        private @Nullable Object part(@Nullable Object whole, Frame frame) {
            Object at = index.eval(frame);
            frame.evaluation.read(at);
            return code.apply(Paths.there(whole), at);
        }
    }

    /** The same of a part; not a {@link Part} of its own class, which the JVM would not inline. */
    record PartOfPart(Part target, Code.Part<Object, @Nullable Object> code, Node index) implements Lender {
        @Override
        public @Nullable Object eval(Frame frame) {
            return part(target.eval(frame), frame);
        }

        @Override
        public @Nullable Object lend(Frame frame) {
            return part(target.lend(frame), frame);
        }

        private @Nullable Object part(@Nullable Object whole, Frame frame) {
            Object at = index.eval(frame);
            frame.evaluation.read(at);
            return code.apply(Paths.there(whole), at);
        }
    }
}
