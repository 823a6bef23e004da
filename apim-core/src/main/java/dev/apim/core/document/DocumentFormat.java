package dev.apim.core.document;

import java.util.Locale;
import java.util.Optional;

/** How expressions are written in a policy document (Azure: {@code PolicyContentFormat}). */
public enum DocumentFormat {
    /** Expressions stand as they are, with raw quotes, {@code <} and {@code &}; entities in them are decoded nevertheless. */
    RAWXML,
    /** The document is well-formed XML: a value ends where XML says so, and quotes inside expressions are entities. */
    XML;

    /** The format of this name, without regard to case; of the {@code -link} variants, that of the text linked to. */
    public static Optional<DocumentFormat> of(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "rawxml", "rawxml-link" -> Optional.of(RAWXML);
            case "xml", "xml-link" -> Optional.of(XML);
            default -> Optional.empty();
        };
    }
}
