package dev.apim.core.expression.csharp.number;

import dev.apim.core.expression.csharp.value.DotNetException;
import java.util.UUID;

/** Guids read from text and bytes as .NET reads them. */
final class GuidText {
    private static final String LENGTH =
            "Guid should contain 32 digits with 4 dashes (xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx).";
    private static final int SHORTEST = 32;

    private GuidText() {}

    /** Any of the formats; refused with a {@code FormatException}. */
    static UUID parse(String input) {
        String text = input.strip();
        if (text.length() < SHORTEST) {
            throw DotNetException.format("Unrecognized Guid format.");
        }
        char format = switch (text.charAt(0)) {
            case '(' -> 'p';
            case '{' -> text.charAt(9) == '-' ? 'b' : 'x';
            default -> text.charAt(8) == '-' ? 'd' : 'n';
        };
        return parse(text, format);
    }

    /** One format, {@code d n b p x}. */
    static UUID parse(String text, char format) {
        return switch (format) {
            case 'n' -> plain(text);
            case 'd' -> dashed(text);
            case 'b' -> enclosed(text, '{', '}');
            case 'p' -> enclosed(text, '(', ')');
            default -> GuidHexText.parse(text);
        };
    }

    private static UUID plain(String text) {
        if (text.length() != SHORTEST) {
            throw DotNetException.format(LENGTH);
        }
        return digits(text);
    }

    private static UUID dashed(String text) {
        if (text.length() != 36) {
            throw DotNetException.format(LENGTH);
        }
        for (int dash : new int[] {8, 13, 18, 23}) {
            if (text.charAt(dash) != '-') {
                throw DotNetException.format("Dashes are in the wrong position for GUID parsing.");
            }
        }
        return digits(text.substring(0, 8)
                + text.substring(9, 13)
                + text.substring(14, 18)
                + text.substring(19, 23)
                + text.substring(24));
    }

    private static UUID enclosed(String text, char open, char close) {
        if (text.length() != 38 || text.charAt(0) != open || text.charAt(37) != close) {
            throw DotNetException.format(LENGTH);
        }
        return dashed(text.substring(1, 37));
    }

    private static UUID digits(String text) {
        if (!text.chars().allMatch(c -> c < 0x80 && Character.digit(c, 16) >= 0)) {
            throw DotNetException.format("Guid string should only contain hexadecimal characters.");
        }
        return new UUID(Long.parseUnsignedLong(text, 0, 16, 16), Long.parseUnsignedLong(text, 16, 32, 16));
    }

    /** Of its parts, the first three as numbers. */
    static UUID of(int a, int b, int c, byte[] rest) {
        long high = (long) a << 32 | (b & 0xFFFFL) << 16 | (c & 0xFFFFL);
        long low = 0;
        for (byte part : rest) {
            low = low << 8 | (part & 0xFF);
        }
        return new UUID(high, low);
    }

    /** Of sixteen bytes, the first three numbers little-endian. */
    static UUID of(byte[] bytes) {
        byte[] rest = new byte[8];
        System.arraycopy(bytes, 8, rest, 0, 8);
        int a = bytes[0] & 0xFF | (bytes[1] & 0xFF) << 8 | (bytes[2] & 0xFF) << 16 | bytes[3] << 24;
        return of(a, bytes[4] & 0xFF | bytes[5] << 8, bytes[6] & 0xFF | bytes[7] << 8, rest);
    }

    static byte[] bytes(UUID guid, boolean bigEndian) {
        byte[] bytes = new byte[16];
        for (int i = 0; i < 8; i++) {
            bytes[i] = (byte) (guid.getMostSignificantBits() >>> (56 - 8 * i));
            bytes[8 + i] = (byte) (guid.getLeastSignificantBits() >>> (56 - 8 * i));
        }
        if (!bigEndian) {
            reverse(bytes, 0, 3);
            reverse(bytes, 4, 5);
            reverse(bytes, 6, 7);
        }
        return bytes;
    }

    private static void reverse(byte[] bytes, int from, int to) {
        for (int i = from, j = to; i < j; i++, j--) {
            byte swapped = bytes[i];
            bytes[i] = bytes[j];
            bytes[j] = swapped;
        }
    }

    /** .NET's hash: its four little-endian integers, combined bit by bit. */
    static int hash(UUID guid) {
        byte[] bytes = bytes(guid, false);
        int hash = 0;
        for (int i = 0; i < bytes.length; i++) {
            hash ^= (bytes[i] & 0xFF) << (8 * (i % 4));
        }
        return hash;
    }
}
