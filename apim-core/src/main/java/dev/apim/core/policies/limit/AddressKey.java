package dev.apim.core.policies.limit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * One form for all spellings of an IP address: an IPv4 address without port, also where it is mapped into IPv6; of an IPv6 address the
 * /64, since a single household or server commands one whole.
 */
final class AddressKey {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 64;
    private static final int PREFIX_BYTES = 8;
    private static final Pattern IPV4 = Pattern.compile("((?:\\d{1,3}\\.){3}\\d{1,3})(?::\\d{1,5})?");
    private static final Pattern BRACKETED = Pattern.compile("\\[([0-9a-fA-F:.]+)(?:%[^\\]]*)?](?::\\d{1,5})?");
    private static final Pattern IPV6 = Pattern.compile("([0-9a-fA-F:.]+)(?:%.*)?");

    private AddressKey() {}

    /** The address in its form, or {@code key} itself where it is no address. */
    static String canonical(String key) {
        if (key.length() < SHORTEST || key.length() > LONGEST || !mayBeAddress(key)) {
            return key;
        }
        if (isPlainIpv4(key)) {
            return key;
        }
        var v4 = IPV4.matcher(key);
        if (v4.matches()) {
            return v4.group(1);
        }
        var bracketed = BRACKETED.matcher(key);
        var plain = IPV6.matcher(key);
        String address = bracketed.matches() ? bracketed.group(1) : plain.matches() ? plain.group(1) : "";
        return address.indexOf(':') < 0 ? key : network(address, key);
    }

    private static String network(String address, String otherwise) {
        try {
            // In brackets a name is never looked up: it is an address or refused.
            InetAddress parsed = InetAddress.getByName("[" + address + "]");
            byte[] bytes = parsed.getAddress();
            return bytes.length == 4
                    ? parsed.getHostAddress()
                    : HexFormat.of().formatHex(bytes, 0, PREFIX_BYTES) + "::/64";
        } catch (UnknownHostException noAddress) {
            return otherwise;
        }
    }

    /** What {@link #IPV4} finds without a port; most addresses are spelled so. */
    private static boolean isPlainIpv4(String key) {
        int dots = 0;
        int digits = 0;
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (c >= '0' && c <= '9' && digits < 3) {
                digits++;
            } else if (c == '.' && digits > 0 && dots < 3) {
                dots++;
                digits = 0;
            } else {
                return false;
            }
        }
        return dots == 3 && digits > 0;
    }

    /** A quick look: most keys are names, and their first character tells. */
    private static boolean mayBeAddress(String key) {
        char first = key.charAt(0);
        return (first == '[' || first == ':' || Character.digit(first, 16) >= 0)
                && (key.indexOf(':') >= 0 || key.indexOf('.') >= 0);
    }
}
