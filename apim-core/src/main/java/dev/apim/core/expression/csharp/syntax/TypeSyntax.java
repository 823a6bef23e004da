package dev.apim.core.expression.csharp.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A type as it is written. Immutable. */
public sealed interface TypeSyntax {
    /** Where it is written. */
    Span span();

    /**
     * A name, perhaps qualified: {@code string}, {@code var}, {@code System.Collections.Generic.List<int>}.
     *
     * @param parts at least one, from the outermost
     */
    record Named(Span span, List<Part> parts) implements TypeSyntax {
        /** Whether it is this one identifier, without type arguments. */
        public boolean is(String identifier) {
            return parts.size() == 1
                    && parts.get(0).arguments().isEmpty()
                    && parts.get(0).name().equals(identifier);
        }
    }

    /** One identifier of a name with its type arguments. */
    record Part(Span span, String name, List<TypeSyntax> arguments) {}

    /** {@code T[]}, {@code T[,]}. */
    record Array(Span span, TypeSyntax element, int rank) implements TypeSyntax {}

    /** {@code T?}. */
    record Optional(Span span, TypeSyntax element) implements TypeSyntax {}

    /** {@code (int a, string)}. */
    record Tuple(Span span, List<Element> elements) implements TypeSyntax {}

    /** One element of a tuple's type. */
    record Element(TypeSyntax type, @Nullable String name) {}
}
