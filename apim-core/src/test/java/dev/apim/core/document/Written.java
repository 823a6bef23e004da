package dev.apim.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.apim.policy.PolicyElement;
import dev.apim.policy.Value;

/** Checks that every position of a document points at what it belongs to in the author's text. */
final class Written {
    private final SourceText source;
    private final String text;
    private int checked;

    private Written(SourceText source) {
        this.source = source;
        this.text = source.text();
    }

    /** Checks all elements, attributes and characters; returns how many. */
    static int check(ParsedDocument document) {
        Written written = new Written(document.source());
        written.element(document.root());
        return written.checked;
    }

    private void element(PolicyElement element) {
        assertThat(at(source.offset(element.position()), 1 + element.name().length()))
                .isEqualTo("<" + element.name());
        checked++;
        for (PolicyElement.Attribute attribute : element.attributes()) {
            int start = source.offset(attribute.position());
            assertThat(at(start, attribute.name().length())).isEqualTo(attribute.name());
            int behindName = start + attribute.name().length();
            assertThat(text.substring(
                            behindName, source.offset(attribute.value().position())))
                    .matches("(?s)\\s*=\\s*[\"']\\s*");
            value(attribute.value());
        }
        value(element.text());
        value(element.content());
        element.children().forEach(this::element);
    }

    private void value(Value value) {
        checked++;
        for (int i = 0; i < value.text().length(); i++) {
            int offset = source.offset(value.at(i));
            char written = text.charAt(offset);
            if (written != value.text().charAt(i) && written != '&' && written != '{' && written != '\r') {
                fail("character %d of '%s' is not at %s", i, value, value.at(i));
            }
        }
        int end = source.offset(value.at(value.text().length()));
        assertThat(end).isBetween(source.offset(value.position()), text.length());
    }

    private String at(int offset, int length) {
        return text.substring(offset, Math.min(text.length(), offset + length));
    }
}
