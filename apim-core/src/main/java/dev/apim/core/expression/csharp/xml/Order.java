package dev.apim.core.expression.csharp.xml;

import dev.apim.core.expression.csharp.value.Comparer;
import dev.apim.core.expression.csharp.value.DotNetException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The order of nodes in their document: .NET's {@code XNodeDocumentOrderComparer}. */
final class Order implements Comparer {
    static final Order COMPARER = new Order();

    /** It keeps no state. */
    Order() {}

    /** -1, 0 or 1. */
    static int compare(@Nullable XNode left, @Nullable XNode right) {
        if (left == right) {
            return 0;
        }
        if (left == null || right == null) {
            return left == null ? -1 : 1;
        }
        List<XNode> a = path(left);
        List<XNode> b = path(right);
        if (a.get(0) != b.get(0)) {
            throw DotNetException.invalidOperation("A common ancestor is missing.");
        }
        int i = 0;
        while (i < a.size() && i < b.size() && a.get(i) == b.get(i)) {
            i++;
        }
        if (i == a.size() || i == b.size()) {
            return i == a.size() ? -1 : 1;
        }
        for (XNode node = a.get(i); node != null; node = node.next()) {
            if (node == b.get(i)) {
                return -1;
            }
        }
        return 1;
    }

    /** From the top down to a node. */
    private static List<XNode> path(XNode node) {
        List<XNode> path = new ArrayList<>();
        for (XNode at = node; at != null; at = at.links().parent) {
            path.add(0, at);
        }
        return path;
    }

    @Override
    public int compare(@Nullable Object left, @Nullable Object right) {
        return compare((XNode) left, (XNode) right);
    }

    @Override
    public boolean equal(@Nullable Object left, @Nullable Object right) {
        return left == right;
    }

    @Override
    public int hash(@Nullable Object value) {
        return System.identityHashCode(value);
    }

    @Override
    public String toString() {
        return "System.Xml.Linq.XNodeDocumentOrderComparer";
    }
}
