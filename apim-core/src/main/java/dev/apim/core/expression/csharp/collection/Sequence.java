package dev.apim.core.expression.csharp.collection;

import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.Typed;
import java.util.Iterator;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A sequence made anew, element by element, each time it is gone over: what LINQ's operators give. */
public final class Sequence implements Iterable<@Nullable Object>, Typed {
    /** What tells that the size is not known. */
    public static final IntSupplier UNKNOWN = () -> -1;

    private final String operator;
    private final Source source;

    /** What a sequence is made of: it begins its passes. */
    interface Source extends Supplier<Pull> {
        /** {@code IEnumerable<T>}; hardly anybody asks. */
        CsType type();

        /** How many elements it is sure to have, negative when that cannot be told. */
        int size();
    }

    private record Made(CsType type, Supplier<Pull> pass, IntSupplier atLeast) implements Source {
        @Override
        public Pull get() {
            return pass.get();
        }

        @Override
        public int size() {
            return atLeast.getAsInt();
        }
    }

    /**
     * A sequence.
     *
     * @param type {@code IEnumerable<T>}
     * @param operator what made it
     * @param size how many elements it is sure to have, without going over it; negative when that cannot be told
     */
    public Sequence(CsType type, String operator, Supplier<Pull> pass, IntSupplier size) {
        this(operator, new Made(type, pass, size));
    }

    Sequence(String operator, Source source) {
        this.operator = operator;
        this.source = source;
    }

    int size() {
        return source.size();
    }

    @Override
    public CsType type() {
        return source.type();
    }

    @Override
    public Iterator<@Nullable Object> iterator() {
        return new Pass(source);
    }

    /** Much like the name of .NET's class that nobody is meant to see. */
    @Override
    public String toString() {
        return "System.Linq.Enumerable+" + operator + "Iterator`1"
                + type().arguments().stream().map(CsType::fullName).collect(Collectors.joining(",", "[", "]"));
    }
}
