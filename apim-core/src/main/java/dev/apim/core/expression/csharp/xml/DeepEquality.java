package dev.apim.core.expression.csharp.xml;

import dev.apim.core.expression.csharp.value.Comparer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether trees say the same: .NET's {@code XNode.DeepEquals} and {@code XNodeEqualityComparer}. */
final class DeepEquality implements Comparer {
    static final DeepEquality COMPARER = new DeepEquality();

    /** It keeps no state. */
    DeepEquality() {}

    static boolean equal(@Nullable XNode left, @Nullable XNode right) {
        if (left == right) {
            return true;
        }
        if (left == null || right == null || !same(left, right)) {
            return false;
        }
        return !(left instanceof XContainer a) || contents(a, (XContainer) right);
    }

    /** Depth is bounded where trees are made. */
    private static boolean contents(XContainer left, XContainer right) {
        XNode a = left.children().first();
        XNode b = right.children().first();
        while (a != null && b != null) {
            if (a instanceof XPlainText && b instanceof XPlainText) {
                StringBuilder leftText = new StringBuilder();
                StringBuilder rightText = new StringBuilder();
                a = text(a, leftText);
                b = text(b, rightText);
                if (!leftText.toString().contentEquals(rightText)) {
                    return false;
                }
            } else {
                if (!equal(a, b)) {
                    return false;
                }
                a = a.next();
                b = b.next();
            }
        }
        boolean sameEnd = a == null
                && b == null
                && left.children().isEmpty() == right.children().isEmpty();
        return sameEnd || (left instanceof XDocument && a == null && b == null);
    }

    /** Takes texts that follow each other as one, and gives the node behind them. */
    private static @Nullable XNode text(XNode first, StringBuilder into) {
        XNode at = first;
        while (at instanceof XPlainText text) {
            into.append(text.value());
            at = at.next();
        }
        return at;
    }

    private static boolean same(XNode left, XNode right) {
        if (left.kind() != right.kind()) {
            return false;
        }
        return switch (left.kind()) {
            case ELEMENT -> sameElement((XElement) left, (XElement) right);
            case TEXT, CDATA -> ((XText) left).value().equals(((XText) right).value());
            case COMMENT -> ((XComment) left).value().equals(((XComment) right).value());
            case INSTRUCTION -> {
                XInstruction a = (XInstruction) left;
                XInstruction b = (XInstruction) right;
                yield a.target().equals(b.target()) && a.data().equals(b.data());
            }
            case DOCUMENT_TYPE -> left.toString().equals(right.toString());
            default -> true;
        };
    }

    private static boolean sameElement(XElement left, XElement right) {
        if (!left.name().equals(right.name())
                || left.attributes().size() != right.attributes().size()) {
            return false;
        }
        for (int i = 0; i < left.attributes().size(); i++) {
            XAttribute a = left.attributes().get(i);
            XAttribute b = right.attributes().get(i);
            if (!a.name().equals(b.name()) || !a.value().equals(b.value())) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int compare(@Nullable Object left, @Nullable Object right) {
        return equal(left, right) ? 0 : Order.compare((XNode) left, (XNode) right);
    }

    @Override
    public boolean equal(@Nullable Object left, @Nullable Object right) {
        return equal((XNode) left, (XNode) right);
    }

    /** Of what a tree begins with, so that equal ones agree. */
    @Override
    public int hash(@Nullable Object value) {
        return value instanceof XElement element
                ? Objects.hash(element.name(), element.value())
                : value instanceof XNode node ? node.kind().hashCode() : 0;
    }

    @Override
    public String toString() {
        return "System.Xml.Linq.XNodeEqualityComparer";
    }
}
