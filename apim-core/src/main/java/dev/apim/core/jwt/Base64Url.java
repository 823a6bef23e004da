package dev.apim.core.jwt;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Base64url as RFC 7515 §2 has it, and nothing but that: no padding, no other character, no bit set that belongs to no byte. So every
 * sequence of bytes has one text only, and a token that was verified under one text is not another token under another.
 */
final class Base64Url {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private Base64Url() {}

    /** The bytes, or {@code null} where the text is not what one would write for any. */
    static byte @Nullable [] decode(String text) {
        int rest = text.length() % 4;
        if (rest == 1 || text.indexOf('=') >= 0 || rest != 0 && !endsClean(text, rest)) {
            return null;
        }
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    /** Whether the bits behind the last byte are zero: four of them after two characters, two after three. */
    private static boolean endsClean(String text, int rest) {
        int last = ALPHABET.indexOf(text.charAt(text.length() - 1));
        return last >= 0 && (last & (rest == 2 ? 0xF : 0x3)) == 0;
    }
}
