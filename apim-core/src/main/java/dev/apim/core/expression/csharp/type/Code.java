package dev.apim.core.expression.csharp.type;

import dev.apim.core.expression.csharp.value.Evaluation;
import dev.apim.policy.Exchange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a member of the table does. The object an instance member belongs to is the first argument and never null. Other arguments are
 * of their parameter's class, as {@link dev.apim.core.expression.csharp.value.Values} tells, and may be null where the C# type allows it.
 * A method without a result returns null. .NET's exceptions are thrown as
 * {@link dev.apim.core.expression.csharp.value.DotNetException}. Stateless; it must end soon, or count its steps.
 */
public sealed interface Code {
    /** Without arguments. */
    non-sealed interface F0 extends Code {
        /** Does it. */
        @Nullable
        Object apply();
    }

    /** With one argument. */
    non-sealed interface F1<A extends @Nullable Object> extends Code {
        /** Does it. */
        @Nullable
        Object apply(A a);
    }

    /** With one argument, giving an {@code int} that need not be boxed. */
    @FunctionalInterface
    interface ToInt<A extends @Nullable Object> extends F1<A> {
        /** Does it. */
        int int32(A a);

        @Override
        default Object apply(A a) {
            return int32(a);
        }
    }

    /** With two. */
    non-sealed interface F2<A extends @Nullable Object, B extends @Nullable Object> extends Code {
        /** Does it. */
        @Nullable
        Object apply(A a, B b);
    }

    /** With three. */
    non-sealed interface F3<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object>
            extends Code {
        /** Does it. */
        @Nullable
        Object apply(A a, B b, C c);
    }

    /** With four. */
    non-sealed interface F4<
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object>
            extends Code {
        /** Does it. */
        @Nullable
        Object apply(A a, B b, C c, D d);
    }

    /** A property that needs the exchange it is read for. */
    non-sealed interface OfExchange extends Code {
        /** Reads it. */
        @Nullable
        Object apply(Object self, Exchange exchange);
    }

    /** Made when a call of it is planned, for the type arguments that the call has. */
    non-sealed interface Generic extends Code {
        /**
         * What the call does.
         *
         * @param types the type arguments: first of the type it belongs to, then its own
         */
        Code of(List<CsType> types);
    }

    /** With any number of them, the evaluation and the type arguments. */
    non-sealed interface Full extends Code {
        /** Does it. */
        @Nullable
        Object apply(Call call, @Nullable Object[] arguments);
    }

    /** With two arguments and the evaluation, which it counts on; neither a {@link Call} nor an array is made for it. */
    @FunctionalInterface
    interface Counted2<A extends @Nullable Object, B extends @Nullable Object> extends Full {
        /** Does it. */
        @Nullable
        Object apply(Evaluation evaluation, A a, B b);

        @Override
        @SuppressWarnings("unchecked") // the checker made the arguments fit
        default @Nullable Object apply(Call call, @Nullable Object[] arguments) {
            return apply(call.evaluation(), (A) arguments[0], (B) arguments[1]);
        }
    }

    /** Marks one that neither changes nor keeps its first argument, nor gives a part of it that can be changed. */
    interface Reading {}

    /** One of two arguments that gives a copy of its own, and can lend the original to who is {@link Reading}. */
    interface Lending extends Full {
        /** The original, of its object and what more it is given. */
        @Nullable
        Object lend(Call call, Object self, @Nullable Object argument);
    }

    /** An indexer that gives a part of its object. */
    @FunctionalInterface
    interface Part<A extends @Nullable Object, B extends @Nullable Object> extends F2<A, B> {}

    /**
     * A call.
     *
     * @param evaluation whose budget it uses
     * @param types the type arguments: first of the type it belongs to, then its own
     */
    record Call(Evaluation evaluation, List<CsType> types) {}
}
