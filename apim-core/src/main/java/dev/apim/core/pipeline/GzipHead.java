package dev.apim.core.pipeline;

import java.util.zip.CRC32;

/**
 * The head of gzip (RFC 1952 §2.3). It is read before the JDK's stream is made of the body: that takes memory outside of the heap first
 * and reads the head then, and where the head is broken nobody can give the memory back but the collector, whenever it comes by.
 */
final class GzipHead {
    private static final int FIXED = 10;
    private static final int DEFLATE = 8;
    private static final int CHECKED = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    private GzipHead() {}

    /** Whether the JDK's stream will take it. */
    static boolean isSound(byte[] bytes) {
        if (bytes.length < FIXED || at(bytes, 0) != 0x1f || at(bytes, 1) != 0x8b || bytes[2] != DEFLATE) {
            return false;
        }
        int flags = bytes[3];
        int end = FIXED;
        if ((flags & EXTRA) != 0) {
            end = end + 2 > bytes.length ? -1 : end + 2 + at(bytes, end) + (at(bytes, end + 1) << 8);
        }
        end = (flags & NAME) != 0 ? afterText(bytes, end) : end;
        end = (flags & COMMENT) != 0 ? afterText(bytes, end) : end;
        return (flags & CHECKED) != 0 ? isChecked(bytes, end) : end >= 0 && end <= bytes.length;
    }

    /** Behind a text that ends with a zero; negative where there is none. */
    private static int afterText(byte[] bytes, int from) {
        for (int i = from; i >= 0 && i < bytes.length; i++) {
            if (bytes[i] == 0) {
                return i + 1;
            }
        }
        return -1;
    }

    private static boolean isChecked(byte[] bytes, int end) {
        if (end < 0 || end + 2 > bytes.length) {
            return false;
        }
        CRC32 sum = new CRC32();
        sum.update(bytes, 0, end);
        return (sum.getValue() & 0xffff) == (at(bytes, end) | at(bytes, end + 1) << 8);
    }

    private static int at(byte[] bytes, int index) {
        return bytes[index] & 0xff;
    }
}
