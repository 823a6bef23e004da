package dev.apim.importing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Copies the examples of parameters and bodies. */
final class ExampleReader {
    private static final String EXAMPLES = "examples";

    private final Draft draft;

    ExampleReader(Draft draft) {
        this.draft = draft;
    }

    /** From {@code example} and {@code examples} of a parameter, header or media type of OpenAPI 3. */
    void copy(Place from, ObjectNode to) {
        ObjectNode examples = JsonNodeFactory.instance.objectNode();
        from.object(EXAMPLES)
                .ifPresent(all -> all.members()
                        .forEach(e -> References.object(e).ifPresent(found -> examples.set(e.name(), example(found)))));
        from.any("example").ifPresent(value -> examples.set("default", valued(value)));
        if (!examples.isEmpty()) {
            to.set(EXAMPLES, examples);
        }
    }

    /** A single nameless example. */
    void copyValue(Place value, ObjectNode to) {
        to.putObject(EXAMPLES).set("default", valued(value));
    }

    private ObjectNode valued(Place value) {
        ObjectNode example = draft.object(value);
        draft.raw(example, "value", value);
        return example;
    }

    private ObjectNode example(Place found) {
        ObjectNode example = draft.object(found);
        draft.text(example, "summary", found.text("summary"), found);
        draft.text(example, "description", found.text("description"), found);
        found.any("value").ifPresent(value -> draft.raw(example, "value", value));
        draft.text(example, "externalValue", found.text("externalValue"), found);
        return example;
    }
}
