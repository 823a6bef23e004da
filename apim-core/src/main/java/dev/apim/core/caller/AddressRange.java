package dev.apim.core.caller;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** A range of addresses such as {@code 10.0.0.0/8}. Immutable. */
public final class AddressRange {
    private static final Pattern NUMERIC = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private final byte[] network;
    private final int prefix;

    private AddressRange(byte[] network, int prefix) {
        this.network = network;
        this.prefix = prefix;
    }

    /**
     * Reads an address or an address with the length of its prefix.
     *
     * @throws IllegalArgumentException when it is neither
     */
    public static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        byte[] network = bytes(slash < 0 ? text : text.substring(0, slash));
        int prefix = network.length * 8;
        if (slash >= 0) {
            try {
                prefix = Integer.parseInt(text.substring(slash + 1));
            } catch (NumberFormatException e) {
                prefix = -1;
            }
        }
        if (prefix < 0 || prefix > network.length * 8) {
            throw new IllegalArgumentException(
                    "expected an address range such as 10.0.0.0/8 or fd00::/8, found '" + text + "'");
        }
        return new AddressRange(network, prefix);
    }

    /** Whether a numeric address lies in the range; what is no address lies in none. */
    public boolean contains(String address) {
        byte[] bytes;
        try {
            bytes = bytes(address);
        } catch (IllegalArgumentException e) {
            return false;
        }
        if (bytes.length != network.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((bytes[bit / 8] & mask) != (network[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a text is a numeric address, so that no name is ever looked up. */
    static boolean isNumeric(String text) {
        return NUMERIC.matcher(text).matches();
    }

    private static byte[] bytes(String text) {
        if (!isNumeric(text)) {
            throw new IllegalArgumentException("expected a numeric address, found '" + text + "'");
        }
        try {
            return InetAddress.getByName(text).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("expected a numeric address, found '" + text + "'", e);
        }
    }
}
