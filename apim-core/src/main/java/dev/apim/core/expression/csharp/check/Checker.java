package dev.apim.core.expression.csharp.check;

import dev.apim.core.expression.csharp.collection.Defaults;
import dev.apim.core.expression.csharp.syntax.Expr;
import dev.apim.core.expression.csharp.syntax.Span;
import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import dev.apim.core.expression.csharp.type.TypeTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what each part of an expression means: names, types, overloads, conversions. It is the hub of the rules, each kind of
 * expression having its own; they come back to it for their parts. For one expression, by one thread.
 */
final class Checker {
    private final TypeTable table;
    private final Report report;
    private final Relations relations;
    private final ConversionRules rules;
    private final TypeNames typeNames;
    private final DynamicBinding dynamic;
    private final Overloads overloads = new Overloads(this);
    private final NameRules names = new NameRules(this);
    private final MemberRules members = new MemberRules(this);
    private final CallRules calls = new CallRules(this);
    private final ElementRules elements = new ElementRules(this);
    private final OperatorRules operators = new OperatorRules(this);
    private final ChoiceRules choices = new ChoiceRules(this);
    private final AssignmentRules assignments = new AssignmentRules(this);
    private final CreationRules creations = new CreationRules(this);
    private final LambdaRules lambdas = new LambdaRules(this);
    private final PatternRules patterns = new PatternRules(this);
    private final TextRules texts = new TextRules(this);
    private final QueryRules queries = new QueryRules(this);
    private final StatementRules statements = new StatementRules(this);
    private final TupleNames tupleNames;
    private final Footprint footprint = new Footprint();
    private Overflow overflow = Overflow.BY_DEFAULT;

    Checker(TypeTable table, Relations relations, Report report, DynamicBinding dynamic) {
        this.table = table;
        this.report = report;
        this.dynamic = dynamic;
        this.relations = relations;
        this.rules = new ConversionRules(table, relations, dynamic);
        this.tupleNames = new TupleNames(table);
        this.typeNames = new TypeNames(table, tupleNames, report);
    }

    TypeTable table() {
        return table;
    }

    Report report() {
        return report;
    }

    Relations relations() {
        return relations;
    }

    ConversionRules rules() {
        return rules;
    }

    TypeNames typeNames() {
        return typeNames;
    }

    DynamicBinding dynamic() {
        return dynamic;
    }

    Overloads overloads() {
        return overloads;
    }

    MemberRules members() {
        return members;
    }

    CallRules calls() {
        return calls;
    }

    ElementRules elements() {
        return elements;
    }

    OperatorRules operators() {
        return operators;
    }

    ChoiceRules choices() {
        return choices;
    }

    AssignmentRules assignments() {
        return assignments;
    }

    LambdaRules lambdas() {
        return lambdas;
    }

    PatternRules patterns() {
        return patterns;
    }

    StatementRules statements() {
        return statements;
    }

    Footprint footprint() {
        return footprint;
    }

    TupleNames tupleNames() {
        return tupleNames;
    }

    /** What happens where a whole number grows too large. */
    enum Overflow {
        /** It wraps round; in constants it is an error. */
        BY_DEFAULT,
        /** It is an exception; in constants an error. */
        CHECKED,
        /** It wraps round, in constants too. */
        UNCHECKED
    }

    boolean isChecked() {
        return overflow == Overflow.CHECKED;
    }

    /** Whether constants must fit. */
    boolean checksConstants() {
        return overflow != Overflow.UNCHECKED;
    }

    /** Goes on with another way to treat overflow; gives what it was. */
    Overflow onOverflow(Overflow next) {
        Overflow before = overflow;
        overflow = next;
        return before;
    }

    CsType type(String name) {
        return table.get(name);
    }

    /** What an expression stands for. */
    Meaning meaning(Expr expr, Scope scope) {
        return footprint.found(expr, found(expr, scope));
    }

    private Meaning found(Expr expr, Scope scope) {
        if (expr instanceof Expr.Name || expr instanceof Expr.TypeName || expr instanceof Expr.Member) {
            return names.taken(expr, scope);
        }
        if (expr instanceof Expr.Lambda || expr instanceof Expr.Throw) {
            return new Meaning.Untyped(expr, scope);
        }
        if (expr instanceof Expr.Default literal && literal.type() == null) {
            return new Meaning.Untyped(expr, scope);
        }
        if (expr instanceof Expr.Conditional choice) {
            return choices.conditional(choice, scope);
        }
        if (expr instanceof Expr.Tuple tuple) {
            return creations.tuple(tuple, scope);
        }
        return bound(expr, scope);
    }

    /** Braces as an array of a type. */
    Bound array(Expr.ArrayCreation braces, Scope scope, CsType type) {
        return creations.array(braces, scope, type);
    }

    /** What is called. */
    Meaning callee(Expr expr, Scope scope) {
        return expr instanceof Expr.Name ? names.meaning(expr, scope) : meaning(expr, scope);
    }

    /** A member of what its target stands for, which is then called: a property that cannot be gives way to a method. */
    Meaning called(Meaning target, Expr.Member member) {
        return names.member(target, member, true);
    }

    private Bound bound(Expr expr, Scope scope) {
        if (expr instanceof Expr.Literal literal) {
            return texts.literal(literal);
        }
        if (expr instanceof Expr.Interpolated text) {
            return texts.interpolated(text, scope);
        }
        if (expr instanceof Expr.NameOf nameOf) {
            return texts.nameOf(nameOf, scope);
        }
        if (expr instanceof Expr.Invocation invocation) {
            return calls.invocation(invocation, scope);
        }
        if (expr instanceof Expr.Element element) {
            return elements.element(element, scope);
        }
        if (expr instanceof Expr.ConditionalAccess access) {
            return members.conditionalAccess(access, scope);
        }
        if (expr instanceof Expr.Receiver) {
            return members.receiver();
        }
        if (expr instanceof Expr.Assignment assignment) {
            return assignments.assignment(assignment, scope);
        }
        if (expr instanceof Expr.Step step) {
            return assignments.step(step, scope);
        }
        if (expr instanceof Expr.Query query) {
            return queries.query(query, scope);
        }
        return operatorOrCreation(expr, scope);
    }

    private Bound operatorOrCreation(Expr expr, Scope scope) {
        if (expr instanceof Expr.Unary unary) {
            return operators.unary(unary, scope);
        }
        if (expr instanceof Expr.Binary binary) {
            return operators.binary(binary, scope);
        }
        if (expr instanceof Expr.Cast cast) {
            return choices.cast(cast, scope);
        }
        if (expr instanceof Expr.As as) {
            return choices.as(as, scope);
        }
        if (expr instanceof Expr.Is is) {
            return patterns.is(is, scope);
        }
        if (expr instanceof Expr.Checked checked) {
            Overflow before = onOverflow(checked.isChecked() ? Overflow.CHECKED : Overflow.UNCHECKED);
            Bound inner = value(checked.operand(), scope);
            onOverflow(before);
            return inner;
        }
        if (expr instanceof Expr.Creation creation) {
            return creations.object(creation, scope);
        }
        if (expr instanceof Expr.ArrayCreation array) {
            return creations.array(array, scope, null);
        }
        if (expr instanceof Expr.Anonymous anonymous) {
            return creations.anonymous(anonymous, scope);
        }
        if (expr instanceof Expr.Default known && known.type() != null) {
            return defaultOf(typeNames.resolve(known.type()), known.span());
        }
        return expr instanceof Expr.Carried carried ? queries.carried(carried, scope) : refused(expr);
    }

    private Bound refused(Expr expr) {
        if (expr instanceof Expr.TypeOf) {
            report.error(expr.span(), "'typeof' is not available in policy expressions: nothing may look into types");
        } else if (expr instanceof Expr.Declaration || expr instanceof Expr.DeconstructionDeclaration) {
            report.error(expr.span(), "a variable cannot be declared here");
        }
        return unknown(expr.span());
    }

    /** A value of whatever type it has on its own. */
    Bound value(Expr expr, Scope scope) {
        return value(meaning(expr, scope));
    }

    /** What a meaning is worth as a value of its own type. */
    Bound value(Meaning meaning) {
        if (meaning instanceof Bound bound) {
            return bound;
        }
        if (meaning instanceof Meaning.Untyped untyped && untyped.expr() instanceof Expr.Throw thrown) {
            return Bound.of(table.unknown(), lambdas.throwing(thrown, untyped.scope()), thrown.span());
        }
        if (!(meaning instanceof Meaning.OfType type && type.type().is(Kind.UNKNOWN))) {
            report.error(meaning.span(), noValue(meaning));
        }
        return unknown(meaning.span());
    }

    private static String noValue(Meaning meaning) {
        if (meaning instanceof Meaning.OfType type) {
            return "'" + type.type() + "' is a type, expected a value";
        }
        if (meaning instanceof Meaning.OfNamespace namespace) {
            return "'" + namespace.name() + "' is a namespace, expected a value";
        }
        if (meaning instanceof Meaning.OfMethods methods) {
            return "'" + methods.name() + "' is a method; call it: '" + methods.name() + "(…)'";
        }
        return "it does not show what type this has; write one, for instance by a cast";
    }

    Bound unknown(Span span) {
        return Bound.of(table.unknown(), frame -> null, span);
    }

    /** A value as one of a type; an error where it does not convert by itself. */
    Bound convert(Meaning meaning, CsType to) {
        Bound converted = tryConvert(meaning, to);
        if (converted != null) {
            return converted;
        }
        if (meaning instanceof Bound bound) {
            report.error(bound.span(), cannotConvert(bound, to));
        } else if (meaning instanceof Meaning.Untyped untyped && untyped.expr() instanceof Expr.Lambda) {
            lambdas.explain(untyped, to);
        } else {
            value(meaning);
        }
        return Bound.of(to, frame -> null, meaning.span());
    }

    String cannotConvert(Bound bound, CsType to) {
        String from = bound.type().is(Kind.NULL) ? "null" : "'" + bound.type() + "'";
        boolean castable = !bound.type().is(Kind.NULL) && rules.explicit(bound, to, false) != null;
        return "found " + from + ", expected '" + to + "'" + (castable ? "; a cast converts it: '(" + to + ")…'" : "");
    }

    /** The same, without an error. */
    @Nullable
    Bound tryConvert(Meaning meaning, CsType to) {
        if (meaning instanceof Bound bound) {
            return rules.implicit(bound, to);
        }
        if (meaning instanceof Meaning.OfMethods || meaning instanceof Meaning.Untyped) {
            return lambdas.convert(meaning, to);
        }
        return null;
    }

    /** Whether an argument may be given for a parameter of a type. */
    boolean fits(Meaning meaning, CsType type) {
        if (meaning instanceof Bound bound) {
            return rules.isImplicit(bound, type);
        }
        return lambdas.fits(meaning, type);
    }

    boolean outFits(Meaning meaning, CsType type) {
        return meaning instanceof Bound bound
                && (bound.type().is(Kind.UNKNOWN) || bound.type().equals(type) || rules.isSame(bound.type(), type));
    }

    int compareDelegates(Meaning argument, CsType one, CsType other) {
        return lambdas.compare(argument, one, other);
    }

    boolean isTypedLambda(Meaning meaning) {
        return lambdaParameters(meaning) != null;
    }

    @Nullable
    List<CsType> lambdaParameters(Meaning meaning) {
        return lambdas.written(meaning);
    }

    @Nullable
    List<CsType> delegateParameters(CsType type) {
        return lambdas.takes(type);
    }

    @Nullable
    CsType delegateResult(CsType type) {
        return lambdas.gives(type);
    }

    @Nullable
    CsType resultOf(Meaning argument, List<CsType> takes) {
        return lambdas.resultOf(argument, takes);
    }

    /** The one of several types that all the others become by themselves. */
    @Nullable
    CsType common(List<CsType> types) {
        for (CsType candidate : types) {
            if (types.stream().allMatch(type -> rules.isImplicit(type, candidate)) && !candidate.is(Kind.NULL)) {
                return candidate;
            }
        }
        return null;
    }

    /** {@code default(T)}. */
    Bound defaultOf(CsType type, Span span) {
        Object value = Defaults.of(type);
        boolean constant = !type.isNullable() && !type.is(Kind.STRUCT) || Numbers.isNumeric(type);
        return constant ? Bound.constant(type, value, span) : Bound.of(type, frame -> value, span);
    }
}
