package dev.apim.core.document;

import dev.apim.core.document.OpenElement.Content;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a whole document, one tag, text or comment at a time; no recursion, so depth costs only what it is limited to. */
final class Markup {
    private static final String ROOT_EXPECTED = "; expected one element, such as <policies> or <fragment>";

    private final SourceText source;
    private final ReaderOptions options;
    private final Mistakes mistakes;
    private final ValueReader values;
    private final Cursor cursor;
    private final StartTag.Reader tags;
    private final RawContent rawContent;
    private final Elements elements;
    private final Set<String> fragments = new LinkedHashSet<>();

    Markup(SourceText source, ReaderOptions options, Mistakes mistakes, Substitution substitution) {
        this.source = source;
        this.options = options;
        this.mistakes = mistakes;
        this.values = new ValueReader(source, mistakes, substitution, options.format() == DocumentFormat.RAWXML);
        this.cursor = new Cursor(source.text(), mistakes);
        this.tags = new StartTag.Reader(
                source, cursor, mistakes, values, options.limits().attributes());
        this.rawContent = new RawContent(source.text(), cursor);
        this.elements = new Elements(source, mistakes, values, options.limits());
    }

    Set<String> fragments() {
        return fragments;
    }

    /**
     * The root element; whether it is sound, the mistakes tell.
     *
     * @throws Refusal where nothing can be made of what follows, which was reported
     */
    PolicyElement read() {
        while (!cursor.atEnd()) {
            OpenElement element = elements.current();
            if (cursor.ahead(0) == '<') {
                markup(element);
            } else if (element == null) {
                textOutside();
            } else {
                text(element);
            }
        }
        OpenElement unclosed = elements.current();
        if (unclosed != null) {
            throw mistakes.refusal(
                    unclosed.start,
                    "<" + unclosed.name + "> is never closed: expected </" + unclosed.name
                            + "> before the end of the document at " + mistakes.place(cursor.offset()));
        }
        PolicyElement root = elements.root();
        if (root == null) {
            throw mistakes.refusal(0, "the document is empty" + ROOT_EXPECTED);
        }
        return root;
    }

    private void markup(@Nullable OpenElement element) {
        if (cursor.sees("<!--")) {
            cursor.skipPast("comment", 4, "-->");
        } else if (element != null && cursor.sees("<![CDATA[")) {
            cData(element);
        } else if (cursor.sees("<?")) {
            cursor.skipPast("processing instruction", 2, "?>");
        } else if (cursor.sees("<!") && isText(element)) {
            lessThan(element);
        } else if (cursor.sees("<!DOCTYPE") || cursor.sees("<!doctype")) {
            throw mistakes.refusal(cursor.offset(), "found a DOCTYPE, which policy documents must not have; remove it");
        } else if (cursor.sees("<!")) {
            throw mistakes.refusal(cursor.offset(), "found a declaration; expected an element or a comment");
        } else if (cursor.seesTag()) {
            tag();
        } else {
            lessThan(element);
        }
    }

    private static boolean isText(@Nullable OpenElement element) {
        return element != null && element.content == Content.TEXT;
    }

    private void tag() {
        if (cursor.ahead(1) == '/') {
            endTag();
        } else {
            startTag();
        }
    }

    private void startTag() {
        int start = cursor.offset();
        elements.expectRoom(start);
        StartTag tag = tags.read();
        if (elements.current() == null) {
            root(tag);
        }
        if (tag.name().equals("include-fragment")) {
            tag.attributes().stream()
                    .filter(a -> a.name().equals("fragment-id") && !a.value().isExpression())
                    .forEach(a -> fragments.add(a.value().text().trim()));
        }
        if (tag.empty()) {
            Value nothing = values.content(cursor.offset(), cursor.offset(), Decoding.COPY);
            elements.complete(new PolicyElement(
                    tag.name(), source.position(start), tag.attributes(), List.of(), nothing, nothing));
        } else {
            begin(tag);
        }
    }

    private void root(StartTag tag) {
        if (tag.has("expressions", "el")) {
            values.readEl();
        }
        int most = options.limits().documentBytes();
        if (!tag.name().equals("fragment") && Utf8.isLonger(source.text(), most)) {
            throw mistakes.refusal(tag.start(), Utf8.tooLong("the document", most));
        }
    }

    private void begin(StartTag tag) {
        OpenElement parent = elements.current();
        boolean wrapped = parent != null
                && parent.content == Content.WRAPPED
                && tag.name().equals("value");
        boolean liquid = parent != null && wrapped ? parent.liquid : isRaw(tag.name()) && tag.has("template", "liquid");
        boolean foreign = tag.name().indexOf(':') >= 0 || (parent != null && parent.foreign);
        OpenElement element =
                new OpenElement(tag.name(), tag.start(), cursor.offset(), tag.attributes(), liquid, foreign);
        elements.open(element);
        if (wrapped || isRaw(tag.name())) {
            raw(element, !wrapped);
        }
    }

    private boolean isRaw(String name) {
        return options.rawContent().contains(name);
    }

    private void raw(OpenElement element, boolean mayBeWrapped) {
        skipSpaceAndComments();
        int first = cursor.offset();
        if (mayBeWrapped && (cursor.sees("<value>") || cursor.sees("<value "))) {
            element.content = Content.WRAPPED;
        } else if (element.liquid || !values.expressionAt(first)) {
            cursor.moveTo(element.contentStart);
            RawContent.Extent extent = rawContent.measure(element.name);
            if (extent.end() < 0) {
                throw mistakes.refusal(
                        element.start, "<" + element.name + "> is never closed: expected </" + element.name + ">");
            }
            element.content = extent.hasTags() ? Content.UNREAD : Content.TEXT;
            first = extent.hasTags() ? extent.end() : element.contentStart;
        }
        cursor.moveTo(first);
    }

    private void skipSpaceAndComments() {
        while (cursor.skipSpace() || cursor.sees("<!--")) {
            if (cursor.sees("<!--")) {
                cursor.skipPast("comment", 4, "-->");
            }
        }
    }

    private void endTag() {
        int start = cursor.offset();
        cursor.skip("</");
        String name = cursor.name();
        cursor.skipSpace();
        if (!cursor.skip(">")) {
            throw mistakes.refusal(
                    cursor.atEnd() ? start : cursor.offset(),
                    "found " + cursor.found() + " in the end tag </" + name + ">; expected '>'");
        }
        elements.close(name, start);
    }

    private void text(OpenElement element) {
        int start = cursor.offset();
        if (element.text == null) {
            if (cursor.skipSpace() && (cursor.atEnd() || cursor.ahead(0) == '<')) {
                return;
            }
        }
        Decoded decoded = textFrom(element, start);
        boolean first = decoded.length() == 0;
        values.read(decoded, '<', first && !element.liquid);
        cursor.moveTo(decoded.offset());
    }

    private Decoded textFrom(OpenElement element, int offset) {
        if (element.text == null) {
            element.text = values.decode(offset, Decoding.VALUE.liquid(element.liquid));
        }
        element.text.skipTo(offset);
        return element.text;
    }

    private void cData(OpenElement element) {
        int start = cursor.offset() + "<![CDATA[".length();
        int end = cursor.skipPast("CDATA section", 9, "]]>");
        textFrom(element, start).take(start, end, false);
    }

    /** One that begins no markup. */
    private void lessThan(@Nullable OpenElement element) {
        if (element == null) {
            textOutside();
            return;
        }
        int start = cursor.offset();
        if (element.content != Content.TEXT) {
            mistakes.error(
                    start,
                    "found '<' that begins no tag outside an expression; expected &lt; for the character itself");
        }
        textFrom(element, start).take(start, start + 1, false);
        cursor.moveTo(start + 1);
    }

    private void textOutside() {
        if (!cursor.skipSpace()) {
            PolicyElement root = elements.root();
            String where = root == null ? "before the root element" : "after the root element, <" + root.name() + ">";
            throw mistakes.refusal(
                    cursor.offset(),
                    "found " + cursor.found() + " " + where + (root == null ? ROOT_EXPECTED : "; expected the end"));
        }
    }
}
