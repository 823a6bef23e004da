package dev.apim.core.expression.csharp.check;

import dev.apim.core.expression.csharp.plan.Node;
import dev.apim.core.expression.csharp.type.CsType;
import java.util.List;

/** What is bound only when it runs, since an operand is {@code dynamic}. */
interface DynamicBinding {
    /** A conversion, by itself or by a cast. */
    Node convert(Node operand, CsType to, boolean explicit);

    /** {@code target.name}. */
    Node member(Node target, String name);

    /** {@code target.name = value}. */
    Node setMember(Node target, String name, Node value);

    /** {@code target[arguments]}. */
    Node element(Node target, List<Node> arguments);

    /** {@code target[arguments] = value}. */
    Node setElement(Node target, List<Node> arguments, Node value);

    /** {@code target.name(arguments)}. */
    Node call(Node target, String name, List<Node> arguments);

    /** {@code type.name(arguments)} with a dynamic argument. */
    Node callStatic(CsType type, String name, List<Node> arguments);

    /** {@code new type(arguments)} with a dynamic argument. */
    Node create(CsType type, List<Node> arguments);

    /** {@code left operator right}. */
    Node binary(String operator, Node left, Node right);

    /** {@code operator operand}. */
    Node unary(String operator, Node operand);
}
