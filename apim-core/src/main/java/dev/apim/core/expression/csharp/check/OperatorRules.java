package dev.apim.core.expression.csharp.check;

import dev.apim.core.expression.csharp.check.Overloads.Candidate;
import dev.apim.core.expression.csharp.plan.Arithmetic;
import dev.apim.core.expression.csharp.plan.Calls;
import dev.apim.core.expression.csharp.plan.Casts;
import dev.apim.core.expression.csharp.plan.Constant;
import dev.apim.core.expression.csharp.plan.Logic;
import dev.apim.core.expression.csharp.plan.Node;
import dev.apim.core.expression.csharp.plan.NumericKind;
import dev.apim.core.expression.csharp.syntax.Expr;
import dev.apim.core.expression.csharp.syntax.Span;
import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import dev.apim.core.expression.csharp.value.DotNetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Operators: which of the language's, of enumerations or of the operands' types is meant. */
final class OperatorRules {

    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");
    private static final Set<String> EQUALITIES = Set.of("==", "!=");

    private final Checker checker;
    private final EnumRules enums;
    private final BuiltInOperators builtIn;
    private final DeclaredOperators declaring;

    OperatorRules(Checker checker) {
        this.checker = checker;
        this.enums = new EnumRules(checker);
        this.builtIn = new BuiltInOperators(checker);
        this.declaring = new DeclaredOperators(checker);
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
        Bound declared = declaring.declared(operator, List.of(operand), span);
        if (declared != null) {
            return declared;
        }
        boolean isChecked = checker.isChecked() || (operand.isConstant() && checker.checksConstants());
        Unary how = operator.equals("!") ? not(plain) : number(operator, plain, isChecked);
        Bound held = type.isNullable() ? DeclaredOperators.unwrapped(operand) : operand;
        Candidate inner = how == null && type.isNullable() ? declaring.find(operator, List.of(held)) : null;
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
            return checker.choices().coalesce(binary, scope);
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
        Bound declared = declaring.userDefined(operator, left, right, span);
        if (declared != null) {
            return declared;
        }
        Bound text = concatenation(operator, left, right, span);
        if (text != null) {
            return text;
        }
        Bound numeric = builtIn.numeric(operator, left, right, span);
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
        Bound bits = builtIn.truthBits(operator, left, right, span);
        return bits != null || !EQUALITIES.contains(operator) ? bits : builtIn.equality(operator, left, right, span);
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
}
