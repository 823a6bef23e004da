package dev.apim.core.expression.csharp.check;

import dev.apim.core.expression.csharp.plan.Boxes;
import dev.apim.core.expression.csharp.plan.Calls;
import dev.apim.core.expression.csharp.plan.Casts;
import dev.apim.core.expression.csharp.plan.Constant;
import dev.apim.core.expression.csharp.plan.Node;
import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.Method;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import dev.apim.core.expression.csharp.type.TypeTable;
import dev.apim.core.expression.csharp.value.EnumValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How a value of one type becomes one of another, by itself or when asked to. */
final class ConversionRules {
    private static final UnaryOperator<Node> SAME = UnaryOperator.identity();

    private final TypeTable table;
    private final Relations relations;
    private final DynamicBinding dynamic;

    ConversionRules(TypeTable table, Relations relations, DynamicBinding dynamic) {
        this.table = table;
        this.relations = relations;
        this.dynamic = dynamic;
    }

    /** The value as one of another type, by itself; absent where C# does not convert it so. */
    @Nullable
    Bound implicit(Bound from, CsType to) {
        if (from.isConstant()) {
            Bound constant = constant(from, to);
            if (constant != null) {
                return constant;
            }
        }
        UnaryOperator<Node> how = implicit(from.type(), to);
        return how == null ? null : converted(from, to, how);
    }

    /** Whether a value of one type is one of the other as it is. */
    boolean isSame(CsType from, CsType to) {
        return implicit(from, to) == SAME;
    }

    /** Whether it converts by itself. */
    boolean isImplicit(Bound from, CsType to) {
        return implicit(from, to) != null;
    }

    boolean isImplicit(CsType from, CsType to) {
        return implicit(from, to) != null;
    }

    /** The value as one of another type, by a cast. */
    @Nullable
    Bound explicit(Bound from, CsType to, boolean isChecked) {
        if (from.type().is(Kind.DYNAMIC) && !to.is(Kind.DYNAMIC)) {
            return Bound.of(to, dynamic.convert(from.node(), to, true), from.span());
        }
        boolean isDynamic = from.type().is(Kind.DYNAMIC) && !relations.isA(from.type(), to);
        Bound implicit = isDynamic ? null : implicit(from, to);
        if (implicit != null) {
            return implicit;
        }
        UnaryOperator<Node> how = explicit(from.type(), to, isChecked);
        return how == null ? null : converted(from, to, how);
    }

    private static Bound converted(Bound from, CsType to, UnaryOperator<Node> how) {
        if (how == SAME) {
            boolean constant = from.isConstant() && (from.type().equals(to) || from.value() == null);
            Node node = !constant && boxes(from.type(), to) ? Boxes.box(from.node()) : from.node();
            return new Bound(to, node, constant, null, from.source(), from.span());
        }
        return Bound.of(to, how.apply(from.node()), from.span());
    }

    private static boolean boxes(CsType from, CsType to) {
        boolean isValue = from.isValueType() || from.isNullable();
        return isValue && !to.isValueType() && !to.isNullable() && !to.is(Kind.UNKNOWN) && !to.is(Kind.DYNAMIC);
    }

    /** Constants: a whole number that fits, 0 as an enumeration, a widened number stays a constant. */
    private @Nullable Bound constant(Bound from, CsType to) {
        Object value = from.value();
        if (value instanceof Integer || value instanceof Long) {
            long number = ((Number) value).longValue();
            boolean narrows = Numbers.isNumeric(to)
                    && (value instanceof Integer || to.definition().name().equals("UInt64"))
                    && Numbers.fits(number, to);
            if (narrows || (Numbers.isNumeric(from.type()) && Numbers.widens(from.type(), to))) {
                return Bound.constant(to, Casts.number(value, to, true), from.span());
            }
            EnumValue.Type enumeration = to.is(Kind.ENUM) ? to.definition().enumeration() : null;
            if (enumeration != null && number == 0) {
                return Bound.constant(to, enumeration.of(0), from.span());
            }
        } else if (value != null && Numbers.isNumeric(from.type()) && Numbers.widens(from.type(), to)) {
            return Bound.constant(to, Casts.number(value, to, true), from.span());
        }
        if (to.isNullable() && value != null) {
            Bound inner = constant(from, to.element());
            return inner == null ? null : Bound.of(to, inner.node(), from.span());
        }
        return null;
    }

    private @Nullable UnaryOperator<Node> implicit(CsType from, CsType to) {
        if (from.equals(to) || from.is(Kind.UNKNOWN) || to.is(Kind.UNKNOWN)) {
            return SAME;
        }
        if (from.is(Kind.VOID) || to.is(Kind.VOID)) {
            return null;
        }
        if (from.is(Kind.NULL)) {
            return to.isValueType() ? null : SAME;
        }
        if (from.is(Kind.DYNAMIC) && !relations.isA(from, to)) {
            return node -> dynamic.convert(node, to, false);
        }
        UnaryOperator<Node> standard = standard(from, to);
        if (standard != null) {
            return standard;
        }
        UnaryOperator<Node> declared = userDefined(from, to, false);
        return declared == null && from.isNullable() && to.isNullable()
                ? lifted(userDefined(from.element(), to.element(), false))
                : declared;
    }

    /** Without conversions that a type declares. */
    private @Nullable UnaryOperator<Node> standard(CsType from, CsType to) {
        if (from.equals(to) || relations.isA(from, to)) {
            return SAME;
        }
        if (Numbers.widens(from, to)) {
            return node -> Casts.widen(node, from, to);
        }
        if (to.isNullable()) {
            CsType inner = from.isNullable() ? from.element() : from;
            UnaryOperator<Node> how = inner.isValueType() ? standard(inner, to.element()) : null;
            if (how != null) {
                return from.isNullable() ? lifted(how) : how;
            }
        }
        return from.is(Kind.TUPLE) && to.is(Kind.TUPLE) ? tuple(from, to) : null;
    }

    private static @Nullable UnaryOperator<Node> lifted(@Nullable UnaryOperator<Node> how) {
        return how == null || how == SAME
                ? how
                : node -> frame -> {
                    Object value = node.eval(frame);
                    return value == null ? null : how.apply(new Constant(value)).eval(frame);
                };
    }

    private @Nullable UnaryOperator<Node> tuple(CsType from, CsType to) {
        int size = from.arguments().size();
        if (size != to.arguments().size()) {
            return null;
        }
        List<UnaryOperator<Node>> elements = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            UnaryOperator<Node> how =
                    implicit(from.arguments().get(i), to.arguments().get(i));
            if (how == null) {
                return null;
            }
            elements.add(how);
        }
        return node -> Casts.tuple(node, elements);
    }

    private @Nullable UnaryOperator<Node> explicit(CsType from, CsType to, boolean isChecked) {
        if (from.is(Kind.VOID) || to.is(Kind.VOID)) {
            return null;
        }
        if (from.is(Kind.DYNAMIC)) {
            return node -> dynamic.convert(node, to, true);
        }
        if (isNumberOrEnum(from) && isNumberOrEnum(to)) {
            return node -> Casts.number(node, to, isChecked);
        }
        if (from.isNullable() || to.isNullable()) {
            return nullable(from, to, isChecked);
        }
        if (mayHold(from, to)) {
            return to.isValueType()
                    ? node -> Casts.unbox(node, to, table)
                    : node -> Casts.reference(node, to, this::isOf, table);
        }
        return userDefined(from, to, true);
    }

    private static boolean isNumberOrEnum(CsType type) {
        return Numbers.isNumeric(type) || type.is(Kind.ENUM);
    }

    private @Nullable UnaryOperator<Node> nullable(CsType from, CsType to, boolean isChecked) {
        if (!from.isNullable() && !from.isValueType()) {
            return mayHold(from, to.element())
                    ? node -> Casts.unboxNullable(node, to.element(), table)
                    : userDefined(from, to, true);
        }
        CsType a = from.isNullable() ? from.element() : from;
        CsType b = to.isNullable() ? to.element() : to;
        UnaryOperator<Node> inner = implicit(a, b);
        if (inner == null) {
            inner = explicit(a, b, isChecked);
        }
        if (inner == null) {
            return null;
        }
        UnaryOperator<Node> how = inner;
        if (to.isNullable()) {
            return from.isNullable() ? lifted(how) : how;
        }
        return node -> how.apply(Casts.value(node));
    }

    /** Whether a value of one type may turn out to be of the other as it is: what {@code is} and {@code as} ask. */
    boolean mayBe(CsType from, CsType to) {
        CsType a = from.isNullable() ? from.element() : from;
        CsType b = to.isNullable() ? to.element() : to;
        boolean open = a.is(Kind.UNKNOWN) || b.is(Kind.UNKNOWN) || a.is(Kind.DYNAMIC) || a.is(Kind.NULL);
        return open || a.equals(b) || relations.isA(a, b) || mayHold(a, b);
    }

    /** Whether a variable of one type may hold an object of the other. */
    private boolean mayHold(CsType from, CsType to) {
        if (from.isValueType() || from.is(Kind.NULL)) {
            return false;
        }
        if (relations.isA(to, from)) {
            return true;
        }
        boolean anInterface = from.is(Kind.INTERFACE) || to.is(Kind.INTERFACE);
        if (from.is(Kind.ARRAY) && to.is(Kind.ARRAY)) {
            return mayHold(from.element(), to.element());
        }
        return anInterface && !to.isValueType();
    }

    /** Whether an object, met when the expression runs, is of a type. */
    boolean isOf(Object value, CsType type) {
        if (type.is(Kind.ARRAY) || !type.arguments().isEmpty()) {
            CsType actual = table.typeOf(value);
            boolean untyped = !(value instanceof dev.apim.core.expression.csharp.type.Typed)
                    && !actual.is(Kind.ARRAY)
                    && type.definition().isInstance(value);
            return untyped || relations.isA(actual, type) || isErased(actual, type);
        }
        return type.definition().isInstance(value);
    }

    /** An array of lists does not know of what the lists are. */
    private static boolean isErased(CsType actual, CsType wanted) {
        if (actual.is(Kind.ARRAY) && wanted.is(Kind.ARRAY)) {
            CsType a = actual.element();
            CsType b = wanted.element();
            return isErased(a, b) || (!a.arguments().isEmpty() && a.definition() == b.definition());
        }
        return false;
    }

    private @Nullable UnaryOperator<Node> userDefined(CsType from, CsType to, boolean explicitToo) {
        Method best = null;
        for (Method candidate : declared(from, to, explicitToo)) {
            CsType takes = parameter(candidate, from, to);
            CsType gives = result(candidate, from, to);
            boolean fits = (standard(from, takes) != null || (explicitToo && explicitStandard(from, takes)))
                    && (standard(gives, to) != null || (explicitToo && explicitStandard(gives, to)));
            if (fits && (best == null || isCloser(candidate, best, from, to))) {
                best = candidate;
            }
        }
        if (best == null) {
            return null;
        }
        Method chosen = best;
        CsType takes = parameter(chosen, from, to);
        CsType gives = result(chosen, from, to);
        UnaryOperator<Node> before = stage(from, takes);
        UnaryOperator<Node> after = stage(gives, to);
        return node -> after.apply(Calls.of(chosen.code(), List.of(before.apply(node)), false, List.of()));
    }

    private UnaryOperator<Node> stage(CsType from, CsType to) {
        UnaryOperator<Node> how = standard(from, to);
        if (how == null) {
            how = explicit(from, to, false);
        }
        return how == null ? SAME : how;
    }

    /** Whether there is a conversion by itself the other way: C# specification §10.5.3. */
    private boolean explicitStandard(CsType from, CsType to) {
        return standard(to, from) != null;
    }

    private boolean isCloser(Method one, Method other, CsType from, CsType to) {
        boolean takes = parameter(one, from, to).equals(from)
                && !parameter(other, from, to).equals(from);
        boolean gives =
                result(one, from, to).equals(to) && !result(other, from, to).equals(to);
        return takes || gives;
    }

    private static CsType parameter(Method method, CsType from, CsType to) {
        return method.parameters().get(0).type().with(arguments(method, from, to));
    }

    private static CsType result(Method method, CsType from, CsType to) {
        return method.returns().with(arguments(method, from, to));
    }

    private static Map<dev.apim.core.expression.csharp.type.TypeDefinition, CsType> arguments(
            Method method, CsType from, CsType to) {
        return Relations.arguments(from.definition() == method.owner() ? from : to);
    }

    private List<Method> declared(CsType from, CsType to, boolean explicitToo) {
        List<Method> all = new ArrayList<>();
        for (CsType side : List.of(from, to)) {
            CsType plain = side.isNullable() ? side.element() : side;
            for (CsType type : relations.closure(plain)) {
                all.addAll(type.definition().methods(Method.IMPLICIT));
                if (explicitToo) {
                    all.addAll(type.definition().methods(Method.EXPLICIT));
                }
            }
        }
        return all;
    }
}
