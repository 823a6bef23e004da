package dev.apim.core.expression.csharp.xml;

import dev.apim.core.expression.csharp.value.Disposable;
import dev.apim.core.expression.csharp.value.Evaluation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** .NET's {@code XmlReader} over a text: it goes from tag to tag of what was read, and from attribute to attribute. */
final class ReaderValue implements Disposable {
    /** {@code XmlNodeType.None}. */
    static final int NONE = 0;

    /** {@code XmlNodeType.EndElement}. */
    static final int END = 15;

    private final String text;
    private @Nullable List<Event> events;
    private int at = -1;
    private int attribute = -1;
    private boolean closed;

    ReaderValue(String text) {
        this.text = text;
    }

    /** A place: a node, or the end of an element. */
    private record Event(XNode node, boolean isEnd) {}

    /** Goes on; the text is read when this is first asked. */
    boolean read(Evaluation evaluation) {
        evaluation.step();
        List<Event> all = events;
        if (all == null) {
            all = events(XmlParsing.parse(evaluation, text, true));
            events = all;
        }
        attribute = -1;
        at = Math.min(at + 1, all.size());
        return !closed && at < all.size();
    }

    private static List<Event> events(XDocument document) {
        List<Event> events = new ArrayList<>();
        XNode node = document.children().first();
        while (node != null) {
            events.add(new Event(node, false));
            XNode next = Walk.next(document, node);
            XContainer until = next == null ? document : next.links().parent;
            boolean inside =
                    node instanceof XElement element && element.children().first() != null;
            if (node instanceof XElement element
                    && element.children().first() == null
                    && !element.children().isEmpty()) {
                events.add(new Event(element, true));
            }
            for (XContainer up = node.links().parent; !inside && up != until && up instanceof XElement; ) {
                events.add(new Event(up, true));
                up = up.links().parent;
            }
            node = next;
        }
        return events;
    }

    private @Nullable Event event() {
        return events != null && at >= 0 && at < events.size() && !closed ? events.get(at) : null;
    }

    /** What it is at: a node or an attribute. */
    @Nullable
    XObject current() {
        Event event = event();
        if (event != null && attribute >= 0 && event.node() instanceof XElement element) {
            return element.attributes().get(attribute);
        }
        return event == null ? null : event.node();
    }

    /** The element it is at the start of, or whose attribute it is at. */
    @Nullable
    XElement element() {
        Event event = event();
        return event != null && !event.isEnd() && event.node() instanceof XElement element ? element : null;
    }

    int kind() {
        Event event = event();
        XObject current = current();
        if (event == null || current == null) {
            return NONE;
        }
        if (event.isEnd()) {
            return END;
        }
        boolean blank = current instanceof XPlainText plain && XmlNames.isBlank(plain.value());
        return blank ? NodeKind.WHITE_SPACE : (int) current.kind().value().value();
    }

    boolean isAtEnd() {
        return events != null && at >= events.size();
    }

    int depth() {
        XObject current = current();
        return current == null ? 0 : Walk.depth(current) - 1;
    }

    /** Goes to an attribute by its place; back to the element with -1. */
    boolean move(int index) {
        XElement element = element();
        boolean there = element != null && index < element.attributes().size();
        if (there) {
            attribute = index;
        }
        return there;
    }

    int attribute() {
        return attribute;
    }

    /** Goes behind the element it is at. */
    void skip(Evaluation evaluation) {
        XElement element = element();
        if (element != null && !element.children().isEmpty()) {
            Event event;
            do {
                read(evaluation);
                event = event();
            } while (event != null && !(event.isEnd() && event.node() == element));
        }
        read(evaluation);
    }

    @Override
    public void dispose() {
        closed = true;
    }

    @Override
    public String toString() {
        return "System.Xml.XmlReader";
    }
}
