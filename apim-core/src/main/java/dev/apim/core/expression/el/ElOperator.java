package dev.apim.core.expression.el;

import dev.apim.core.expression.context.ContextType;
import dev.apim.core.expression.el.ElNode.Typed;
import dev.apim.policy.ExpressionException;
import jakarta.el.ELException;
import org.glassfish.expressly.lang.ELArithmetic;
import org.glassfish.expressly.lang.ELSupport;
import org.glassfish.expressly.parser.AstConcat;
import org.glassfish.expressly.parser.AstDiv;
import org.glassfish.expressly.parser.AstEqual;
import org.glassfish.expressly.parser.AstGreaterThan;
import org.glassfish.expressly.parser.AstGreaterThanEqual;
import org.glassfish.expressly.parser.AstLessThan;
import org.glassfish.expressly.parser.AstLessThanEqual;
import org.glassfish.expressly.parser.AstMinus;
import org.glassfish.expressly.parser.AstMod;
import org.glassfish.expressly.parser.AstMult;
import org.glassfish.expressly.parser.AstNotEqual;
import org.glassfish.expressly.parser.AstPlus;
import org.glassfish.expressly.parser.Node;
import org.jspecify.annotations.Nullable;

/** The operators with two operands; the library computes, here is what keeps them bounded and their mistakes readable. */
@SuppressWarnings("ImmutableEnumChecker") // its fields are immutable, but not annotated so
enum ElOperator {
    PLUS("+", AstPlus.class, ContextType.OBJECT, ELArithmetic::add),
    MINUS("-", AstMinus.class, ContextType.OBJECT, ELArithmetic::subtract),
    TIMES("*", AstMult.class, ContextType.OBJECT, ELArithmetic::multiply),
    DIVIDE("/", AstDiv.class, ContextType.OBJECT, ELArithmetic::divide),
    MODULO("%", AstMod.class, ContextType.OBJECT, ELArithmetic::mod),
    EQUAL("==", AstEqual.class, ContextType.BOOL, ELSupport::equals),
    NOT_EQUAL("!=", AstNotEqual.class, ContextType.BOOL, (one, other) -> !ELSupport.equals(one, other)),
    LESS("<", AstLessThan.class, ContextType.BOOL, (one, other) -> ordered(one, other) && compare(one, other) < 0),
    AT_MOST(
            "<=",
            AstLessThanEqual.class,
            ContextType.BOOL,
            (one, other) -> one == other || (ordered(one, other) && compare(one, other) <= 0)),
    GREATER(
            ">",
            AstGreaterThan.class,
            ContextType.BOOL,
            (one, other) -> ordered(one, other) && compare(one, other) > 0),
    AT_LEAST(
            ">=",
            AstGreaterThanEqual.class,
            ContextType.BOOL,
            (one, other) -> one == other || (ordered(one, other) && compare(one, other) >= 0)),
    CONCATENATE("+=", AstConcat.class, ContextType.STRING, ElOperator::concatenate);

    private interface Computation {
        Object of(@Nullable Object one, @Nullable Object other);
    }

    private final String sign;
    private final Class<? extends Node> ast;
    private final ContextType type;
    private final Computation computation;

    ElOperator(String sign, Class<? extends Node> ast, ContextType type, Computation computation) {
        this.sign = sign;
        this.ast = ast;
        this.type = type;
        this.computation = computation;
    }

    /** The operator of a node of the parsed tree, or {@code null}. */
    static @Nullable ElOperator of(Node node) {
        for (ElOperator operator : values()) {
            if (operator.ast.isInstance(node)) {
                return operator;
            }
        }
        return null;
    }

    /** The operator between two operands. */
    Typed between(ElNode one, ElNode other) {
        return new Typed(exchange -> compute(one.value(exchange), other.value(exchange)), type);
    }

    Object compute(@Nullable Object one, @Nullable Object other) {
        checkDigits(one, other);
        checkDigits(other, one);
        try {
            return computation.of(one, other);
        } catch (ELException | IllegalArgumentException | ClassCastException e) {
            throw new ExpressionException(
                    "'" + sign + "' cannot be applied to " + ElValues.kind(one) + " and " + ElValues.kind(other) + ".",
                    e);
        } catch (ArithmeticException e) {
            throw new ExpressionException("Attempted to divide by zero.", e);
        }
    }

    /** A long text read as a number costs the square of its length. */
    private void checkDigits(@Nullable Object text, @Nullable Object other) {
        boolean asNumber = this != CONCATENATE && (type == ContextType.OBJECT || other instanceof Number);
        if (asNumber && text instanceof String digits && digits.length() > ElLimits.DIGITS) {
            throw new ExpressionException("The input string was not in a correct format.");
        }
    }

    /** Nothing is less or greater than null. */
    private static boolean ordered(@Nullable Object one, @Nullable Object other) {
        return one != null && other != null;
    }

    private static int compare(@Nullable Object one, @Nullable Object other) {
        return ELSupport.compare(one, other);
    }

    private static String concatenate(@Nullable Object one, @Nullable Object other) {
        String first = ElValues.text(one);
        String second = ElValues.text(other);
        ElLimits.checkOutput((long) first.length() + second.length());
        return first.concat(second);
    }
}
