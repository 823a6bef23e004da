package dev.apim.core.expression.csharp.check;

import dev.apim.core.expression.csharp.plan.Constant;
import dev.apim.core.expression.csharp.plan.Node;
import dev.apim.core.expression.csharp.syntax.Span;
import dev.apim.core.expression.csharp.type.CsType;
import org.jspecify.annotations.Nullable;

/**
 * A value whose type is known, with the node that computes it.
 *
 * @param isConstant whether it is one in C#'s sense; its node is then a {@link Constant}
 * @param assigned what an assignment to it does; absent of what cannot be assigned
 * @param source what message it leads to, as far as it is known
 */
record Bound(
        CsType type,
        Node node,
        boolean isConstant,
        @Nullable Assigned assigned,
        Source source,
        Span span) implements Meaning {
    /** What an object reached from {@code context} belongs to, to tell which body a reader reads. */
    enum Source {
        /** {@code context} itself. */
        CONTEXT,
        /** The request on its way. */
        REQUEST,
        /** The response on its way. */
        RESPONSE,
        /** Anything else. */
        OTHER
    }

    /** What an assignment does. */
    interface Assigned {
        /** A node that writes the value, converted already, and gives it. */
        Node write(Node value);

        /** The same place, prepared to be read and then written: what leads to it is evaluated once. */
        default Place place() {
            return new Place(null, null, this);
        }
    }

    /**
     * A place to read and write.
     *
     * @param before evaluated first, where something must be
     * @param read in its stead
     */
    record Place(@Nullable Node before, @Nullable Node read, Assigned assigned) {}

    static Bound of(CsType type, Node node, Span span) {
        return new Bound(type, node, false, null, Source.OTHER, span);
    }

    /** Texts of one spelling are one object, C# specification §6.4.5.6. */
    static Bound constant(CsType type, @Nullable Object value, Span span) {
        Object shared = value instanceof String text ? text.intern() : value;
        return new Bound(type, new Constant(shared), true, null, Source.OTHER, span);
    }

    /** The value of a constant. */
    @Nullable
    Object value() {
        return ((Constant) node).value();
    }

    Bound at(Span other) {
        return new Bound(type, node, isConstant, assigned, source, other);
    }

    Bound from(Source other) {
        return new Bound(type, node, isConstant, assigned, other, span);
    }

    Bound assignable(Assigned how) {
        return new Bound(type, node, isConstant, how, source, span);
    }
}
