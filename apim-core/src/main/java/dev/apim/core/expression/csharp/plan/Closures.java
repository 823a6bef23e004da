package dev.apim.core.expression.csharp.plan;

import dev.apim.core.expression.csharp.value.Delegate;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.Evaluation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lambdas and local functions. */
public final class Closures {
    private static final Object[] NO_CELLS = new Object[0];

    private Closures() {}

    /**
     * A variable of an enclosing function that an inner one uses: both read and write one cell.
     *
     * @param outer where it is
     * @param inner where the function has it
     */
    public record Capture(Variable outer, Variable inner) {}

    /**
     * What a function is made of.
     *
     * @param slots of its frame; read when a closure is called, since checking the body adds to them
     */
    public record Function(
            List<Variable> parameters, List<Capture> captures, java.util.function.IntSupplier slots, Node body) {}

    /** Makes a closure of a function. */
    public static Node create(Function function) {
        return frame -> {
            Object[] cells = function.captures.isEmpty() ? NO_CELLS : new Object[function.captures.size()];
            for (int i = 0; i < cells.length; i++) {
                Variable outer = function.captures.get(i).outer;
                if (frame.locals[outer.slot] == null) {
                    Variables.begin(frame, outer, null);
                }
                cells[i] = java.util.Objects.requireNonNull(frame.locals[outer.slot]);
            }
            return new Closure(function, frame.evaluation, cells, function.slots.getAsInt());
        };
    }

    /**
     * Makes the closures of a block's local functions, so that they may call each other and be called before they are written.
     *
     * @param firstSlot of the block: what they take from it begins anew each time the block does
     */
    public static Action hoist(List<Variable> variables, List<Function> functions, int firstSlot) {
        return new Action(frame -> {
            for (Function function : functions) {
                for (Capture capture : function.captures) {
                    if (capture.outer.slot >= firstSlot) {
                        frame.locals[capture.outer.slot] = null;
                    }
                }
            }
            for (int i = 0; i < functions.size(); i++) {
                Variables.store(
                        frame, variables.get(i), create(functions.get(i)).eval(frame));
            }
            return Flow.NEXT;
        });
    }

    /** A delegate whose first argument is known already. */
    public static Node bound(Node delegate, Node first) {
        return frame -> {
            Delegate called = (Delegate) Arithmetic.required(delegate.eval(frame));
            Object object = first.eval(frame);
            if (object == null) {
                throw DotNetException.nullReference();
            }
            return (Delegate) arguments -> {
                @Nullable Object[] all = new Object[arguments.length + 1];
                all[0] = object;
                System.arraycopy(arguments, 0, all, 1, arguments.length);
                return called.call(all);
            };
        };
    }

    /** Calls a delegate. */
    public static Node invoke(Node delegate, Node[] arguments) {
        return frame -> {
            Object called = delegate.eval(frame);
            @Nullable Object[] values = new Object[arguments.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = arguments[i].eval(frame);
            }
            if (called == null) {
                throw DotNetException.nullReference();
            }
            return delegate(called, values.length).call(values);
        };
    }

    /** What was found to be called: of something dynamic it is only known now whether it can be. */
    private static Delegate delegate(Object called, int arguments) {
        if (!(called instanceof Delegate delegate)) {
            throw unbound("Cannot invoke a non-delegate type");
        }
        if (called instanceof Closure closure && closure.function.parameters.size() != arguments) {
            throw unbound("The delegate does not take " + arguments + " arguments");
        }
        return delegate;
    }

    private static DotNetException unbound(String message) {
        return new DotNetException("Microsoft.CSharp.RuntimeBinder.RuntimeBinderException", message);
    }

    /** One frame serves call after call; one that is called while it is called takes another. Touched by one thread at a time. */
    private static final class Closure implements Delegate {
        private final Function function;
        private final Evaluation evaluation;
        private final Object[] cells;
        private final int slots;
        private @Nullable Frame spare;

        Closure(Function function, Evaluation evaluation, Object[] cells, int slots) {
            this.function = function;
            this.evaluation = evaluation;
            this.cells = cells;
            this.slots = slots;
        }

        @Override
        public @Nullable Object call(@Nullable Object... arguments) {
            evaluation.enter();
            try {
                Frame frame = begin();
                List<Variable> parameters = function.parameters;
                for (int i = 0; i < parameters.size(); i++) {
                    bind(frame, parameters.get(i), arguments[i]);
                }
                return end(frame, function.body.eval(frame));
            } finally {
                evaluation.leave();
            }
        }

        @Override
        public @Nullable Object call(@Nullable Object argument) {
            if (function.parameters.size() != 1) {
                return call(new @Nullable Object[] {argument});
            }
            evaluation.enter();
            try {
                Frame frame = begin();
                bind(frame, function.parameters.get(0), argument);
                return end(frame, function.body.eval(frame));
            } finally {
                evaluation.leave();
            }
        }

        private Frame begin() {
            Frame frame = spare == null ? new Frame(evaluation, slots) : spare;
            spare = null;
            for (int i = 0; i < cells.length; i++) {
                frame.locals[function.captures.get(i).inner.slot] = cells[i];
            }
            return frame;
        }

        private @Nullable Object end(Frame frame, @Nullable Object result) {
            frame.clear();
            spare = frame;
            return result;
        }

        /** What is passed by out or ref comes as its cell. */
        private static void bind(Frame frame, Variable parameter, @Nullable Object argument) {
            if (argument instanceof dev.apim.core.expression.csharp.value.Ref) {
                frame.locals[parameter.slot] = argument;
            } else {
                Variables.begin(frame, parameter, argument);
            }
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }

        @Override
        public String toString() {
            return "System.Func";
        }
    }
}
