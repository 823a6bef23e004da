package dev.apim.core.expression.csharp.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Writes PEM texts (RFC 7468). */
final class Pem {
    private static final int LINE = 64;

    private Pem() {}

    /** Without a line break at the end, as .NET writes it. */
    static String text(String label, byte[] bytes) {
        Base64.Encoder base64 = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN " + label + "-----\n" + base64.encodeToString(bytes) + "\n-----END " + label + "-----";
    }
}
