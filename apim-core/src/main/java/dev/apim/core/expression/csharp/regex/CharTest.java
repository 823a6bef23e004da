package dev.apim.core.expression.csharp.regex;

import java.util.BitSet;
import java.util.regex.Pattern;

/** Which characters something of a pattern takes, as Java's engine tells. Immutable, thread-safe. */
final class CharTest {
    private static final int ASKED_BEFORE = 128;

    private final Pattern java;
    private final BitSet known = new BitSet(ASKED_BEFORE);

    private CharTest(Pattern java) {
        this.java = java;
        for (char c = 0; c < ASKED_BEFORE; c++) {
            known.set(c, asked(c));
        }
    }

    /** Of a pattern of Java's that takes one character. */
    static CharTest of(String java, boolean ignoreCase) {
        int flags = ignoreCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
        return new CharTest(Pattern.compile(java, flags));
    }

    private boolean asked(char c) {
        return java.matcher(String.valueOf(c)).matches();
    }

    /** Whether it takes a character, half of a surrogate pair as its stand-in. */
    boolean takes(char c) {
        return c < ASKED_BEFORE ? known.get(c) : asked(c);
    }
}
