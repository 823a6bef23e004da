package dev.apim.core.expression.csharp.xml;

import dev.apim.core.expression.csharp.collection.Pull;
import dev.apim.core.expression.csharp.collection.Sequence;
import dev.apim.core.expression.csharp.type.TypeTable;
import dev.apim.core.expression.csharp.value.Evaluation;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The ways to go through a tree, lazily: a tree that changes meanwhile is gone through as it then is. */
final class Axes {
    private Axes() {}

    static Sequence sequence(TypeTable table, String element, String axis, Supplier<Pull> pass) {
        return new Sequence(table.get("IEnumerable", table.get(element)), axis, pass, Sequence.UNKNOWN);
    }

    /** All nodes that one step after another leads to, as long as they fit. */
    static Supplier<Pull> steps(
            Evaluation evaluation,
            Supplier<@Nullable XNode> first,
            Function<XNode, @Nullable XNode> step,
            Predicate<XNode> fits) {
        return () -> {
            @Nullable XNode[] at = {null};
            boolean[] begun = {false};
            return () -> {
                do {
                    evaluation.step();
                    at[0] = begun[0] ? stepped(at[0], step) : first.get();
                    begun[0] = true;
                } while (at[0] != null && !fits.test(at[0]));
                return at[0] == null ? Pull.END : at[0];
            };
        };
    }

    private static @Nullable XNode stepped(@Nullable XNode at, Function<XNode, @Nullable XNode> step) {
        return at == null ? null : step.apply(at);
    }

    /** The nodes in a container; it ends where the node that it is at was taken out of it. */
    static Supplier<Pull> children(Evaluation evaluation, XContainer container, Predicate<XNode> fits) {
        return steps(
                evaluation,
                () -> container.children().first(),
                node -> node.links().parent == container ? node.next() : null,
                fits);
    }

    /** All that a container holds. */
    static Supplier<Pull> descendants(
            Evaluation evaluation, XContainer container, boolean self, Predicate<XNode> fits) {
        return steps(
                evaluation,
                () -> self ? container : container.children().first(),
                node -> node == container ? container.children().first() : Walk.next(container, node),
                fits);
    }

    static Supplier<Pull> ancestors(Evaluation evaluation, XNode from, boolean self, Predicate<XNode> fits) {
        return steps(evaluation, () -> self ? from : from.parent(), XObject::parent, fits);
    }

    static Predicate<XNode> elements() {
        return XElement.class::isInstance;
    }

    /** Elements of a name; none of no name. */
    static Predicate<XNode> named(@Nullable Object name) {
        return node -> node instanceof XElement element && element.name().equals(name);
    }

    static @Nullable XElement first(XContainer container, Predicate<XNode> fits) {
        for (XNode node = container.children().first(); node != null; node = node.next()) {
            if (fits.test(node)) {
                return (XElement) node;
            }
        }
        return null;
    }
}
