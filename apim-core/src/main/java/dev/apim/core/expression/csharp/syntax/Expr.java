package dev.apim.core.expression.csharp.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression as it is written. Parentheses leave no node. Immutable. */
public sealed interface Expr {
    /** Where it is written. */
    Span span();

    /**
     * A literal.
     *
     * @param value a {@code String}, {@code Character}, {@code Boolean}, {@code Integer}, {@code Long}, {@code Float}, {@code Double},
     *     {@code BigDecimal}, {@code UInt32}, {@code UInt64} or null
     */
    record Literal(Span span, @Nullable Object value) implements Expr {}

    /** {@code $"…{hole,alignment:format}…"}; a part is a {@link Text} or a {@link Hole}. */
    record Interpolated(Span span, List<InterpolatedPart> parts) implements Expr {}

    /** A part of an interpolated string. */
    sealed interface InterpolatedPart {}

    /** Text of an interpolated string, unescaped. */
    record Text(String text) implements InterpolatedPart {}

    /** A hole of an interpolated string. */
    record Hole(
            Span span,
            Expr value,
            @Nullable Expr alignment,
            @Nullable String format) implements InterpolatedPart {}

    /** A simple name, with type arguments where they are written. */
    record Name(Span span, String name, List<TypeSyntax> typeArguments) implements Expr {}

    /** A keyword or otherwise unmistakable type in the place of an expression: {@code string} in {@code string.Join}. */
    record TypeName(Span span, TypeSyntax type) implements Expr {}

    /** {@code target.name<…>}. */
    record Member(Span span, Expr target, String name, Span nameSpan, List<TypeSyntax> typeArguments) implements Expr {}

    /** {@code target?.access} or {@code target?[…]access}: {@code access} is a chain that begins at a {@link Receiver}. */
    record ConditionalAccess(Span span, Expr target, Expr access) implements Expr {}

    /** What stands before the {@code ?.} of the innermost enclosing {@link ConditionalAccess}. */
    record Receiver(Span span) implements Expr {}

    /** {@code target[arguments]}. */
    record Element(Span span, Expr target, List<Argument> arguments) implements Expr {}

    /** {@code target(arguments)}. */
    record Invocation(Span span, Expr target, List<Argument> arguments) implements Expr {}

    /**
     * An argument.
     *
     * @param name of a named argument
     * @param mode how it is passed
     */
    record Argument(Span span, @Nullable String name, Mode mode, Expr value) {
        /** How an argument is passed. */
        public enum Mode {
            /** By value. */
            VALUE,
            /** {@code out x}, {@code out var x}. */
            OUT,
            /** {@code ref x}. */
            REF
        }
    }

    /** {@code var x}, {@code int x} behind {@code out}, or within a deconstruction; the name is {@code _} for a discard. */
    record Declaration(Span span, TypeSyntax type, String name) implements Expr {}

    /** {@code var (a, b)} on the left of an assignment. */
    record DeconstructionDeclaration(Span span, List<Expr> elements) implements Expr {}

    /** {@code + - ! ~} before an operand. */
    record Unary(Span span, String operator, Expr operand) implements Expr {}

    /** {@code ++ --}. */
    record Step(Span span, Expr operand, boolean increment, boolean prefix) implements Expr {}

    /** Two operands and an operator: arithmetic, shifts, comparisons, equality, bitwise, {@code && || ??}. */
    record Binary(Span span, String operator, Span operatorSpan, Expr left, Expr right) implements Expr {}

    /** {@code operand is pattern}. */
    record Is(Span span, Expr operand, Pattern pattern) implements Expr {}

    /** {@code operand as type}. */
    record As(Span span, Expr operand, TypeSyntax type) implements Expr {}

    /** {@code (type)operand}. */
    record Cast(Span span, TypeSyntax type, Expr operand) implements Expr {}

    /** {@code condition ? whenTrue : whenFalse}. */
    record Conditional(Span span, Expr condition, Expr whenTrue, Expr whenFalse) implements Expr {}

    /**
     * {@code target = value}, {@code target += value}.
     *
     * @param operator empty for a plain assignment, else the operator without its {@code =}
     */
    record Assignment(Span span, String operator, Expr target, Expr value) implements Expr {}

    /**
     * A lambda or an anonymous method.
     *
     * @param body an {@link Expr} or a {@link Stmt.Block}; exactly one of the two is there
     */
    record Lambda(
            Span span, List<Parameter> parameters, @Nullable Expr expression, Stmt.@Nullable Block body)
            implements Expr {}

    /**
     * A parameter of a lambda or a local function.
     *
     * @param type absent where it is inferred
     * @param value the default, of a local function's
     */
    record Parameter(
            Span span,
            @Nullable TypeSyntax type,
            String name,
            Argument.Mode mode,
            boolean isParams,
            @Nullable Expr value) {}

    /** {@code new Type(arguments) { initializer }}. */
    record Creation(
            Span span,
            TypeSyntax type,
            List<Argument> arguments,
            @Nullable Initializer initializer) implements Expr {}

    /**
     * What stands in braces behind a creation.
     *
     * @param elements of a collection initializer; each the arguments of one {@code Add}
     * @param members of an object initializer
     */
    record Initializer(Span span, List<List<Expr>> elements, List<MemberInitializer> members) {}

    /**
     * {@code name = value} or {@code [index] = value} of an object initializer.
     *
     * @param name absent of an indexer's
     * @param value absent where braces follow
     */
    record MemberInitializer(
            Span span,
            @Nullable String name,
            List<Expr> index,
            @Nullable Expr value,
            @Nullable Initializer initializer) {}

    /**
     * {@code new T[size]}, {@code new T[] {…}}, {@code new[] {…}} or, as an initializer, {@code {…}}.
     *
     * @param type of the whole array; absent where the elements tell it
     * @param sizes of its dimensions, empty where the elements tell them
     * @param elements an element may be an {@link ArrayCreation} without a type: braces within braces
     */
    record ArrayCreation(
            Span span,
            @Nullable TypeSyntax type,
            List<Expr> sizes,
            @Nullable List<Expr> elements) implements Expr {}

    /** {@code new { a, b = 1 }}. */
    record Anonymous(Span span, List<AnonymousMember> members) implements Expr {}

    /** One member; its name is the last identifier of the value where none is written. */
    record AnonymousMember(Span span, @Nullable String name, Expr value) {}

    /** {@code (a, name: b)}. */
    record Tuple(Span span, List<TupleElement> elements) implements Expr {}

    /** One element of a tuple. */
    record TupleElement(@Nullable String name, Expr value) {}

    /** {@code default(T)}, {@code default}. */
    record Default(Span span, @Nullable TypeSyntax type) implements Expr {}

    /** {@code nameof(x.y)}. */
    record NameOf(Span span, Expr argument) implements Expr {}

    /** {@code typeof(T)}: known, to be refused. */
    record TypeOf(Span span, TypeSyntax type) implements Expr {}

    /** {@code checked(x)}, {@code unchecked(x)}. */
    record Checked(Span span, boolean isChecked, Expr operand) implements Expr {}

    /** {@code throw x} in the place of an expression. */
    record Throw(Span span, Expr exception) implements Expr {}

    /** {@code from x in source … select y}. */
    record Query(Span span, List<QueryClause> clauses) implements Expr {}

    /** A clause of a query. */
    sealed interface QueryClause {
        /** Where it is written. */
        Span span();
    }

    /** {@code from type name in source}. */
    record From(Span span, @Nullable TypeSyntax type, String name, Expr source) implements QueryClause {}

    /** {@code let name = value}. */
    record Let(Span span, String name, Expr value) implements QueryClause {}

    /** {@code where condition}. */
    record Where(Span span, Expr condition) implements QueryClause {}

    /** {@code join type name in source on left equals right into group}. */
    record Join(
            Span span,
            @Nullable TypeSyntax type,
            String name,
            Expr source,
            Expr left,
            Expr right,
            @Nullable String into)
            implements QueryClause {}

    /** {@code orderby a, b descending}. */
    record OrderBy(Span span, List<Ordering> orderings) implements QueryClause {}

    /** One key of an {@code orderby}. */
    record Ordering(Expr key, boolean descending) {}

    /** {@code select value}. */
    record Select(Span span, Expr value) implements QueryClause {}

    /** {@code group value by key}. */
    record GroupBy(Span span, Expr value, Expr key) implements QueryClause {}

    /** {@code into name}: the clauses behind it query what came before. */
    record Into(Span span, String name) implements QueryClause {}

    /** {@code {{name}}} of a document that is read without its named values: anything may stand there. */
    record Placeholder(Span span, String name) implements Expr {}

    /** {@code body} with names that are members of a variable; no author writes it, queries are made of it. */
    record Carried(Span span, String carrier, List<String> names, Expr body) implements Expr {}

    /** Stands where no expression could be read; the mistake is reported. */
    record Missing(Span span) implements Expr {}
}
