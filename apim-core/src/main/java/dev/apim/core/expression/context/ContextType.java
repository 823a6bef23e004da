package dev.apim.core.expression.context;

import dev.apim.core.expression.context.ContextMember.Kind;
import dev.apim.core.expression.context.ContextMember.Reader;
import dev.apim.policy.BodyUse;
import dev.apim.policy.Cost;
import dev.apim.policy.Exchange;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A type that expressions know, with all that they may do with its values. Types of one name are the same type to an author; they may
 * differ in the bodies their members read, as {@code IMessageBody} of the request and of the response do. Immutable.
 */
public final class ContextType {
    /** {@code object}: what it is shows when the request runs. */
    public static final ContextType OBJECT = of("object", Object.class);

    /** {@code string}. */
    public static final ContextType STRING = of("string", String.class);

    /** {@code bool}. */
    public static final ContextType BOOL = of("bool", Boolean.class);

    /** {@code int}. */
    public static final ContextType INT = of("int", Integer.class);

    /** {@code DateTime}, an instant in UTC. */
    public static final ContextType DATE_TIME = of("DateTime", java.time.Instant.class);

    /** {@code TimeSpan}. */
    public static final ContextType TIME_SPAN = of("TimeSpan", java.time.Duration.class);

    /** {@code Guid}. */
    public static final ContextType GUID = of("Guid", java.util.UUID.class);

    /** {@code byte[]}. */
    public static final ContextType BYTES = of("byte[]", byte[].class);

    /** {@code string[]}. */
    public static final ContextType STRING_ARRAY = new ContextType("string[]", String[].class, STRING, Map.of(), null);

    /** {@code void}. */
    public static final ContextType VOID = of("void", Void.class);

    private final String name;
    private final Class<?> javaType;
    private final @Nullable ContextType element;
    private final Map<String, ContextMember> members;
    private final @Nullable ContextMember indexer;

    private ContextType(
            String name,
            Class<?> javaType,
            @Nullable ContextType element,
            Map<String, ContextMember> members,
            @Nullable ContextMember indexer) {
        this.name = name;
        this.javaType = javaType;
        this.element = element;
        this.members = members;
        this.indexer = indexer;
    }

    /** A type without members. */
    public static ContextType of(String name, Class<?> javaType) {
        return new ContextType(name, javaType, null, Map.of(), null);
    }

    /** {@code IEnumerable<T>}, a {@link List} in Java. */
    public static ContextType listOf(ContextType element) {
        return new ContextType("IEnumerable<" + element.name + ">", List.class, element, Map.of(), null);
    }

    /** A type whose members are then added. */
    public static <J> Builder<J> type(String name, Class<J> javaType) {
        return new Builder<>(name, javaType);
    }

    /** As C# writes it. */
    public String name() {
        return name;
    }

    /** The class of its values in Java. */
    public Class<?> javaType() {
        return javaType;
    }

    /** What it enumerates, if it is an array or an enumeration. */
    public @Nullable ContextType element() {
        return element;
    }

    /** Its properties and methods, in the order of the reference. */
    public Collection<ContextMember> members() {
        return members.values();
    }

    /** The property or method of exactly this name. */
    public @Nullable ContextMember member(String memberName) {
        return members.get(memberName);
    }

    /** What {@code value[key]} does, if it does anything. */
    public @Nullable ContextMember indexer() {
        return indexer;
    }

    @Override
    public String toString() {
        return name;
    }

    /**
     * Adds members to a type.
     *
     * @param <J> the class of its values in Java
     */
    public static final class Builder<J> {
        private final String name;
        private final Class<J> javaType;
        private final Map<String, ContextMember> members = new LinkedHashMap<>();
        private @Nullable ContextMember indexer;

        private Builder(String name, Class<J> javaType) {
            this.name = name;
            this.javaType = javaType;
        }

        /** A property that is never null and needs its target only. */
        public Builder<J> property(String member, ContextType type, Function<J, Object> reader) {
            return add(member, type, false, plain(reader));
        }

        /** A property that is a whole number and needs its target only. */
        @SuppressWarnings("unchecked") // a member is read of objects of its type only
        public Builder<J> number(String member, ToIntFunction<J> reader) {
            return add(member, INT, false, new ContextMember.Number((ToIntFunction<Object>) (ToIntFunction<?>) reader));
        }

        /** A property that may be null. */
        public Builder<J> nullable(String member, ContextType type, Function<J, @Nullable Object> reader) {
            return add(member, type, true, plain(reader));
        }

        /** The function itself: it casts its argument, as any compiled function of a type does. */
        @SuppressWarnings("unchecked") // a member is read of objects of its type only
        private static <J> ContextMember.Plain plain(Function<J, @Nullable Object> reader) {
            return new ContextMember.Plain((Function<Object, @Nullable Object>) (Function<?, ?>) reader);
        }

        /** A property that needs the exchange and may be null. */
        @SuppressWarnings("unchecked") // a member is read of objects of its type only
        public Builder<J> nullable(String member, ContextType type, BiFunction<J, Exchange, @Nullable Object> reader) {
            BiFunction<Object, Exchange, @Nullable Object> untyped =
                    (BiFunction<Object, Exchange, @Nullable Object>) (BiFunction<?, ?, ?>) reader;
            return add(member, type, true, (target, exchange, none) -> untyped.apply(target, exchange));
        }

        /** A method that reads no body; {@code required} of the parameters must be given. */
        public Builder<J> method(
                String member, ContextType type, int required, List<ContextType> parameters, Reader reader) {
            return add(new ContextMember(
                    member, Kind.METHOD, type, true, parameters, required, BodyUse.NONE, Cost.BOUNDED, reader));
        }

        /** Any property or method. */
        public Builder<J> add(ContextMember member) {
            members.put(member.name(), member);
            return this;
        }

        /** What {@code value[key]} does. */
        public Builder<J> indexer(ContextType key, ContextType type, Reader reader) {
            indexer = new ContextMember(
                    "Item", Kind.INDEXER, type, true, List.of(key), 1, BodyUse.NONE, Cost.BOUNDED, reader);
            return this;
        }

        /** The type. */
        public ContextType build() {
            return new ContextType(name, javaType, null, java.util.Collections.unmodifiableMap(members), indexer);
        }

        private Builder<J> add(String member, ContextType type, boolean nullable, Reader reader) {
            return add(new ContextMember(
                    member, Kind.PROPERTY, type, nullable, List.of(), 0, BodyUse.NONE, Cost.BOUNDED, reader));
        }
    }
}
