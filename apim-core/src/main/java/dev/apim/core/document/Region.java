package dev.apim.core.document;

import org.jspecify.annotations.Nullable;

/**
 * How far an expression reaches.
 *
 * @param end index behind its last character; meaningless after a failure
 * @param failedAt where what is not closed begins
 * @param failure what is wrong, or {@code null}
 */
record Region(int end, int failedAt, @Nullable String failure) {
    static Region to(int end) {
        return new Region(end, -1, null);
    }

    static Region failed(int at, String failure) {
        return new Region(-1, at, failure);
    }
}
