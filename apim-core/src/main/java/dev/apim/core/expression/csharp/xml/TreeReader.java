package dev.apim.core.expression.csharp.xml;

import dev.apim.core.expression.csharp.value.Disposable;
import dev.apim.core.expression.csharp.value.Evaluation;
import org.jspecify.annotations.Nullable;

/** An {@code XmlReader}: goes forward through a tree, node by node. Not thread-safe. */
final class TreeReader implements Disposable {
    private final XDocument document;
    private @Nullable XNode at;
    private boolean atEndTag;
    private boolean begun;
    private boolean ended;

    TreeReader(XDocument document) {
        this.document = document;
    }

    static TreeReader of(Evaluation evaluation, String text) {
        return new TreeReader(XmlParsing.parse(evaluation, text, true));
    }

    /** Where it stands; absent before the first node and behind the last. */
    @Nullable
    XNode at() {
        return at;
    }

    boolean isAtEndTag() {
        return atEndTag;
    }

    boolean isEnded() {
        return ended;
    }

    boolean isElement() {
        return at instanceof XElement && !atEndTag;
    }

    boolean read() {
        if (ended) {
            return false;
        }
        if (!begun) {
            begun = true;
            stand(document.children().first());
        } else if (at instanceof XElement element && !atEndTag && element.children().first() != null) {
            stand(element.children().first());
        } else if (at instanceof XElement element && !atEndTag && !element.children().isEmpty()) {
            atEndTag = true;
        } else {
            skip();
        }
        return !ended;
    }

    /** Goes behind the node and all it holds. */
    void skip() {
        XNode from = at;
        if (from == null) {
            return;
        }
        XNode next = from.next();
        XContainer parent = from.links().parent;
        if (next != null) {
            stand(next);
        } else if (parent instanceof XElement) {
            at = (XNode) parent;
            atEndTag = true;
        } else {
            stand(null);
        }
    }

    private void stand(@Nullable XNode node) {
        at = node;
        atEndTag = false;
        ended = node == null;
    }

    /** Goes to the next element or text that is more than white space. */
    void moveToContent() {
        if (!begun) {
            read();
        }
        while (!ended && !isContent()) {
            read();
        }
    }

    private boolean isContent() {
        return at instanceof XElement || (at instanceof XText text && !XmlNames.isBlank(text.value()));
    }

    /** Goes to the next element of a name, further on in the document; no name is any. */
    boolean readTo(@Nullable String name) {
        while (read()) {
            if (isElement() && (name == null || XmlReaderType.name(this).equals(name))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void dispose() {
        begun = true;
        stand(null);
    }

    @Override
    public String toString() {
        return "System.Xml.XmlReader";
    }
}
