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

    /**
     * A call.
     *
     * @param evaluation whose budget it uses
     * @param types the type arguments: first of the type it belongs to, then its own
     */
    record Call(Evaluation evaluation, List<CsType> types) {}
}
