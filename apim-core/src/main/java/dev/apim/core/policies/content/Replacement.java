package dev.apim.core.policies.content;

import org.jspecify.annotations.Nullable;

/** Replaces one text by another wherever it stands. */
final class Replacement {
    /** Most characters that come of it. */
    static final int LONGEST = 16 * 1024 * 1024;

    private Replacement() {}

    /**
     * Every occurrence, from left to right, taken to the letter.
     *
     * @param whole whether what follows an occurrence must not continue a URL's host or path segment
     * @return {@code null} where nothing was found
     * @throws TooLong when the result has more than {@link #LONGEST} characters
     */
    static @Nullable String all(String text, String from, String to, boolean whole) throws TooLong {
        StringBuilder result = null;
        int copied = 0;
        for (int at = text.indexOf(from); at >= 0; at = text.indexOf(from, at + from.length())) {
            int end = at + from.length();
            if (whole && continues(text, end)) {
                continue;
            }
            result = result == null ? new StringBuilder(text.length()) : result;
            result.append(text, copied, at).append(to);
            copied = end;
            if (result.length() > LONGEST) {
                throw new TooLong();
            }
        }
        return result == null
                ? null
                : result.append(text, copied, text.length()).toString();
    }

    /** A dot or a colon that ends a sentence's part does not. */
    private static boolean continues(String text, int at) {
        if (at >= text.length()) {
            return false;
        }
        char c = text.charAt(at);
        if (c == '.' || c == ':') {
            return at + 1 < text.length() && Character.isLetterOrDigit(text.charAt(at + 1));
        }
        return Character.isLetterOrDigit(c) || "-_~@%".indexOf(c) >= 0;
    }

    /** What comes of it is too long. */
    static final class TooLong extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
