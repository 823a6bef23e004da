package dev.apim.core.policies.limit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Keys of counters in the form limiters take: canonical, at most 256 characters. */
public final class CounterKey {
    private static final int MAX_LENGTH = 256;

    private CounterKey() {}

    /**
     * The counter an author's key names. A key that is an IP address as a whole is brought into one form (see {@link AddressKey}), so
     * that a caller cannot multiply a budget by the spelling of an address or by the addresses of one network; any other key is taken
     * to the letter, case included.
     */
    static String ofAuthor(String key) {
        return bounded("k:" + AddressKey.canonical(key));
    }

    /** The counter of tokens that an author's key names, apart from that of calls with the same key. */
    public static String ofTokens(String key) {
        return bounded("t:" + AddressKey.canonical(key));
    }

    /** The counter of a subscription at some level; its parts hold no colon, as resource names cannot. */
    static String ofSubscription(String subscription, String level) {
        return bounded("s:" + subscription + ":" + level);
    }

    /** The same of a level that is of some kind, such as {@code p:}, and has a name. */
    static String ofSubscription(String subscription, String kind, String name) {
        return bounded("s:" + subscription + ":" + kind + name);
    }

    private static String bounded(String key) {
        return key.length() <= MAX_LENGTH ? key : key.substring(0, 2) + "sha256:" + sha256(key);
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
