package dev.apim.vertx;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/**
 * Which addresses are public unicast ones, by the special-purpose registries of IANA (RFC 6890 and its successors). An IPv4 address
 * inside an IPv6 one (mapped, compatible, NAT64, 6to4, Teredo) is judged too, or refused where it cannot be.
 */
final class PublicAddresses {
    /** First address, prefix length. */
    private static final int[][] NOT_PUBLIC = {
        {0x00000000, 8}, // this network
        {0x0a000000, 8}, // private
        {0x64400000, 10}, // carrier-grade NAT
        {0x7f000000, 8}, // loopback
        {0xa9fe0000, 16}, // link-local, metadata services
        {0xac100000, 12}, // private
        {0xc0000000, 24}, // protocol assignments
        {0xc0000200, 24}, // documentation
        {0xc0586300, 24}, // 6to4 relay
        {0xc0a80000, 16}, // private
        {0xc6120000, 15}, // benchmarks
        {0xc6336400, 24}, // documentation
        {0xcb007100, 24}, // documentation
        {0xe0000000, 4}, // multicast
        {0xf0000000, 4}, // reserved, broadcast
    };

    private PublicAddresses() {}

    static boolean contain(InetAddress address) {
        if (address instanceof Inet4Address four) {
            return isPublic(four.getAddress(), 0);
        }
        return address instanceof Inet6Address six && isPublic(six.getAddress());
    }

    private static boolean isPublic(byte[] b) {
        if (isZero(b, 0, 10) && ((b[10] == 0 && b[11] == 0) || (b[10] == -1 && b[11] == -1))) {
            return !isZero(b, 12, 15) && isPublic(b, 12); // mapped or compatible; :: and ::1 end here too
        }
        if (starts(b, 0x00, 0x64, 0xff, 0x9b)) {
            return isZero(b, 4, 12) && isPublic(b, 12); // NAT64; its local-use prefix is refused
        }
        if (starts(b, 0x20, 0x02)) {
            return isPublic(b, 2); // 6to4
        }
        boolean global = (b[0] & 0xe0) == 0x20; // 2000::/3, all that is assigned for global unicast
        boolean protocols = starts(b, 0x20, 0x01) && (b[2] & 0xfe) == 0; // 2001::/23, Teredo among them
        boolean documentation = starts(b, 0x20, 0x01, 0x0d, 0xb8) || (starts(b, 0x3f, 0xff) && (b[2] & 0xf0) == 0);
        return global && !protocols && !documentation;
    }

    private static boolean isPublic(byte[] b, int at) {
        int address = (b[at] & 0xff) << 24 | (b[at + 1] & 0xff) << 16 | (b[at + 2] & 0xff) << 8 | (b[at + 3] & 0xff);
        for (int[] range : NOT_PUBLIC) {
            if ((address ^ range[0]) >>> (32 - range[1]) == 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isZero(byte[] b, int from, int to) {
        for (int i = from; i < to; i++) {
            if (b[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean starts(byte[] b, int... prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if ((b[i] & 0xff) != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}
