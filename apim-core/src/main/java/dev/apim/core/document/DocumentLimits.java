package dev.apim.core.document;

/**
 * What a policy document may take.
 *
 * @param documentBytes length of a document in UTF-8
 * @param fragmentBytes length of a document whose root is {@code fragment}, in UTF-8
 * @param elements in all, without those inside raw content
 * @param depth of elements within each other, the root being 1
 * @param attributes of one element
 * @param substitutedChars what named values may add, in UTF-16 units
 */
public record DocumentLimits(
        int documentBytes, int fragmentBytes, int elements, int depth, int attributes, int substitutedChars) {
    /** 256 KiB, fragments 512 KiB, 1,000 elements, depth 64, 256 attributes an element, 2 Mi characters from named values. */
    public static final DocumentLimits DEFAULT =
            new DocumentLimits(256 * 1024, 512 * 1024, 1_000, 64, 256, 2 * 1024 * 1024);
}
