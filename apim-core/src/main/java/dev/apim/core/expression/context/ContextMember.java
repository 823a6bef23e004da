package dev.apim.core.expression.context;

import dev.apim.policy.BodyUse;
import dev.apim.policy.Cost;
import dev.apim.policy.Exchange;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * One property, method or indexer of a {@link ContextType}. Immutable.
 *
 * @param name as C# writes it
 * @param kind how it is used
 * @param type of its result
 * @param nullable whether its result may be null
 * @param parameters it takes, in order
 * @param required how many of them must be given
 * @param bodyUse the message bodies it reads
 * @param cost of using it
 * @param reader what it does
 */
public record ContextMember(
        String name,
        Kind kind,
        ContextType type,
        boolean nullable,
        List<ContextType> parameters,
        int required,
        BodyUse bodyUse,
        Cost cost,
        Reader reader) {
    /** How a member is used. */
    public enum Kind {
        /** {@code target.Name}. */
        PROPERTY,
        /** {@code target.Name(…)}. */
        METHOD,
        /** {@code target[…]}. */
        INDEXER
    }

    /** What a member does. Stateless; it runs on the lane of the exchange, or in its stead. */
    @FunctionalInterface
    public interface Reader {
        /**
         * Reads the member.
         *
         * @param target the object it belongs to, an instance of its type's {@link ContextType#javaType()}
         * @param arguments between {@link ContextMember#required()} and the number of parameters, each of its parameter's Java type or
         *     null
         * @throws dev.apim.policy.ExpressionException with .NET's message where .NET throws
         */
        @Nullable
        Object read(Object target, Exchange exchange, @Nullable Object[] arguments);
    }

    /**
     * A property that needs its target only.
     *
     * @param function that reads it
     */
    public record Plain(Function<Object, @Nullable Object> function) implements Reader {
        /** Reads it. */
        public @Nullable Object read(Object target) {
            return function.apply(target);
        }

        @Override
        public @Nullable Object read(Object target, Exchange exchange, @Nullable Object[] arguments) {
            return function.apply(target);
        }
    }

    /**
     * A whole number that needs its target only.
     *
     * @param function that reads it
     */
    public record Number(ToIntFunction<Object> function) implements Reader {
        @Override
        public Object read(Object target, Exchange exchange, @Nullable Object[] arguments) {
            return function.applyAsInt(target);
        }
    }

    private static final @Nullable Object[] NO_ARGUMENTS = new Object[0];

    /** Reads a property. */
    public @Nullable Object read(Object target, Exchange exchange) {
        return reader.read(target, exchange, NO_ARGUMENTS);
    }

    /** Reads a property, method or indexer with arguments. */
    public @Nullable Object read(Object target, Exchange exchange, @Nullable Object... arguments) {
        return reader.read(target, exchange, arguments);
    }

    /** The name, with its parameters' types where it takes some. */
    @Override
    public String toString() {
        if (kind == Kind.PROPERTY) {
            return name;
        }
        String types =
                String.join(", ", parameters.stream().map(ContextType::name).toList());
        return kind == Kind.METHOD ? name + "(" + types + ")" : "[" + types + "]";
    }
}
