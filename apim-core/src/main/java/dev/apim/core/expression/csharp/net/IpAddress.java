package dev.apim.core.expression.csharp.net;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An {@code IPAddress}. Immutable. */
final class IpAddress {
    private static final int IPV4_BYTES = 4;
    private static final int IPV6_BYTES = 16;

    private final byte[] bytes;
    private final long scope;

    IpAddress(byte[] bytes, long scope) {
        this.bytes = bytes.clone();
        this.scope = scope;
    }

    static IpAddress of(int... bytes) {
        byte[] made = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            made[i] = (byte) bytes[i];
        }
        return new IpAddress(made, 0);
    }

    static IpAddress v6(int last) {
        byte[] made = new byte[IPV6_BYTES];
        made[IPV6_BYTES - 1] = (byte) last;
        return new IpAddress(made, 0);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    boolean isV6() {
        return bytes.length == IPV6_BYTES;
    }

    long scope() {
        return scope;
    }

    boolean isLoopback() {
        return isV6() ? equals(v6(1)) || (isMapped() && bytes[12] == 127) : bytes[0] == 127;
    }

    boolean isMapped() {
        if (!isV6()) {
            return false;
        }
        for (int i = 0; i < 10; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return bytes[10] == -1 && bytes[11] == -1;
    }

    IpAddress toV4() {
        return isV6() ? new IpAddress(Arrays.copyOfRange(bytes, 12, 16), 0) : this;
    }

    IpAddress toV6() {
        if (isV6()) {
            return this;
        }
        byte[] mapped = new byte[IPV6_BYTES];
        mapped[10] = -1;
        mapped[11] = -1;
        System.arraycopy(bytes, 0, mapped, 12, IPV4_BYTES);
        return new IpAddress(mapped, 0);
    }

    /** An address as text, null where it is none. */
    static @Nullable IpAddress parse(String text) {
        return text.indexOf(':') >= 0 ? parseV6(text) : parseV4(text);
    }

    /** One to four numbers, decimal, octal or hexadecimal; the last takes what is left of the 32 bits. */
    private static @Nullable IpAddress parseV4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length > IPV4_BYTES) {
            return null;
        }
        long value = 0;
        for (int i = 0; i < parts.length; i++) {
            long part = number(parts[i]);
            boolean last = i == parts.length - 1;
            long limit = last ? 1L << (8 * (IPV4_BYTES - i)) : 256;
            if (part < 0 || part >= limit) {
                return null;
            }
            value = last ? value | part : value | part << (24 - 8 * i);
        }
        return of((int) (value >> 24), (int) (value >> 16), (int) (value >> 8), (int) value);
    }

    private static long number(String text) {
        boolean hex = text.startsWith("0x") || text.startsWith("0X");
        boolean octal = !hex && text.length() > 1 && text.startsWith("0");
        String digits = hex ? text.substring(2) : text;
        if (digits.isEmpty() || digits.length() > 12 || !Character.isLetterOrDigit(digits.charAt(0))) {
            return -1;
        }
        try {
            return Long.parseLong(digits, hex ? 16 : octal ? 8 : 10);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static @Nullable IpAddress parseV6(String text) {
        String plain = text;
        if (plain.startsWith("[")) {
            int end = plain.indexOf(']');
            if (end < 0) {
                return null;
            }
            plain = plain.substring(1, end);
        }
        long scope = 0;
        int percent = plain.indexOf('%');
        if (percent >= 0) {
            scope = Math.max(0, number(plain.substring(percent + 1)));
            plain = plain.substring(0, percent);
        }
        int gap = plain.indexOf("::");
        List<Integer> head = groups(gap < 0 ? plain : plain.substring(0, gap), gap < 0);
        List<Integer> tail = gap < 0 ? List.of() : groups(plain.substring(gap + 2), true);
        if (head == null || tail == null || (gap < 0 ? head.size() != 8 : head.size() + tail.size() > 7)) {
            return null;
        }
        int[] groups = new int[8];
        for (int i = 0; i < head.size(); i++) {
            groups[i] = head.get(i);
        }
        for (int i = 0; i < tail.size(); i++) {
            groups[8 - tail.size() + i] = tail.get(i);
        }
        byte[] bytes = new byte[IPV6_BYTES];
        for (int i = 0; i < 8; i++) {
            bytes[2 * i] = (byte) (groups[i] >> 8);
            bytes[2 * i + 1] = (byte) groups[i];
        }
        return new IpAddress(bytes, scope);
    }

    private static @Nullable List<Integer> groups(String text, boolean mayEndInV4) {
        List<Integer> groups = new ArrayList<>();
        if (text.isEmpty()) {
            return groups;
        }
        String[] parts = text.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i];
            if (mayEndInV4 && i == parts.length - 1 && part.indexOf('.') >= 0) {
                IpAddress v4 = part.split("\\.", -1).length == IPV4_BYTES ? parseV4(part) : null;
                if (v4 == null) {
                    return null;
                }
                groups.add((v4.bytes[0] & 0xFF) << 8 | v4.bytes[1] & 0xFF);
                groups.add((v4.bytes[2] & 0xFF) << 8 | v4.bytes[3] & 0xFF);
            } else if (part.matches("[0-9A-Fa-f]{1,4}")) {
                groups.add(Integer.parseInt(part, 16));
            } else {
                return null;
            }
        }
        return groups;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IpAddress that && Arrays.equals(bytes, that.bytes) && scope == that.scope;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        if (!isV6()) {
            return (bytes[0] & 0xFF) + "." + (bytes[1] & 0xFF) + "." + (bytes[2] & 0xFF) + "." + (bytes[3] & 0xFF);
        }
        return groups() + (scope == 0 ? "" : "%" + scope);
    }

    private String groups() {
        int[] groups = new int[8];
        for (int i = 0; i < 8; i++) {
            groups[i] = (bytes[2 * i] & 0xFF) << 8 | bytes[2 * i + 1] & 0xFF;
        }
        boolean v4 = endsInV4(groups);
        int count = v4 ? 6 : 8;
        int start = -1;
        int length = 1;
        for (int i = 0; i < count; i++) {
            int end = i;
            while (end < count && groups[end] == 0) {
                end++;
            }
            if (end - i > length) {
                start = i;
                length = end - i;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            if (i == start) {
                text.append("::");
                i += length - 1;
            } else {
                text.append(text.isEmpty() || text.charAt(text.length() - 1) == ':' ? "" : ":")
                        .append(Integer.toHexString(groups[i]));
            }
        }
        if (v4) {
            text.append(text.charAt(text.length() - 1) == ':' ? "" : ":").append(toV4());
        }
        return text.toString();
    }

    /** Mapped, compatible, translated and ISATAP addresses show their last 32 bits as an IPv4 address. */
    private static boolean endsInV4(int[] groups) {
        boolean zeros = groups[0] == 0 && groups[1] == 0 && groups[2] == 0 && groups[3] == 0 && groups[6] != 0;
        boolean embedded = zeros
                && ((groups[4] == 0 && (groups[5] == 0 || groups[5] == 0xFFFF))
                        || (groups[4] == 0xFFFF && groups[5] == 0));
        return embedded || (groups[4] & 0xFDFF) == 0 && groups[5] == 0x5EFE;
    }
}
