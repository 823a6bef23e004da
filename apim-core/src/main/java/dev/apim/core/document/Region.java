package dev.apim.core.document;

/**
 * How far an expression reaches.
 *
 * @param end index behind its last character, or -1 where it is not closed
 * @param failedAt where what is not closed begins
 * @param failure what is not closed, or empty
 */
record Region(int end, int failedAt, String failure) {
    static Region to(int end) {
        return new Region(end, -1, "");
    }

    static Region failed(int at, String failure) {
        return new Region(-1, at, failure);
    }

    boolean isClosed() {
        return end >= 0;
    }
}
