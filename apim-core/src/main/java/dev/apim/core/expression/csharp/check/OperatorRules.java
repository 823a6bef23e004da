package dev.apim.core.expression.csharp.check;

import dev.apim.core.expression.csharp.check.Overloads.Candidate;
import dev.apim.core.expression.csharp.check.Overloads.Given;
import dev.apim.core.expression.csharp.plan.Arithmetic;
import dev.apim.core.expression.csharp.plan.Calls;
import dev.apim.core.expression.csharp.plan.Casts;
import dev.apim.core.expression.csharp.plan.Comparison;
import dev.apim.core.expression.csharp.plan.Constant;
import dev.apim.core.expression.csharp.plan.Logic;
import dev.apim.core.expression.csharp.plan.Node;
import dev.apim.core.expression.csharp.plan.NumericKind;
import dev.apim.core.expression.csharp.plan.Variables;
import dev.apim.core.expression.csharp.syntax.Expr;
import dev.apim.core.expression.csharp.syntax.Span;
import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.Method;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Operators: arithmetic, comparison, logic, choice, casts. */
final class OperatorRules {
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");
    private static final Set<String> EQUALITIES = Set.of("==", "!=");

    private final Checker checker;
    private final EnumRules enums;

    OperatorRules(Checker checker) {
        this.checker = checker;
        this.enums = new EnumRules(checker);
    }

    Bound unary(Expr.Unary unary, Scope scope) {
        Bound operand = checker.value(unary.operand(), scope);
        return unary(unary.operator(), operand, unary.span());
    }

    Bound unary(String operator, Bound operand, Span span) {
        CsType type = operand.type();
        if (type.is(Kind.UNKNOWN)) {
            return checker.unknown(span);
        }
        if (type.is(Kind.DYNAMIC)) {
            return Bound.of(type, checker.dynamic().unary(operator, operand.node()), span);
        }
        CsType plain = type.isNullable() ? type.element() : type;
        Bound declared = declared(operator, List.of(operand), span);
        if (declared != null) {
            return declared;
        }
        boolean isChecked = checker.isChecked() || (operand.isConstant() && checker.checksConstants());
        Unary how = operator.equals("!") ? not(plain) : number(operator, plain, isChecked);
        Bound held = type.isNullable() ? unwrapped(operand) : operand;
        Candidate inner = how == null && type.isNullable() ? find(operator, List.of(held)) : null;
        if (inner != null) {
            how = new Unary(inner.returns(), node -> Calls.of(inner.method().code(), List.of(node), false, List.of()));
        }
        if (how == null) {
            Bound truth = operator.equals("!") ? checker.rules().implicit(operand, checker.type("bool")) : null;
            if (truth != null) {
                return Bound.of(checker.type("bool"), Logic.not(truth.node()), span);
            }
            checker.report().error(span, "'" + operator + "' takes no '" + type + "'");
            return checker.unknown(span);
        }
        if (type.isNullable()) {
            Unary lift = how;
            Node lifted = frame -> {
                Object value = operand.node().eval(frame);
                return value == null
                        ? null
                        : lift.node.apply(new Constant(value)).eval(frame);
            };
            return Bound.of(checker.table().nullable(how.type), lifted, span);
        }
        return folded(Bound.of(how.type, how.node.apply(operand.node()), span), operand.isConstant());
    }

    private record Unary(CsType type, java.util.function.UnaryOperator<Node> node) {}

    private @Nullable Unary not(CsType type) {
        return type.equals(checker.type("bool")) ? new Unary(type, Logic::not) : null;
    }

    private @Nullable Unary number(String operator, CsType type, boolean isChecked) {
        if (type.is(Kind.ENUM) && operator.equals("~")) {
            return new Unary(type, enums.complement(type));
        }
        if (!Numbers.isNumeric(type)) {
            return null;
        }
        NumericKind kind = Numbers.promoted(type);
        boolean fraction = kind.compareTo(NumericKind.FLOAT) >= 0;
        if ((operator.equals("~") && fraction) || (operator.equals("-") && kind == NumericKind.ULONG)) {
            return null;
        }
        NumericKind in = operator.equals("-") && kind == NumericKind.UINT ? NumericKind.LONG : kind;
        CsType result = checker.type(Numbers.name(in));
        return new Unary(result, node -> {
            Node wide = type.equals(result) ? node : Casts.widen(node, type, result);
            return switch (operator) {
                case "-" -> Arithmetic.negate(in, wide, isChecked);
                case "~" -> Arithmetic.complement(in, wide);
                default -> wide;
            };
        });
    }

    Bound binary(Expr.Binary binary, Scope scope) {
        String operator = binary.operator();
        if (operator.equals("??")) {
            return coalesce(binary, scope);
        }
        if (operator.equals("+")) {
            return sum(binary, scope);
        }
        Bound left = operand(binary.left(), scope);
        Bound right = operand(binary.right(), scope);
        return binary(operator, left, right, binary.span(), binary.operatorSpan());
    }

    /** A chain of {@code +} is walked in a loop: generated documents put hundreds of texts together. */
    private Bound sum(Expr.Binary binary, Scope scope) {
        List<Expr.Binary> chain = new ArrayList<>();
        Expr first = binary;
        while (first instanceof Expr.Binary sum && sum.operator().equals("+")) {
            chain.add(0, sum);
            first = sum.left();
        }
        Bound left = operand(first, scope);
        for (Expr.Binary sum : chain) {
            Bound right = operand(sum.right(), scope);
            left = binary("+", left, right, sum.span(), sum.operatorSpan());
        }
        return left;
    }

    private Bound operand(Expr expr, Scope scope) {
        Meaning meaning = checker.meaning(expr, scope);
        return meaning instanceof Meaning.Untyped untyped && untyped.expr() instanceof Expr.Default
                ? Bound.constant(checker.table().nullType(), null, expr.span())
                : checker.value(meaning);
    }

    Bound binary(String operator, Bound left, Bound right, Span span, Span sign) {
        if (left.type().is(Kind.UNKNOWN) || right.type().is(Kind.UNKNOWN)) {
            CsType type = COMPARISONS.contains(operator) || operator.equals("&&") || operator.equals("||")
                    ? checker.type("bool")
                    : checker.table().unknown();
            return Bound.of(type, frame -> null, span);
        }
        if (left.type().is(Kind.DYNAMIC) || right.type().is(Kind.DYNAMIC)) {
            boolean conditional = operator.equals("&&") || operator.equals("||");
            if (!conditional) {
                return Bound.of(
                        checker.type("dynamic"), checker.dynamic().binary(operator, left.node(), right.node()), span);
            }
        }
        Bound result = known(operator, left, right, span);
        if (result != null) {
            return result;
        }
        checker.report()
                .error(
                        sign,
                        "'" + operator + "' takes no '" + left.type() + "' with '" + right.type() + "'"
                                + hint(operator, left, right));
        return checker.unknown(span);
    }

    private String hint(String operator, Bound left, Bound right) {
        boolean objects =
                left.type().equals(checker.type("object")) || right.type().equals(checker.type("object"));
        if (objects) {
            return "; cast the object to what it is";
        }
        return COMPARISONS.contains(operator) && !EQUALITIES.contains(operator)
                ? ""
                : operator.equals("&&") || operator.equals("||") ? "; expected two 'bool'" : "";
    }

    private @Nullable Bound known(String operator, Bound left, Bound right, Span span) {
        if (operator.equals("&&") || operator.equals("||")) {
            return logical(operator, left, right, span);
        }
        Bound declared = userDefined(operator, left, right, span);
        if (declared != null) {
            return declared;
        }
        Bound text = concatenation(operator, left, right, span);
        if (text != null) {
            return text;
        }
        Bound numeric = numeric(operator, left, right, span);
        if (numeric != null) {
            return numeric;
        }
        Bound special = enums.binary(operator, left, right, span);
        if (special != null) {
            return special;
        }
        if (operator.equals("+") && left.type().is(Kind.NULL) != right.type().is(Kind.NULL)) {
            CsType string = checker.type("string");
            return left.type().is(Kind.NULL)
                    ? concatenation(operator, Bound.constant(string, null, left.span()), right, span)
                    : concatenation(operator, left, Bound.constant(string, null, right.span()), span);
        }
        Bound bits = truthBits(operator, left, right, span);
        return bits != null || !EQUALITIES.contains(operator) ? bits : equality(operator, left, right, span);
    }

    private @Nullable Bound logical(String operator, Bound left, Bound right, Span span) {
        Bound a = checker.rules().implicit(left, checker.type("bool"));
        Bound b = checker.rules().implicit(right, checker.type("bool"));
        if (a == null || b == null) {
            return null;
        }
        Node node = operator.equals("&&") ? Logic.and(a.node(), b.node()) : Logic.or(a.node(), b.node());
        return folded(Bound.of(checker.type("bool"), node, span), a.isConstant() && b.isConstant());
    }

    private @Nullable Bound concatenation(String operator, Bound left, Bound right, Span span) {
        CsType string = checker.type("string");
        boolean texts = left.type().equals(string) || right.type().equals(string);
        if (!operator.equals("+")
                || !texts
                || left.type().is(Kind.VOID)
                || right.type().is(Kind.VOID)) {
            return null;
        }
        List<Node> parts = new ArrayList<>(Logic.parts(left.node()));
        parts.add(right.node());
        Bound sum = Bound.of(string, Logic.concat(parts), span);
        return folded(sum, left.isConstant() && right.isConstant());
    }

    /** A number both sides of a comparison or computation widen to; {@code null} on one side takes the other's type. */
    private @Nullable Bound numeric(String operator, Bound left, Bound right, Span span) {
        CsType a = plain(left, right);
        CsType b = plain(right, left);
        if (!Numbers.isNumeric(a) || !Numbers.isNumeric(b)) {
            return null;
        }
        boolean shift = operator.equals("<<") || operator.equals(">>");
        NumericKind kind = shift ? Numbers.promoted(a) : common(left, right, a, b);
        boolean bits = shift || "&|^".contains(operator);
        if (kind == null || (bits && kind.compareTo(NumericKind.FLOAT) >= 0)) {
            return null;
        }
        CsType in = checker.type(Numbers.name(kind));
        CsType rightIn = shift ? checker.type("int") : in;
        boolean constants = left.isConstant() && right.isConstant();
        boolean isChecked = checker.isChecked() || (constants && checker.checksConstants());
        boolean comparison = COMPARISONS.contains(operator);
        Comparison.Lift lift = comparison
                ? (x, y) -> Comparison.of(kind, operator, x, y)
                : (x, y) -> Arithmetic.of(kind, operator, x, y, isChecked);
        CsType result = comparison ? checker.type("bool") : in;
        if (left.type().isNullable()
                || right.type().isNullable()
                || left.type().is(Kind.NULL)
                || right.type().is(Kind.NULL)) {
            return lifted(operator, left, right, in, rightIn, lift, result, span);
        }
        Bound x = checker.rules().implicit(left, in);
        Bound y = checker.rules().implicit(right, rightIn);
        if (x == null || y == null) {
            return null;
        }
        Bound value = Bound.of(result, lift.of(x.node(), y.node()), span);
        return folded(value, left.isConstant() && right.isConstant());
    }

    /** A constant that fits takes the other side's type: {@code uint + 1} is a {@code uint}. */
    private @Nullable NumericKind common(Bound left, Bound right, CsType a, CsType b) {
        NumericKind kind = Numbers.common(a, b);
        if (right.isConstant() && checker.rules().implicit(right, a) != null) {
            NumericKind other = Numbers.common(a, a);
            return kind == null || kind == NumericKind.LONG ? other : kind;
        }
        if (left.isConstant() && checker.rules().implicit(left, b) != null) {
            NumericKind other = Numbers.common(b, b);
            return kind == null || kind == NumericKind.LONG ? other : kind;
        }
        return kind;
    }

    private static CsType plain(Bound side, Bound other) {
        CsType type = side.type().is(Kind.NULL) ? other.type() : side.type();
        return type.isNullable() ? type.element() : type;
    }

    private @Nullable Bound lifted(
            String operator,
            Bound left,
            Bound right,
            CsType leftIn,
            CsType rightIn,
            Comparison.Lift lift,
            CsType result,
            Span span) {
        Bound x = checker.rules().implicit(left, checker.table().nullable(leftIn));
        Bound y = checker.rules().implicit(right, checker.table().nullable(rightIn));
        if (x == null || y == null) {
            return null;
        }
        if (COMPARISONS.contains(operator)) {
            return Bound.of(result, Comparison.lifted(operator, x.node(), y.node(), lift), span);
        }
        return Bound.of(checker.table().nullable(result), Comparison.liftedArithmetic(x.node(), y.node(), lift), span);
    }

    private @Nullable Bound truthBits(String operator, Bound left, Bound right, Span span) {
        CsType bool = checker.type("bool");
        if (!"&|^".contains(operator)
                || operator.length() != 1
                || !plain(left, right).equals(bool)
                || !plain(right, left).equals(bool)) {
            return null;
        }
        boolean nullable = !left.type().equals(bool) || !right.type().equals(bool);
        Node node = Logic.bits(operator.charAt(0), left.node(), right.node());
        return folded(
                Bound.of(nullable ? checker.table().nullable(bool) : bool, node, span),
                left.isConstant() && right.isConstant());
    }

    private @Nullable Bound equality(String operator, Bound left, Bound right, Span span) {
        CsType bool = checker.type("bool");
        boolean equal = operator.equals("==");
        CsType a = left.type();
        CsType b = right.type();
        boolean constant = left.isConstant() && right.isConstant();
        if (a.is(Kind.NULL) || b.is(Kind.NULL)) {
            CsType other = a.is(Kind.NULL) ? b : a;
            if (other.isValueType() && !other.isNullable()) {
                checker.report()
                        .warning(span, "a '" + other + "' is never null: this is always " + (equal ? "false" : "true"));
            }
            Node operand = a.is(Kind.NULL) ? right.node() : left.node();
            return folded(Bound.of(bool, Comparison.isNull(operand, equal), span), constant);
        }
        CsType string = checker.type("string");
        if (a.equals(string) && b.equals(string)) {
            return folded(Bound.of(bool, Comparison.texts(left.node(), right.node(), equal), span), constant);
        }
        CsType plainA = a.isNullable() ? a.element() : a;
        CsType plainB = b.isNullable() ? b.element() : b;
        boolean values = plainA.equals(bool) || plainA.is(Kind.ENUM) || plainA.is(Kind.TUPLE);
        if (values && (plainA.equals(plainB) || (plainA.is(Kind.TUPLE) && plainB.is(Kind.TUPLE)))) {
            return folded(Bound.of(bool, Comparison.values(left.node(), right.node(), equal), span), constant);
        }
        if (a.isValueType() || b.isValueType() || a.isNullable() || b.isNullable()) {
            return null;
        }
        boolean related = checker.relations().isA(a, b)
                || checker.relations().isA(b, a)
                || a.is(Kind.INTERFACE)
                || b.is(Kind.INTERFACE);
        if (!related) {
            return null;
        }
        if (a.equals(string) || b.equals(string)) {
            checker.report()
                    .warning(
                            span,
                            "this compares whether both are one object, not whether the texts are equal; cast the other side to 'string'");
        }
        return Bound.of(bool, Comparison.references(left.node(), right.node(), equal), span);
    }

    /** Operators that the type of an operand declares. */
    private @Nullable Bound userDefined(String operator, Bound left, Bound right, Span span) {
        boolean lift = isLifted(left) || isLifted(right);
        Bound plain = declared(operator, List.of(left, right), span);
        if (plain != null || !lift) {
            return plain;
        }
        if (left.type().is(Kind.NULL) || right.type().is(Kind.NULL)) {
            return EQUALITIES.contains(operator) ? null : withNull(operator, left, right, span);
        }
        Bound a = unwrapped(left);
        Bound b = unwrapped(right);
        Candidate found = find(operator, List.of(a, b));
        if (found == null) {
            return null;
        }
        Comparison.Lift how = (x, y) -> Calls.of(
                found.method().code(),
                List.of(
                        checker.convert(
                                        Bound.of(a.type(), x, span),
                                        found.parameterTypes().get(0))
                                .node(),
                        checker.convert(
                                        Bound.of(b.type(), y, span),
                                        found.parameterTypes().get(1))
                                .node()),
                false,
                List.of());
        if (COMPARISONS.contains(operator)) {
            return Bound.of(checker.type("bool"), Comparison.lifted(operator, left.node(), right.node(), how), span);
        }
        return Bound.of(
                checker.table().nullable(found.returns()),
                Comparison.liftedArithmetic(left.node(), right.node(), how),
                span);
    }

    private static boolean isLifted(Bound operand) {
        return operand.type().isNullable() || operand.type().is(Kind.NULL);
    }

    /** {@code date + null} is null, {@code date < null} false, where only one operator can be meant. */
    private @Nullable Bound withNull(String operator, Bound left, Bound right, Span span) {
        boolean isLeft = left.type().is(Kind.NULL);
        Bound there = unwrapped(isLeft ? right : left);
        List<Method> fitting = there.type().definition().methods(operator).stream()
                .filter(method -> method.isStatic()
                        && method.parameters().size() == 2
                        && method.returns().isValueType()
                        && method.parameters().get(isLeft ? 0 : 1).type().isValueType()
                        && checker.rules()
                                .isImplicit(
                                        there.type(),
                                        method.parameters().get(isLeft ? 1 : 0).type()))
                .toList();
        if (fitting.size() != 1) {
            return null;
        }
        Comparison.Lift never = (x, y) -> new Constant(null);
        return COMPARISONS.contains(operator)
                ? Bound.of(checker.type("bool"), Comparison.lifted(operator, left.node(), right.node(), never), span)
                : Bound.of(
                        checker.table().nullable(fitting.get(0).returns()),
                        Comparison.liftedArithmetic(left.node(), right.node(), never),
                        span);
    }

    private static Bound unwrapped(Bound bound) {
        return bound.type().isNullable() ? Bound.of(bound.type().element(), bound.node(), bound.span()) : bound;
    }

    private @Nullable Bound declared(String operator, List<Bound> operands, Span span) {
        Candidate found = find(operator, operands);
        if (found == null) {
            return null;
        }
        List<Node> arguments = new ArrayList<>();
        for (int i = 0; i < operands.size(); i++) {
            arguments.add(
                    checker.convert(operands.get(i), found.parameterTypes().get(i))
                            .node());
        }
        checker.footprint().costs(found.method().cost());
        return Bound.of(found.returns(), Calls.of(found.method().code(), arguments, false, List.of()), span);
    }

    private @Nullable Candidate find(String operator, List<Bound> operands) {
        List<Method> methods = new ArrayList<>();
        List<Given> given = new ArrayList<>();
        for (Bound operand : operands) {
            given.add(new Given(null, Expr.Argument.Mode.VALUE, operand, operand.span()));
            for (CsType type : checker.relations().closure(operand.type())) {
                type.definition().methods(operator).stream()
                        .filter(method -> method.isStatic() && !methods.contains(method))
                        .forEach(methods::add);
            }
        }
        List<Candidate> found =
                methods.isEmpty() ? List.of() : checker.overloads().applicable(methods, Map.of(), List.of(), given);
        return found.isEmpty() ? null : found.get(0);
    }

    /** Computes constants; a mistake in one is an error now, not when the request comes. */
    Bound folded(Bound value, boolean constant) {
        if (!constant) {
            return value;
        }
        try {
            return Bound.constant(value.type(), value.node().eval(Folding.FRAME), value.span());
        } catch (DotNetException e) {
            checker.report().error(value.span(), "this cannot be computed: " + e.message());
            return value;
        }
    }

    private Bound coalesce(Expr.Binary binary, Scope scope) {
        Bound left = checker.value(binary.left(), scope);
        Meaning right = checker.meaning(binary.right(), scope);
        CsType a = left.type();
        if (a.is(Kind.UNKNOWN)) {
            return checker.unknown(binary.span());
        }
        if (a.is(Kind.NULL) && right instanceof Bound none && none.type().is(Kind.NULL)) {
            checker.report().error(binary.operatorSpan(), "'??' takes no 'null' with 'null'; the type does not show");
            return checker.unknown(binary.span());
        }
        if (a.isValueType()) {
            checker.report()
                    .error(binary.operatorSpan(), "'??' asks whether a value is null, and '" + a + "' never is");
            return left;
        }
        CsType held = a.isNullable() ? a.element() : a;
        Bound same = a.is(Kind.NULL) ? null : checker.tryConvert(right, held);
        if (same != null) {
            return Bound.of(held, Logic.coalesce(left.node(), same.node()), binary.span());
        }
        same = a.is(Kind.NULL) ? null : checker.tryConvert(right, a);
        if (same != null) {
            return Bound.of(a, Logic.coalesce(left.node(), same.node()), binary.span());
        }
        Bound value = checker.value(right);
        var kept = scope.function().variable("left");
        Bound there = checker.rules().implicit(Bound.of(held, Variables.get(kept), left.span()), value.type());
        Bound converted = there == null
                ? null
                : Bound.of(value.type(), Logic.conditionalAccess(left.node(), kept, there.node()), left.span());
        if (converted == null) {
            checker.report()
                    .error(
                            binary.operatorSpan(),
                            "'??' takes no '" + a + "' with '" + value.type() + "'; convert one of them");
            return checker.unknown(binary.span());
        }
        return Bound.of(value.type(), Logic.coalesce(converted.node(), value.node()), binary.span());
    }

    /** {@code c ? a : b}; two parts without a type of their own wait for one. */
    Meaning conditional(Expr.Conditional choice, Scope scope) {
        Bound condition = checker.convert(checker.meaning(choice.condition(), scope), checker.type("bool"));
        Meaning a = checker.meaning(choice.whenTrue(), scope);
        Meaning b = checker.meaning(choice.whenFalse(), scope);
        CsType type = commonType(a, b);
        if (type == null) {
            if (a instanceof Bound x && b instanceof Bound y) {
                checker.report()
                        .error(
                                choice.span(),
                                "one side of ':' is '" + x.type() + "', the other '" + y.type()
                                        + "'; cast one of them so that both are of one type");
            } else {
                checker.value(a);
                checker.value(b);
            }
            return checker.unknown(choice.span());
        }
        Bound x = checker.convert(a, type);
        Bound y = checker.convert(b, type);
        Bound value = Bound.of(type, Logic.choose(condition.node(), x.node(), y.node()), choice.span());
        return folded(value, condition.isConstant() && x.isConstant() && y.isConstant());
    }

    private @Nullable CsType commonType(Meaning a, Meaning b) {
        CsType x = a instanceof Bound bound ? bound.type() : null;
        CsType y = b instanceof Bound bound ? bound.type() : null;
        if (x == null || y == null) {
            CsType known = x == null ? y : x;
            return known != null && checker.tryConvert(x == null ? a : b, known) != null ? known : null;
        }
        if (x.is(Kind.NULL) && y.is(Kind.NULL)) {
            return null;
        }
        boolean forth = checker.rules().isImplicit((Bound) a, y);
        boolean back = checker.rules().isImplicit((Bound) b, x);
        if (forth != back) {
            return forth ? y : x;
        }
        return forth
                ? x.is(Kind.DYNAMIC) || ((Bound) b).isConstant()
                        ? x
                        : x.equals(y) ? x : ((Bound) a).isConstant() ? y : x
                : null;
    }

    Bound cast(Expr.Cast cast, Scope scope) {
        CsType to = checker.typeNames().resolve(cast.type());
        Meaning operand = checker.meaning(cast.operand(), scope);
        if (!(operand instanceof Bound bound)) {
            return checker.convert(operand, to).at(cast.span());
        }
        boolean constant = bound.isConstant() && isNumber(to) && isNumber(bound.type());
        Bound converted =
                checker.rules().explicit(bound, to, checker.isChecked() || (constant && checker.checksConstants()));
        if (converted == null) {
            checker.report()
                    .error(
                            cast.span(),
                            "a '" + bound.type() + "' cannot be cast to '" + to + "'" + castHint(bound.type(), to));
            return Bound.of(to, frame -> null, cast.span());
        }
        if (!constant || converted.isConstant()) {
            return converted.at(cast.span());
        }
        try {
            return Bound.constant(to, converted.node().eval(Folding.FRAME), cast.span());
        } catch (DotNetException overflow) {
            checker.report()
                    .error(
                            cast.span(),
                            "the constant " + Texts.orEmpty(bound.value()) + " does not fit into '" + to
                                    + "'; 'unchecked((" + to + ")…)' would cut it off");
            return Bound.of(to, converted.node(), cast.span());
        }
    }

    private static boolean isNumber(CsType type) {
        return Numbers.isNumeric(type) || type.is(Kind.ENUM);
    }

    private String castHint(CsType from, CsType to) {
        if (from.equals(checker.type("string")) && Numbers.isNumeric(to)) {
            return "; read the number with '" + to + ".Parse(…)'";
        }
        return to.equals(checker.type("string")) ? "; write it with '.ToString()'" : "";
    }

    Bound as(Expr.As as, Scope scope) {
        CsType to = checker.typeNames().resolve(as.type());
        Bound operand = checker.value(as.operand(), scope);
        if (to.isValueType()) {
            checker.report()
                    .error(
                            as.span(),
                            "'as' gives null where it fails, and '" + to + "' is never null; use '" + to + "?'");
            return Bound.of(to, frame -> null, as.span());
        }
        if (!checker.rules().mayBe(operand.type(), to)) {
            checker.report()
                    .error(
                            as.span(),
                            "a '" + operand.type() + "' is never a '" + to + "'; 'as' converts nothing"
                                    + (checker.rules().explicit(operand, to, false) == null
                                            ? ""
                                            : ", a cast does: '(" + to + ")…'"));
        }
        CsType asked = to.isNullable() ? to.element() : to;
        return Bound.of(to, Casts.as(operand.node(), asked, checker.rules()::isOf), as.span());
    }
}
