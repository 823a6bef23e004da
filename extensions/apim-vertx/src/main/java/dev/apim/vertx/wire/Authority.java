package dev.apim.vertx.wire;

import io.netty.util.NetUtil;

/** The syntax of {@code host[:port]} in a {@code Host} field or an absolute target (RFC 9112 §3.2), without user information. */
final class Authority {
    private static final int LONGEST = 261;

    private Authority() {}

    static boolean isValid(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return false;
        }
        int end = text.charAt(0) == '[' ? endOfAddress(text) : endOfName(text);
        return end > 0 && (end == text.length() || isPort(text, end));
    }

    private static int endOfAddress(String text) {
        int close = text.indexOf(']');
        return close > 0 && text.indexOf('%') < 0 && NetUtil.isValidIpV6Address(text.substring(1, close))
                ? close + 1
                : -1;
    }

    private static int endOfName(String text) {
        int i = 0;
        int label = 0;
        for (; i < text.length() && text.charAt(i) != ':'; i++) {
            char c = text.charAt(i);
            if (c == '.') {
                if (label == 0) {
                    return -1;
                }
                label = 0;
            } else if ((c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || c == '-'
                    || c == '_') {
                label++;
            } else {
                return -1;
            }
        }
        return i;
    }

    private static boolean isPort(String text, int colon) {
        int digits = text.length() - colon - 1;
        if (text.charAt(colon) != ':' || digits < 1 || digits > 5) {
            return false;
        }
        int port = 0;
        for (int i = colon + 1; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            port = port * 10 + digit;
        }
        return port > 0 && port <= 65535;
    }
}
