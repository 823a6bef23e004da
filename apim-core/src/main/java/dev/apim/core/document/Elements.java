package dev.apim.core.document;

import dev.apim.core.document.OpenElement.Content;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The elements read so far: those still open, innermost first, and in the end the root. */
final class Elements {
    private final SourceText source;
    private final Mistakes mistakes;
    private final ValueReader values;
    private final DocumentLimits limits;
    private final Deque<OpenElement> open = new ArrayDeque<>();
    private int count;
    private @Nullable PolicyElement root;

    Elements(SourceText source, Mistakes mistakes, ValueReader values, DocumentLimits limits) {
        this.source = source;
        this.mistakes = mistakes;
        this.values = values;
        this.limits = limits;
    }

    /** The innermost open element, if any. */
    @Nullable
    OpenElement current() {
        return open.peek();
    }

    /** The root, once it is closed. */
    @Nullable
    PolicyElement root() {
        return root;
    }

    /** Makes sure that an element may begin at a place. */
    void expectRoom(int start) {
        if (open.isEmpty() && root != null) {
            throw mistakes.refusal(
                    start, "found a second element after the root, <" + root.name() + ">; expected the end");
        }
        if (++count > limits.elements()) {
            throw mistakes.refusal(
                    start, "the document has more than " + limits.elements() + " elements; split it into fragments");
        }
        if (open.size() >= limits.depth()) {
            throw mistakes.refusal(
                    start, "elements are nested more than " + limits.depth() + " deep; expected fewer levels");
        }
    }

    void open(OpenElement element) {
        open.push(element);
    }

    /** Takes an end tag; what it leaves open is closed and reported. */
    void close(String name, int start) {
        if (open.stream().noneMatch(e -> e.name.equals(name))) {
            mistakes.error(start, "found </" + name + ">, which closes nothing" + expectedEnd());
            return;
        }
        while (!open.element().name.equals(name)) {
            mistakes.error(start, "found </" + name + ">" + expectedEnd());
            close(open.pop(), start);
        }
        close(open.pop(), start);
    }

    private String expectedEnd() {
        OpenElement element = open.peek();
        return element == null
                ? "; remove it"
                : "; expected </" + element.name + "> for <" + element.name + "> opened at "
                        + mistakes.place(element.start);
    }

    private void close(OpenElement element, int contentEnd) {
        boolean unread = element.content == Content.UNREAD;
        Value content = values.content(
                element.contentStart, contentEnd, unread ? Decoding.CONTENT.liquid(element.liquid) : Decoding.COPY);
        complete(new PolicyElement(
                element.name,
                source.position(element.start),
                element.attributes,
                List.copyOf(element.children),
                textOf(element, contentEnd),
                content));
    }

    private Value textOf(OpenElement element, int contentEnd) {
        Value nothing = values.content(contentEnd, contentEnd, Decoding.COPY);
        if (element.text == null) {
            return nothing;
        }
        Value text = values.text(element.text, !element.liquid, element.content != Content.TEXT);
        if (element.children.isEmpty()) {
            return text;
        }
        if (!element.foreign && !text.text().isEmpty()) {
            mistakes.warning(
                    source.offset(text.position()),
                    "found text among the elements of <" + element.name + ">; it has no effect, remove it");
        }
        return nothing;
    }

    /** Takes an element that is read entirely. */
    void complete(PolicyElement element) {
        OpenElement parent = open.peek();
        if (parent == null) {
            root = element;
        } else {
            parent.children.add(element);
        }
    }
}
