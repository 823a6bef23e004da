package dev.apim.core.expression.el;

import dev.apim.IssueSink;
import dev.apim.Position;
import dev.apim.core.document.NearestName;
import dev.apim.core.expression.context.ContextType;
import dev.apim.core.expression.context.ContextTypes;
import dev.apim.core.expression.el.ElNode.Typed;
import dev.apim.policy.BodyUse;
import dev.apim.policy.Cost;
import java.util.List;
import java.util.Map;
import org.glassfish.expressly.parser.AstAnd;
import org.glassfish.expressly.parser.AstAssign;
import org.glassfish.expressly.parser.AstChoice;
import org.glassfish.expressly.parser.AstEmpty;
import org.glassfish.expressly.parser.AstFalse;
import org.glassfish.expressly.parser.AstFloatingPoint;
import org.glassfish.expressly.parser.AstFunction;
import org.glassfish.expressly.parser.AstIdentifier;
import org.glassfish.expressly.parser.AstInteger;
import org.glassfish.expressly.parser.AstLambdaExpression;
import org.glassfish.expressly.parser.AstListData;
import org.glassfish.expressly.parser.AstMapData;
import org.glassfish.expressly.parser.AstNegative;
import org.glassfish.expressly.parser.AstNot;
import org.glassfish.expressly.parser.AstNull;
import org.glassfish.expressly.parser.AstOr;
import org.glassfish.expressly.parser.AstSemiColon;
import org.glassfish.expressly.parser.AstString;
import org.glassfish.expressly.parser.AstTrue;
import org.glassfish.expressly.parser.AstValue;
import org.glassfish.expressly.parser.ELParserConstants;
import org.glassfish.expressly.parser.Node;
import org.jspecify.annotations.Nullable;

/**
 * Checks a parsed tree and turns it into a plan, in one walk from left to right. Every kind of node that is not named here is refused.
 * After an issue the plan is not used; the walk goes on to find the others.
 */
final class ElPlanner {
    private static final Typed NOTHING = new Typed(exchange -> null, ContextType.OBJECT);

    /** What is refused, with the sign it is recognized by. */
    private static final Map<Class<? extends Node>, String> REFUSED = Map.of(
            AstLambdaExpression.class, "->",
            AstAssign.class, "=",
            AstSemiColon.class, ";",
            AstListData.class, "[",
            AstMapData.class, "{");

    private final ElSource source;
    private final IssueSink issues;
    private final ElMembers members;
    private int depth;
    private boolean tooDeep;
    private BodyUse bodyUse = BodyUse.NONE;
    private Cost cost = Cost.BOUNDED;

    ElPlanner(ElSource source, IssueSink issues) {
        this.source = source;
        this.issues = issues;
        this.members = new ElMembers(source, issues, this);
    }

    /** The bodies that the nodes planned so far read. */
    BodyUse bodyUse() {
        return bodyUse;
    }

    /** What they cost. */
    Cost cost() {
        return cost;
    }

    void uses(BodyUse use, Cost itsCost) {
        bodyUse = bodyUse.and(use);
        cost = cost.and(itsCost);
    }

    Typed plan(Node node) {
        if (depth == ElLimits.DEPTH) {
            return nestsTooDeep();
        }
        depth++;
        try {
            ElOperator operator = ElOperator.of(node);
            if (operator != null) {
                ElNode one = child(node, 0);
                return operator.between(one, child(node, 1));
            }
            Typed literal = literal(node);
            return literal != null ? literal : other(node);
        } finally {
            depth--;
        }
    }

    /** Says so once: every operand on the way back up is as deep. */
    private Typed nestsTooDeep() {
        if (!tooDeep) {
            tooDeep = true;
            issues.error(
                    source.here(),
                    "the expression nests deeper than " + ElLimits.DEPTH + " operators; keep parts in variables");
        }
        return NOTHING;
    }

    private @Nullable Typed literal(Node node) {
        if (node instanceof AstString string) {
            source.nextOf(ELParserConstants.STRING_LITERAL);
            return constant(string.getString(), ContextType.STRING);
        }
        if (node instanceof AstInteger integer) {
            return constant(integer.getValue(null), ContextType.OBJECT);
        }
        if (node instanceof AstFloatingPoint number) {
            return constant(ElValues.of(number.getValue(null)), ContextType.OBJECT);
        }
        if (node instanceof AstTrue || node instanceof AstFalse) {
            return constant(node instanceof AstTrue, ContextType.BOOL);
        }
        return node instanceof AstNull ? NOTHING : null;
    }

    private Typed other(Node node) {
        if (node instanceof AstIdentifier identifier) {
            return root(identifier.getImage());
        }
        if (node instanceof AstValue) {
            Typed value = plan(node.jjtGetChild(0));
            for (int i = 1; i < node.jjtGetNumChildren(); i++) {
                value = members.step(value, node.jjtGetChild(i));
            }
            return value;
        }
        if (node instanceof AstChoice) {
            return choice(node);
        }
        if (node instanceof AstFunction function) {
            return function(function);
        }
        Typed logic = logic(node);
        return logic != null ? logic : refuse(node);
    }

    private @Nullable Typed logic(Node node) {
        if (node instanceof AstAnd || node instanceof AstOr) {
            boolean decides = node instanceof AstOr;
            ElNode one = child(node, 0);
            ElNode two = child(node, 1);
            return bool(x -> ElValues.bool(one.value(x)) == decides ? decides : ElValues.bool(two.value(x)));
        }
        if (node instanceof AstNot) {
            ElNode operand = child(node, 0);
            return bool(exchange -> !ElValues.bool(operand.value(exchange)));
        }
        if (node instanceof AstEmpty) {
            ElNode operand = child(node, 0);
            return bool(exchange -> ElValues.isEmpty(operand.value(exchange)));
        }
        if (node instanceof AstNegative) {
            return ElOperator.MINUS.between(exchange -> 0L, child(node, 0));
        }
        return null;
    }

    private Typed choice(Node node) {
        ElNode condition = child(node, 0);
        Typed yes = plan(node.jjtGetChild(1));
        Typed no = plan(node.jjtGetChild(2));
        ContextType type = yes.type() == no.type() ? yes.type() : ContextType.OBJECT;
        return new Typed(
                exchange -> (ElValues.bool(condition.value(exchange)) ? yes : no)
                        .node()
                        .value(exchange),
                type);
    }

    private Typed root(String name) {
        Position position = source.next(name);
        if (name.equals("context")) {
            return new Typed(exchange -> exchange, ContextTypes.context());
        }
        String hint = ElTypes.member(ContextTypes.context(), name) != null
                ? "; write context." + name
                : NearestName.of(name, List.of("context")).isPresent() ? "; did you mean context?" : "";
        issues.error(
                position, "found '" + name + "', expected context, the only name an expression starts from" + hint);
        return NOTHING;
    }

    private Typed function(AstFunction function) {
        String name = function.getLocalName();
        issues.error(
                source.next(name),
                "found a call of '" + name
                        + "', but there are no functions, types or constructors; only members of context");
        children(function);
        return NOTHING;
    }

    private Typed refuse(Node node) {
        String sign = REFUSED.get(node.getClass());
        if (sign == null) {
            issues.error(source.here(), "found '" + node + "', which is not allowed in a policy expression");
            return NOTHING;
        }
        String what = switch (sign) {
            case "->" -> "a lambda ('->')";
            case "=" -> "an assignment ('='); to compare, write ==";
            case ";" -> "';'; an expression is one value";
            case "[" -> "a list ('[')";
            default -> "a map or set ('{')";
        };
        issues.error(source.next(sign), "found " + what + ", which is not allowed in a policy expression");
        return NOTHING;
    }

    /** Checks arguments of something that was refused itself. */
    private void children(Node node) {
        for (int i = 0; i < node.jjtGetNumChildren(); i++) {
            Node child = node.jjtGetChild(i);
            for (int j = 0; j < child.jjtGetNumChildren(); j++) {
                plan(child.jjtGetChild(j));
            }
        }
    }

    private ElNode child(Node node, int index) {
        return plan(node.jjtGetChild(index)).node();
    }

    private static Typed constant(@Nullable Object value, ContextType type) {
        return new Typed(exchange -> value, type);
    }

    private static Typed bool(ElNode node) {
        return new Typed(node, ContextType.BOOL);
    }
}
