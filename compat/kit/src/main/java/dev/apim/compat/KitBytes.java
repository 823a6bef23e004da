package dev.apim.compat;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/** Bodies of every size, and what tells them apart. */
public final class KitBytes {
    private KitBytes() {}

    /** The byte at a place of any body. */
    public static byte at(long index) {
        return (byte) (index * 31 + (index >>> 8) + (index >>> 16));
    }

    /** A body of so many bytes. */
    public static byte[] of(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = at(i);
        }
        return bytes;
    }

    /** What tells one body from another. */
    public static String digest(byte[] bytes) {
        return digest(sha().digest(bytes), bytes.length);
    }

    static String digest(byte[] sha, long length) {
        return length + " " + HexFormat.of().formatHex(sha, 0, 8);
    }

    static MessageDigest sha() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Compressed. */
    public static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
