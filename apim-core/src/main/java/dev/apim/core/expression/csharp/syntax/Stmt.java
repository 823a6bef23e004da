package dev.apim.core.expression.csharp.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement as it is written. Immutable. */
public sealed interface Stmt {
    /** Where it is written. */
    Span span();

    /** {@code { … }}. */
    record Block(Span span, List<Stmt> statements) implements Stmt {}

    /** {@code type a = 1, b;}. */
    record Local(Span span, TypeSyntax type, boolean isConst, List<Declarator> declarators) implements Stmt {}

    /** One variable of a declaration. */
    record Declarator(Span span, String name, @Nullable Expr value) {}

    /** An expression for what it does. */
    record Expression(Span span, Expr expression) implements Stmt {}

    /** {@code if … else …}. */
    record If(
            Span span, Expr condition, Stmt then, @Nullable Stmt otherwise) implements Stmt {}

    /** {@code while}. */
    record While(Span span, Expr condition, Stmt body) implements Stmt {}

    /** {@code do … while}. */
    record DoWhile(Span span, Stmt body, Expr condition) implements Stmt {}

    /** {@code for}. */
    record For(Span span, List<Stmt> initializers, @Nullable Expr condition, List<Expr> iterators, Stmt body)
            implements Stmt {}

    /**
     * {@code foreach (type name in source)}.
     *
     * @param variable a {@link Expr.Declaration} or a deconstruction
     */
    record ForEach(Span span, Expr variable, Expr source, Stmt body) implements Stmt {}

    /** {@code switch}. */
    record Switch(Span span, Expr value, List<Section> sections) implements Stmt {}

    /** Labels with the statements they lead to. */
    record Section(Span span, List<Label> labels, List<Stmt> statements) {}

    /**
     * {@code case pattern when condition:}.
     *
     * @param pattern absent of {@code default:}
     */
    record Label(
            Span span, @Nullable Pattern pattern, @Nullable Expr when) {}

    /** {@code break;}. */
    record Break(Span span) implements Stmt {}

    /** {@code continue;}. */
    record Continue(Span span) implements Stmt {}

    /** {@code return value;}. */
    record Return(Span span, @Nullable Expr value) implements Stmt {}

    /** {@code throw exception;}; without one, what was caught is thrown again. */
    record Throw(Span span, @Nullable Expr exception) implements Stmt {}

    /** {@code try}. */
    record Try(
            Span span,
            Block body,
            List<Catch> catches,
            @Nullable Block finallyBlock) implements Stmt {}

    /** {@code catch (type name) when (condition)}. */
    record Catch(
            Span span,
            @Nullable TypeSyntax type,
            @Nullable String name,
            @Nullable Expr when,
            Block body) {}

    /**
     * {@code using (resource)}.
     *
     * @param resource a {@link Local} or an {@link Expression}
     */
    record Using(Span span, Stmt resource, Stmt body) implements Stmt {}

    /** {@code checked { … }}, {@code unchecked { … }}. */
    record Checked(Span span, boolean isChecked, Block body) implements Stmt {}

    /**
     * A local function.
     *
     * @param body a {@link Block}, or a {@link Return} or {@link Expression} for {@code =>}
     */
    record LocalFunction(
            Span span,
            TypeSyntax returnType,
            String name,
            List<String> typeParameters,
            List<Expr.Parameter> parameters,
            Stmt body)
            implements Stmt {}

    /** {@code ;}. */
    record Empty(Span span) implements Stmt {}
}
