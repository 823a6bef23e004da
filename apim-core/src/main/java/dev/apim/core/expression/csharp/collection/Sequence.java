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

    private final Supplier<CsType> type;
    private final String operator;
    private final Supplier<Pull> pass;
    private final IntSupplier size;

    /**
     * A sequence.
     *
     * @param type {@code IEnumerable<T>}
     * @param operator what made it
     * @param size how many elements it is sure to have, without going over it; negative when that cannot be told
     */
    public Sequence(CsType type, String operator, Supplier<Pull> pass, IntSupplier size) {
        this(() -> type, operator, pass, size);
    }

    /** The same, whose type is made when somebody asks for it: hardly anybody does. */
    Sequence(Supplier<CsType> type, String operator, Supplier<Pull> pass, IntSupplier size) {
        this.type = type;
        this.operator = operator;
        this.pass = pass;
        this.size = size;
    }

    int size() {
        return size.getAsInt();
    }

    @Override
    public CsType type() {
        return type.get();
    }

    @Override
    public Iterator<@Nullable Object> iterator() {
        return new Pass(pass);
    }

    /** Much like the name of .NET's class that nobody is meant to see. */
    @Override
    public String toString() {
        return "System.Linq.Enumerable+" + operator + "Iterator`1"
                + type().arguments().stream().map(CsType::fullName).collect(Collectors.joining(",", "[", "]"));
    }
}
