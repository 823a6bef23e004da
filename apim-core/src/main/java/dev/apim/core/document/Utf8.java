package dev.apim.core.document;

/** Lengths in UTF-8 without encoding. */
final class Utf8 {
    private Utf8() {}

    static boolean isLonger(String text, int bytes) {
        if (text.length() > bytes) {
            return true;
        }
        return text.length() > bytes / 3 && length(text) > bytes;
    }

    static String tooLong(String what, int bytes) {
        return what + " is longer than " + bytes / 1024 + " KiB (" + bytes
                + " bytes); shorten it or move parts into fragments";
    }

    /** A surrogate is two of its character's four bytes. */
    private static long length(String text) {
        long length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            length += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return length;
    }
}
