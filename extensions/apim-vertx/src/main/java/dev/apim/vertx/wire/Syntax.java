package dev.apim.vertx.wire;

/** Which characters may stand where (RFC 9110 §5, RFC 9112 §2). */
public final class Syntax {
    /** Of a method or field name. */
    static final boolean[] TCHAR = new boolean[256];
    /** Of a field value: visible, space, tab and the upper half. */
    static final boolean[] VALUE = new boolean[256];
    /** Of a request line: visible ASCII and space. */
    static final boolean[] REQUEST_LINE = new boolean[256];

    static {
        for (int c = 0x21; c < 0x7f; c++) {
            TCHAR[c] = "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0;
            VALUE[c] = true;
            REQUEST_LINE[c] = true;
        }
        for (int c = 0x80; c < 0x100; c++) {
            VALUE[c] = true;
        }
        VALUE[' '] = true;
        VALUE['\t'] = true;
        REQUEST_LINE[' '] = true;
    }

    private Syntax() {}

    /** Whether it is a method or field name. */
    public static boolean isToken(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0xff || !TCHAR[c]) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** Whether it can be written as a field value or reason phrase. */
    public static boolean isValue(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0xff || !VALUE[c]) {
                return false;
            }
        }
        return true;
    }

    /** Whether it can be written as a request target: visible ASCII, no fragment. */
    public static boolean isTarget(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c >= 0x7f || c == '#') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** Whether a comma-separated list of tokens holds this one, given in lower case. */
    public static boolean lists(String value, String token) {
        for (int start = 0; start <= value.length(); ) {
            int comma = value.indexOf(',', start);
            int end = comma < 0 ? value.length() : comma;
            if (value.substring(start, end).strip().equalsIgnoreCase(token)) {
                return true;
            }
            start = end + 1;
        }
        return false;
    }

    /** The value of a {@code Content-Length}, or -1 when it is not 1 to 19 digits below 2^63. */
    static long contentLength(String value) {
        if (value.isEmpty() || value.length() > 19) {
            return -1;
        }
        long length = 0;
        for (int i = 0; i < value.length(); i++) {
            int digit = value.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            length = length * 10 + digit;
        }
        return length;
    }
}
