package dev.apim.core.document;

import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicyElement.Attribute;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An element whose end was not reached yet. */
final class OpenElement {
    /** How the content of an element is read. */
    enum Content {
        /** As elements or text. */
        PARSED,
        /** As elements or text, of the one child that holds the content as it is. */
        WRAPPED,
        /** As text that need not be escaped. */
        TEXT,
        /** Not at all; it stands as it is. */
        UNREAD
    }

    final String name;
    final int start;
    final int contentStart;
    final List<Attribute> attributes;
    final List<PolicyElement> children = new ArrayList<>();
    final boolean liquid;

    /** Whether it is not a policy but XML of another vocabulary, or within such, where text among elements is usual. */
    final boolean foreign;

    Content content = Content.PARSED;

    @Nullable
    Decoded text;

    OpenElement(String name, int start, int contentStart, List<Attribute> attributes, boolean liquid, boolean foreign) {
        this.name = name;
        this.start = start;
        this.contentStart = contentStart;
        this.attributes = attributes;
        this.liquid = liquid;
        this.foreign = foreign;
    }
}
