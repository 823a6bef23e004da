package dev.apim.core.expression.csharp.xml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The declarations that a tree itself holds, of an element and its ancestors: whose prefixes are taken when it is written. */
final class Declarations {
    private final List<XAttribute> declared = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();

    /** Those of the ancestors of an element, which are not written with it. */
    void ancestors(XElement element) {
        List<XElement> above = new ArrayList<>();
        for (XElement at = element.parent(); at != null; at = at.parent()) {
            above.add(at);
        }
        Collections.reverse(above);
        above.forEach(this::take);
    }

    void open(XElement element) {
        starts.add(declared.size());
        take(element);
    }

    void close() {
        int start = starts.remove(starts.size() - 1);
        declared.subList(start, declared.size()).clear();
    }

    private void take(XElement element) {
        for (XAttribute attribute : element.attributes()) {
            if (attribute.isDeclaration()) {
                declared.add(attribute);
            }
        }
    }

    /** The prefix last declared for a namespace; null without one. */
    @Nullable
    String prefixOf(String uri, boolean allowDefault) {
        if (uri.isEmpty()) {
            return "";
        }
        for (int i = declared.size() - 1; i >= 0; i--) {
            XAttribute declaration = declared.get(i);
            String prefix = declaration.declaredPrefix();
            if (declaration.value().equals(uri) && (allowDefault || !prefix.isEmpty()) && !isHidden(prefix, i)) {
                return prefix;
            }
        }
        if (uri.equals(XNamespace.XML.uri())) {
            return "xml";
        }
        return uri.equals(XNamespace.XMLNS.uri()) ? "xmlns" : null;
    }

    private boolean isHidden(String prefix, int index) {
        for (int i = index + 1; i < declared.size(); i++) {
            if (declared.get(i).declaredPrefix().equals(prefix)) {
                return true;
            }
        }
        return false;
    }
}
