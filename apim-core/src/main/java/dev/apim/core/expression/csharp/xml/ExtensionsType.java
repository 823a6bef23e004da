package dev.apim.core.expression.csharp.xml;

import dev.apim.core.expression.csharp.collection.Pull;
import dev.apim.core.expression.csharp.collection.Sequence;
import dev.apim.core.expression.csharp.type.Code;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.Evaluation;
import dev.apim.core.expression.csharp.value.Values;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * {@code System.Xml.Linq.Extensions}: what every node of a sequence leads to. .NET's type parameters, which their constraints make nodes,
 * are left out: a sequence of elements is one of nodes all the same.
 */
final class ExtensionsType {
    private ExtensionsType() {}

    static void define(TypeBuilder type) {
        ups(type);
        downs(type);
        attributes(type);
        removals(type);
        type.methodWith("IEnumerable<T> InDocumentOrder<T>(this IEnumerable<T> source)", (call, a) -> {
                    Object source = NodeTypes.required(a[0], "source");
                    return new Sequence(
                            type.table().get("IEnumerable", call.types().get(0)),
                            "InDocumentOrder",
                            () -> sorted(call.evaluation(), source),
                            Sequence.UNKNOWN);
                })
                .costly();
    }

    private static Pull sorted(Evaluation evaluation, Object source) {
        List<XNode> nodes = new ArrayList<>();
        for (Object node : Values.iterate(source)) {
            evaluation.step();
            nodes.add((XNode) Objects.requireNonNull(node));
        }
        evaluation.steps(1L + nodes.size());
        nodes.sort(Order::compare);
        Iterator<XNode> sorted = nodes.iterator();
        return () -> sorted.hasNext() ? sorted.next() : Pull.END;
    }

    /** Where one node leads to. */
    @FunctionalInterface
    private interface Axis {
        Supplier<Pull> of(Evaluation evaluation, XNode node, Predicate<XNode> fits);
    }

    private static void ups(TypeBuilder type) {
        both(type, "Ancestors", "XNode", (e, node, fits) -> Axes.ancestors(e, node, false, fits));
        both(type, "AncestorsAndSelf", "XElement", (e, node, fits) -> Axes.ancestors(e, node, true, fits));
    }

    private static void downs(TypeBuilder type) {
        both(type, "Elements", "XContainer", (e, node, fits) -> Axes.children(e, (XContainer) node, fits));
        both(type, "Descendants", "XContainer", (e, node, fits) -> Axes.descendants(e, (XContainer) node, false, fits));
        both(
                type,
                "DescendantsAndSelf",
                "XElement",
                (e, node, fits) -> Axes.descendants(e, (XContainer) node, true, fits));
        axis(
                type,
                "XNode",
                "Nodes(this IEnumerable<XContainer> source)",
                node -> true,
                (e, node, fits) -> Axes.children(e, (XContainer) node, fits));
        axis(
                type,
                "XNode",
                "DescendantNodes(this IEnumerable<XContainer> source)",
                node -> true,
                (e, node, fits) -> Axes.descendants(e, (XContainer) node, false, fits));
        axis(
                type,
                "XNode",
                "DescendantNodesAndSelf(this IEnumerable<XElement> source)",
                node -> true,
                (e, node, fits) -> Axes.descendants(e, (XContainer) node, true, fits));
    }

    private static void both(TypeBuilder type, String name, String from, Axis axis) {
        String source = name + "(this IEnumerable<" + from + "> source";
        axis(type, "XElement", source + ")", Axes.elements(), axis);
        axis(type, "XElement", source + ", XName name)", null, axis);
    }

    private static void axis(
            TypeBuilder type, String element, String member, @Nullable Predicate<XNode> fits, Axis axis) {
        String name = member.substring(0, member.indexOf('('));
        type.methodWith("IEnumerable<" + element + "> " + member, (call, a) -> {
                    Object source = NodeTypes.required(a[0], "source");
                    Predicate<XNode> test = fits == null ? Axes.named(a[1]) : fits;
                    Supplier<Pull> pass = () -> flat(
                            call.evaluation(),
                            source,
                            node -> axis.of(call.evaluation(), (XNode) node, test)
                                    .get());
                    return Axes.sequence(type.table(), element, name, pass);
                })
                .costly();
    }

    private static Pull flat(Evaluation evaluation, Object source, Function<Object, Pull> inner) {
        Iterator<@Nullable Object> outer = Values.iterate(source).iterator();
        @Nullable Pull[] at = {null};
        return () -> {
            while (true) {
                evaluation.step();
                Object found = at[0] == null ? Pull.END : at[0].next();
                if (found != Pull.END) {
                    return found;
                }
                if (!outer.hasNext()) {
                    return Pull.END;
                }
                at[0] = inner.apply(Objects.requireNonNull(outer.next()));
            }
        };
    }

    private static void attributes(TypeBuilder type) {
        String member = "IEnumerable<XAttribute> Attributes(this IEnumerable<XElement> source";
        type.methodWith(member + ")", (call, a) -> attributes(type, call, a[0], element -> element.attributes()))
                .costly()
                .methodWith(
                        member + ", XName name)",
                        (call, a) -> attributes(type, call, a[0], element -> Owned.named(element, a[1])))
                .costly();
    }

    private static Object attributes(
            TypeBuilder type, Code.Call call, @Nullable Object given, Function<XElement, List<XAttribute>> of) {
        Object source = NodeTypes.required(given, "source");
        return Axes.sequence(
                type.table(),
                "XAttribute",
                "Attributes",
                () -> flat(call.evaluation(), source, element -> {
                    Iterator<XAttribute> found = of.apply((XElement) element).iterator();
                    return () -> found.hasNext() ? found.next() : Pull.END;
                }));
    }

    private static void removals(TypeBuilder type) {
        type.methodWith("void Remove(this IEnumerable<XNode> source)", (call, a) -> {
                    for (Object node : all(call.evaluation(), a[0])) {
                        NodeTypes.parent((XNode) node).children().remove((XNode) node);
                    }
                    return null;
                })
                .costly()
                .methodWith("void Remove(this IEnumerable<XAttribute> source)", (call, a) -> {
                    for (Object attribute : all(call.evaluation(), a[0])) {
                        ((XElement) NodeTypes.parent((XAttribute) attribute)).remove((XAttribute) attribute);
                    }
                    return null;
                })
                .costly();
    }

    /** All before the first is removed, as .NET does. */
    private static List<Object> all(Evaluation evaluation, @Nullable Object source) {
        List<Object> all = new ArrayList<>();
        for (Object element : Values.iterate(NodeTypes.required(source, "source"))) {
            evaluation.step();
            all.add(Objects.requireNonNull(element));
        }
        return all;
    }
}
