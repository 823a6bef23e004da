package dev.apim.policy;

import java.util.List;

/**
 * What an element looks like.
 *
 * @param name of the element
 * @param summary one line for the reference page
 * @param attributes it may have, in documented order; {@code id} is always allowed
 * @param children it may have, in documented order
 * @param content what stands between its tags
 * @param contentType what its text evaluates to, where it has text
 * @param min how often it must occur in its parent
 * @param max how often it may occur; {@link Integer#MAX_VALUE} without limit
 */
public record ElementSpec(
        String name,
        String summary,
        List<AttributeSpec> attributes,
        List<ElementSpec> children,
        Content content,
        AttributeSpec.Type contentType,
        int min,
        int max) {
    /** What stands between an element's tags. */
    public enum Content {
        /** Child elements or nothing. */
        ELEMENTS,
        /** A literal text. */
        TEXT,
        /** A text or an expression. */
        EXPRESSION,
        /** Anything, taken as written (Azure: set-body). */
        RAW,
        /** Policies. */
        POLICIES
    }

    /** Without attributes and children, any number of times. */
    public static ElementSpec of(String name, String summary) {
        return new ElementSpec(
                name, summary, List.of(), List.of(), Content.ELEMENTS, AttributeSpec.Type.STRING, 0, Integer.MAX_VALUE);
    }

    /** With these attributes as well. */
    public ElementSpec attributes(AttributeSpec... more) {
        return new ElementSpec(
                name, summary, PolicySpec.join(attributes, more), children, content, contentType, min, max);
    }

    /** With these children as well. */
    public ElementSpec children(ElementSpec... more) {
        return new ElementSpec(
                name, summary, attributes, PolicySpec.join(children, more), content, contentType, min, max);
    }

    /** With this content. */
    public ElementSpec content(Content newContent, AttributeSpec.Type type) {
        return new ElementSpec(name, summary, attributes, children, newContent, type, min, max);
    }

    /** Occurring this often in its parent. */
    public ElementSpec occurs(int newMin, int newMax) {
        return new ElementSpec(name, summary, attributes, children, content, contentType, newMin, newMax);
    }
}
