package dev.apim.core.expression.csharp.xml;

import dev.apim.core.expression.csharp.type.TypeBuilder;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** {@code XContainer}. */
final class ContainerType {
    private ContainerType() {}

    static void define(TypeBuilder type) {
        type.base("XNode");
        type.property("XNode FirstNode", (XContainer self) -> self.children().first())
                .property("XNode LastNode", (XContainer self) -> self.children().last());
        axes(type);
        changes(type);
        type.method(
                        "XElement Element(XName name)",
                        (XContainer self, @Nullable XName name) -> Axes.first(self, Axes.named(name)))
                .costly();
        type.refused("CreateWriter", "use Add");
    }

    static XContainer self(@Nullable Object[] a) {
        return (XContainer) Objects.requireNonNull(a[0]);
    }

    private static void axes(TypeBuilder type) {
        axis(type, "XNode", "Nodes", "()", false, node -> true);
        axis(type, "XElement", "Elements", "()", false, Axes.elements());
        axis(type, "XElement", "Elements", "(XName name)", false, null);
        axis(type, "XNode", "DescendantNodes", "()", true, node -> true);
        axis(type, "XElement", "Descendants", "()", true, Axes.elements());
        axis(type, "XElement", "Descendants", "(XName name)", true, null);
    }

    private static void axis(
            TypeBuilder type,
            String element,
            String name,
            String parameters,
            boolean deep,
            @Nullable Predicate<XNode> fits) {
        type.methodWith("IEnumerable<" + element + "> " + name + parameters, (call, a) -> {
                    Predicate<XNode> test = fits == null ? Axes.named(a[1]) : fits;
                    return Axes.sequence(
                            type.table(),
                            element,
                            name,
                            deep
                                    ? Axes.descendants(call.evaluation(), self(a), false, test)
                                    : Axes.children(call.evaluation(), self(a), test));
                })
                .costly();
    }

    private static void changes(TypeBuilder type) {
        for (String parameter : new String[] {"object content", "params object[] content"}) {
            type.methodWith("void Add(" + parameter + ")", (call, a) -> {
                        Content.append(call.evaluation(), self(a), a[1]);
                        return null;
                    })
                    .costly()
                    .methodWith("void AddFirst(" + parameter + ")", (call, a) -> {
                        Content.insert(call.evaluation(), self(a), null, a[1]);
                        return null;
                    })
                    .costly()
                    .methodWith("void ReplaceNodes(" + parameter + ")", (call, a) -> {
                        Object content = Snapshot.of(a[1]);
                        self(a).children().clear();
                        Content.append(call.evaluation(), self(a), content);
                        return null;
                    })
                    .costly();
        }
        type.method("void RemoveNodes()", (XContainer self) -> {
                    self.children().clear();
                    return null;
                })
                .costly();
    }
}
