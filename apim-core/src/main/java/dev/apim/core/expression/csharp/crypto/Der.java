package dev.apim.core.expression.csharp.crypto;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An item of the distinguished encoding rules (X.690): as much of them as keys and names need.
 *
 * @param tag the whole first byte
 * @param size bytes with tag and length
 */
record Der(int tag, byte[] bytes, int size) {
    private static final int LONG_FORM = 0x80;
    private static final int MOST_LENGTH_BYTES = 4;

    static Der read(byte[] from) {
        return read(from, 0);
    }

    private static Der read(byte[] from, int start) {
        require(from.length >= start + 2);
        int length = from[start + 1] & 0xFF;
        int at = start + 2;
        if (length >= LONG_FORM) {
            int count = length - LONG_FORM;
            require(count >= 1 && count <= MOST_LENGTH_BYTES && from.length >= at + count);
            length = 0;
            for (int i = 0; i < count; i++) {
                length = length << 8 | from[at++] & 0xFF;
            }
        }
        require(length >= 0 && length <= from.length - at);
        return new Der(from[start] & 0xFF, Arrays.copyOfRange(from, at, at + length), at + length - start);
    }

    List<Der> children() {
        List<Der> children = new ArrayList<>();
        int at = 0;
        while (at < bytes.length) {
            Der child = read(bytes, at);
            children.add(child);
            at += child.size;
        }
        return children;
    }

    /** Of a string. */
    String text() {
        Charset charset = switch (tag) {
            case 0x1E -> StandardCharsets.UTF_16BE;
            case 0x1C -> Charset.forName("UTF-32BE");
            case 0x14 -> StandardCharsets.ISO_8859_1;
            default -> StandardCharsets.UTF_8;
        };
        return new String(bytes, charset);
    }

    /** Of an object identifier. */
    String oid() {
        StringBuilder text = new StringBuilder();
        long number = 0;
        for (byte part : bytes) {
            number = number << 7 | part & 0x7F;
            if (part >= 0) {
                if (text.length() == 0) {
                    long first = Math.min(2, number / 40);
                    text.append(first).append('.').append(number - first * 40);
                } else {
                    text.append('.').append(number);
                }
                number = 0;
            }
        }
        return text.toString();
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw Crypto.failure("ASN1 corrupted data.");
        }
    }
}
