package dev.apim.core.document;

import java.util.Set;

/**
 * How a document is read.
 *
 * @param format how its expressions are written
 * @param namedValues what {@code {{name}}} stands for
 * @param rawContent names of elements whose content is not read as elements, so that it need not be XML. Content without tags becomes
 *     the element's text; otherwise text and children are empty and {@code content} holds it. One {@code value} element around the
 *     content is read as a child, and then has the raw content.
 * @param limits beyond which it is refused
 */
public record ReaderOptions(
        DocumentFormat format, NamedValues namedValues, Set<String> rawContent, DocumentLimits limits) {
    /** Raw XML, default limits, raw content in {@code set-body}. */
    public static ReaderOptions of(NamedValues namedValues) {
        return new ReaderOptions(DocumentFormat.RAWXML, namedValues, Set.of("set-body"), DocumentLimits.DEFAULT);
    }

    /** The same in another format. */
    public ReaderOptions format(DocumentFormat newFormat) {
        return new ReaderOptions(newFormat, namedValues, rawContent, limits);
    }

    /** The same with other limits. */
    public ReaderOptions limits(DocumentLimits newLimits) {
        return new ReaderOptions(format, namedValues, rawContent, newLimits);
    }
}
