package dev.apim.core.document;

/** Characters that may be decoded only as far as somebody looks. */
@FunctionalInterface
interface Chars {
    /** The character at an index, or -1 behind the last. */
    int at(int index);

    static Chars of(CharSequence text) {
        return index -> index < text.length() ? text.charAt(index) : -1;
    }
}
