package dev.apim.core.routing;

/** How each character of a path is treated. */
final class PathCharacters {
    private static final byte PLAIN = 1;
    private static final byte TO_ENCODE = 2;
    private static final byte[] KINDS = new byte[0x80]; // what is not marked is forbidden

    static {
        mark("-._~!$&'()*+,=:@", PLAIN); // pchar (RFC 3986 §3.3) without % and ;
        for (char c = '0'; c <= '9'; c++) {
            KINDS[c] = PLAIN;
        }
        for (char c = 'a'; c <= 'z'; c++) {
            KINDS[c] = PLAIN;
            KINDS[c - 0x20] = PLAIN;
        }
        mark("\"<>^`{|}[]", TO_ENCODE); // not in a URI, yet sent by some clients; harmless once encoded
    }

    private PathCharacters() {}

    /** Stands for itself. */
    static boolean isPlain(char c) {
        return c < 0x80 && KINDS[c] == PLAIN;
    }

    /** Is accepted and forwarded as an escape. */
    static boolean isToEncode(char c) {
        return c < 0x80 && KINDS[c] == TO_ENCODE;
    }

    /** Means the same whether escaped or not (RFC 3986 §2.3). */
    static boolean isUnreserved(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~';
    }

    private static void mark(String characters, byte kind) {
        for (int i = 0; i < characters.length(); i++) {
            KINDS[characters.charAt(i)] = kind;
        }
    }
}
