package dev.apim.core.expression.csharp.crypto;

import dev.apim.core.expression.csharp.value.DotNetException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** .NET's {@code HashAlgorithm}, with a key or without. Mutable as .NET's; of one thread. */
final class Hasher {
    private static final byte[] NO_KEY = {0};

    private final HashKind kind;
    private final String className;
    private byte @Nullable [] key;
    private @Nullable MessageDigest digest;
    private @Nullable Mac mac;
    private byte @Nullable [] hash;
    private boolean started;
    private boolean disposed;

    private Hasher(HashKind kind, String className, byte @Nullable [] key) {
        this.kind = kind;
        this.className = className;
        this.key = key == null ? null : key.clone();
    }

    /** Without a key. */
    static Hasher plain(HashKind kind, String className) {
        return new Hasher(kind, className, null);
    }

    /** With a key: a message authentication code. */
    static Hasher keyed(HashKind kind, byte[] key) {
        return new Hasher(kind, "HMAC" + kind.name(), key);
    }

    HashKind kind() {
        return kind;
    }

    boolean isKeyed() {
        return key != null;
    }

    /** The name of its .NET class, without namespace. */
    String className() {
        return className;
    }

    byte[] key() {
        return key == null ? new byte[0] : key.clone();
    }

    void key(byte @Nullable [] other) {
        if (started) {
            throw Crypto.failure("Hash key cannot be changed after the first write to the stream.");
        }
        key = Crypto.given(other, "value").clone();
        mac = null;
    }

    /** The hash of all of it. */
    byte[] compute(byte[] bytes) {
        alive();
        write(bytes);
        return finish().clone();
    }

    /** Takes a part of what is hashed. */
    void write(byte[] bytes) {
        alive();
        started = true;
        hash = null;
        if (isKeyed()) {
            mac().update(bytes);
        } else {
            digest().update(bytes);
        }
    }

    /** Ends with what was written. */
    byte[] finish() {
        byte[] result = isKeyed() ? mac().doFinal() : digest().digest();
        hash = result;
        started = false;
        return result;
    }

    byte @Nullable [] hash() {
        alive();
        if (started) {
            throw new DotNetException(
                    Crypto.NAMESPACE + "CryptographicUnexpectedOperationException",
                    "Hash must be finalized before the hash value is retrieved.");
        }
        return hash == null ? null : hash.clone();
    }

    /** Forgets what was written. */
    void initialize() {
        if (started) {
            finish();
        }
        hash = null;
    }

    void dispose() {
        disposed = true;
        hash = null;
        key = isKeyed() ? new byte[0] : null;
    }

    private void alive() {
        if (disposed) {
            throw new DotNetException(
                    "System.ObjectDisposedException",
                    "Cannot access a disposed object.\r\nObject name: '" + this + "'.");
        }
    }

    private MessageDigest digest() {
        MessageDigest known = digest;
        if (known == null) {
            known = Crypto.ask(() -> MessageDigest.getInstance(kind.digest()), kind + " is not available.");
            digest = known;
        }
        return known;
    }

    /** An empty key counts as one of zeros: the JDK takes no empty one, and short keys are filled up with zeros. */
    private Mac mac() {
        Mac known = mac;
        if (known == null) {
            byte[] bytes = key == null || key.length == 0 ? NO_KEY : key;
            known = Crypto.ask(
                    () -> {
                        Mac made = Mac.getInstance(kind.mac());
                        made.init(new SecretKeySpec(bytes, kind.mac()));
                        return made;
                    },
                    "HMAC" + kind + " is not available.");
            mac = known;
        }
        return known;
    }

    @Override
    public String toString() {
        boolean isManaged = className.endsWith("Managed");
        return Crypto.NAMESPACE + className + (isKeyed() || isManaged ? "" : "+Implementation");
    }
}
