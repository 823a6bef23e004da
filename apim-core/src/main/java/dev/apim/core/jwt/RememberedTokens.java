package dev.apim.core.jwt;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * Tokens whose signature was verified, by their digest: a caller uses one many times, and public keys are slow. Whoever finds one asks
 * whether the key that signed it still counts. The longest unused ones are forgotten. Thread-safe.
 */
public final class RememberedTokens {
    /** How many characters of tokens are remembered in all unless said otherwise: some thousands of tokens. */
    public static final long MAX_CHARACTERS = 8L * 1024 * 1024;

    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(RememberedTokens::sha256);

    private final Cache<Digest, Entry> tokens;

    private record Digest(long a, long b, long c, long d) {}

    private record Entry(VerifiedToken token, int length) {}

    /** Remembers up to {@link #MAX_CHARACTERS}. */
    public RememberedTokens() {
        this(MAX_CHARACTERS);
    }

    /** Remembers tokens of so many characters in all. */
    public RememberedTokens(long maxCharacters) {
        tokens = Caffeine.newBuilder()
                .maximumWeight(maxCharacters)
                .weigher((Digest digest, Entry entry) -> entry.length())
                .executor(Runnable::run)
                .build();
    }

    /** What it was found to be, or {@code null}. */
    public @Nullable VerifiedToken find(String token) {
        Entry entry = tokens.getIfPresent(digest(token));
        return entry == null ? null : entry.token();
    }

    /** Remembers a signed token. */
    public void remember(String token, VerifiedToken verified) {
        if (verified.key() != null) {
            tokens.put(digest(token), new Entry(verified, token.length()));
        }
    }

    /** Forgets one whose time is over, or whose key counts no more. */
    public void forget(String token) {
        tokens.invalidate(digest(token));
    }

    /** How many there are. */
    public long size() {
        return tokens.estimatedSize();
    }

    private static Digest digest(String token) {
        ByteBuffer hash = ByteBuffer.wrap(SHA_256.get().digest(token.getBytes(StandardCharsets.UTF_8)));
        return new Digest(hash.getLong(), hash.getLong(), hash.getLong(), hash.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
