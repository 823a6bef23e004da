package dev.apim.core.expression.csharp.xml;

import dev.apim.core.expression.csharp.value.DotNetException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.NodeList;

/** An {@code XmlNodeList} or {@code XmlAttributeCollection}. */
record DomNodes(List<DomNode> nodes) implements Iterable<Object> {
    static DomNodes of(NodeList list) {
        List<DomNode> nodes = new ArrayList<>();
        for (int i = 0; i < list.getLength(); i++) {
            nodes.add(new DomNode(list.item(i)));
        }
        return new DomNodes(nodes);
    }

    int count() {
        return nodes.size();
    }

    @Nullable
    DomNode at(int index) {
        return index < 0 || index >= nodes.size() ? null : nodes.get(index);
    }

    DomNode attribute(int index) {
        if (index < 0 || index >= nodes.size()) {
            throw DotNetException.indexOutOfRange();
        }
        return nodes.get(index);
    }

    @Nullable
    DomNode named(String name) {
        return nodes.stream()
                .filter(node -> node.node().getNodeName().equals(name))
                .findFirst()
                .orElse(null);
    }

    @Override
    public Iterator<Object> iterator() {
        return List.<Object>copyOf(nodes).iterator();
    }

    @Override
    public String toString() {
        return "System.Xml.XmlNodeList";
    }
}
