package dev.apim.vertx.wire;

/** The fields that concern one connection, not the message (RFC 9110 §7.6.1), and those that frame it. */
public final class HopByHop {
    private HopByHop() {}

    /** Whether a message that is passed on must not carry this field from the last connection. */
    public static boolean is(String name) {
        return switch (name.length()) {
            case 2 -> name.equalsIgnoreCase("te");
            case 7 -> name.equalsIgnoreCase("trailer") || name.equalsIgnoreCase("upgrade");
            case 10 -> name.equalsIgnoreCase("connection") || name.equalsIgnoreCase("keep-alive");
            case 16 -> name.equalsIgnoreCase("proxy-connection");
            case 17 -> name.equalsIgnoreCase("transfer-encoding");
            case 18 -> name.equalsIgnoreCase("proxy-authenticate");
            case 19 -> name.equalsIgnoreCase("proxy-authorization");
            default -> false;
        };
    }

    /** Whether it says how long the content is. */
    public static boolean isContentLength(String name) {
        return name.length() == 14 && name.equalsIgnoreCase("content-length");
    }
}
