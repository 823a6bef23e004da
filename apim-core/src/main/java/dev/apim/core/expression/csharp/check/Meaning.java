package dev.apim.core.expression.csharp.check;

import dev.apim.core.expression.csharp.syntax.Expr;
import dev.apim.core.expression.csharp.syntax.Span;
import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an expression stands for before it is known what is wanted of it. */
sealed interface Meaning permits Bound, Meaning.OfType, Meaning.OfNamespace, Meaning.OfMethods, Meaning.Untyped {
    /** Where it is written. */
    Span span();

    /** A type, to reach its static members. */
    record OfType(CsType type, Span span) implements Meaning {}

    /** A part of a qualified name. */
    record OfNamespace(String name, Span span) implements Meaning {}

    /**
     * Methods of one name.
     *
     * @param target the object, of instance and extension methods
     * @param owner the type whose members they are, with its type arguments
     */
    record OfMethods(
            @Nullable Bound target,
            CsType owner,
            String name,
            List<Method> methods,
            List<Method> extensions,
            List<CsType> typeArguments,
            Span span)
            implements Meaning {}

    /** What takes its type from where it stands: a lambda, {@code default}, {@code throw}, a tuple of such. */
    record Untyped(Expr expr, Scope scope) implements Meaning {
        @Override
        public Span span() {
            return expr.span();
        }
    }
}
