package dev.apim.core.caller;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** All addresses from one to another of the same kind, both included, ordered by their bytes. Immutable. */
public final class AddressSpan {
    private final byte[] from;
    private final byte[] to;

    private AddressSpan(byte[] from, byte[] to) {
        this.from = from;
        this.to = to;
    }

    /** From one numeric address to another; {@code null} where they are none, of two kinds, or the first is the greater. */
    public static @Nullable AddressSpan of(String from, String to) {
        byte[] least = bytes(from.strip());
        byte[] greatest = bytes(to.strip());
        boolean ordered = least != null
                && greatest != null
                && least.length == greatest.length
                && Arrays.compareUnsigned(least, greatest) <= 0;
        return ordered && least != null && greatest != null ? new AddressSpan(least, greatest) : null;
    }

    /**
     * The bytes of a numeric address, an IPv4 address within IPv6 as the IPv4 address; {@code null} where it is none. No name is looked
     * up.
     */
    public static byte @Nullable [] bytes(String address) {
        boolean dotted = address.indexOf('.') >= 0 && address.indexOf(':') < 0;
        boolean four = !dotted || address.chars().filter(c -> c == '.').count() == 3;
        if (!AddressRange.isNumeric(address) || !dotted && address.indexOf(':') < 0 || !four) {
            return null;
        }
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException e) {
            return null;
        }
    }

    /** Whether an address, by its bytes, lies in it. */
    public boolean contains(byte[] address) {
        return address.length == from.length
                && Arrays.compareUnsigned(from, address) <= 0
                && Arrays.compareUnsigned(address, to) <= 0;
    }

    @Override
    public String toString() {
        return "AddressSpan";
    }
}
