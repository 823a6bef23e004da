package dev.apim.core.expression.csharp.crypto;

import dev.apim.core.expression.csharp.value.DotNetException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/** What the family's members have in common: randomness, arguments, .NET's exceptions. */
final class Crypto {
    static final SecureRandom RANDOM = new SecureRandom();
    static final String NAMESPACE = "System.Security.Cryptography.";

    private Crypto() {}

    /** Asks a provider. */
    @FunctionalInterface
    interface Asking<T> {
        T ask() throws GeneralSecurityException;
    }

    /** What a provider answers; where it refuses, .NET's exception with this message. */
    static <T> T ask(Asking<T> asking, String refusal) {
        try {
            return asking.ask();
        } catch (GeneralSecurityException | RuntimeException e) {
            if (e instanceof DotNetException ours) {
                throw ours;
            }
            throw failure(refusal);
        }
    }

    static DotNetException failure(String message) {
        return new DotNetException(NAMESPACE + "CryptographicException", message);
    }

    static DotNetException unsupported(String message) {
        return new DotNetException("System.NotSupportedException", message);
    }

    static <T> T given(@Nullable T argument, String parameter) {
        if (argument == null) {
            throw DotNetException.argumentNull(parameter);
        }
        return argument;
    }

    static byte[] random(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** The bytes of a part of an array, checked as .NET checks it. */
    static byte[] part(byte @Nullable [] buffer, int offset, int count, String array, String at, String size) {
        byte[] given = given(buffer, array);
        if (offset < 0) {
            throw DotNetException.outOfRange("Non-negative number required.", at);
        }
        if (count < 0 || count > given.length) {
            throw DotNetException.argument("Value was invalid.", size);
        }
        if (given.length - count < offset) {
            throw DotNetException.argument(
                    "Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.",
                    null);
        }
        return java.util.Arrays.copyOfRange(given, offset, offset + count);
    }

    static String hex(byte[] bytes) {
        return java.util.HexFormat.of().withUpperCase().formatHex(bytes);
    }
}
