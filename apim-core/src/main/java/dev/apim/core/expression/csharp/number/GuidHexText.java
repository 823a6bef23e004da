package dev.apim.core.expression.csharp.number;

import dev.apim.core.expression.csharp.value.DotNetException;
import java.util.UUID;

/** Reads a guid of format {@code X}: {@code {0x00000000,0x0000,0x0000,{0x00,…}}}; white space anywhere in it does not count. */
final class GuidHexText {
    private static final int PARTS = 11;
    private static final int NUMBERS = 3;

    private final String text;
    private int at;

    private GuidHexText(String text) {
        this.text = text;
    }

    static UUID parse(String text) {
        StringBuilder compact = new StringBuilder();
        text.chars().filter(c -> !Chars.isWhiteSpace(c)).forEach(c -> compact.append((char) c));
        return new GuidHexText(compact.toString()).parse();
    }

    private UUID parse() {
        expect('{', "Expected {0xdddddddd, etc}.");
        long[] parts = new long[PARTS];
        for (int i = 0; i < PARTS; i++) {
            if (i == NUMBERS) {
                expect('{', "Expected {0xdddddddd, etc}.");
            }
            parts[i] = part(i);
        }
        expect('}', "Could not find the ending brace.");
        if (at != text.length()) {
            throw DotNetException.format("Additional non-parsable characters are at the end of the string.");
        }
        byte[] rest = new byte[PARTS - NUMBERS];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = (byte) parts[NUMBERS + i];
        }
        return GuidText.of((int) parts[0], (int) parts[1], (int) parts[2], rest);
    }

    private long part(int index) {
        if (!text.startsWith("0x", at) && !text.startsWith("0X", at)) {
            throw DotNetException.format("Expected 0x prefix.");
        }
        boolean last = index == PARTS - 1;
        int end = text.indexOf(last ? '}' : ',', at);
        if (end <= at + 2) {
            String missing = last
                    ? "a brace, or the length between the previous token and the brace"
                    : "a comma, or the length between the previous token and the comma";
            throw DotNetException.format("Could not find " + missing + " was zero (i.e., '0x,'etc.).");
        }
        String digits = text.substring(at + 2, end);
        at = end + 1;
        if (!digits.chars().allMatch(c -> c < 0x80 && Character.digit(c, 16) >= 0)) {
            throw DotNetException.format("Guid string should only contain hexadecimal characters.");
        }
        String significant = digits.replaceFirst("^0+(?=.)", "");
        int most = index == 0 ? 8 : index < NUMBERS ? 4 : 2;
        if (significant.length() > most) {
            throw (index < NUMBERS ? NumericType.UINT32 : NumericType.BYTE).overflow();
        }
        return Long.parseLong(significant, 16);
    }

    private void expect(char expected, String message) {
        if (at >= text.length() || text.charAt(at) != expected) {
            throw DotNetException.format(message);
        }
        at++;
    }
}
