package dev.apim.core.policies.access;

import dev.apim.http.Url;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** Where the issuer of a certificate publishes what it revoked (RFC 5280 §4.2.1.13): the http addresses in the extension. */
final class DistributionPoints {
    private static final String EXTENSION = "2.5.29.31";
    private static final int URI = 0x86;
    private static final int MOST = 4;
    private static final int DEEPEST = 8;

    private DistributionPoints() {}

    static List<Url> of(X509Certificate certificate) {
        byte[] value = certificate.getExtensionValue(EXTENSION);
        List<Url> found = new ArrayList<>();
        if (value != null && value.length > 2) {
            walk(value, 0, value.length, 0, found);
        }
        return List.copyOf(found.subList(0, Math.min(MOST, found.size())));
    }

    private static void walk(byte[] bytes, int from, int to, int depth, List<Url> found) {
        int at = from;
        while (at + 2 <= to && depth < DEEPEST) {
            int tag = bytes[at] & 0xFF;
            int length = bytes[at + 1] & 0xFF;
            int start = at + 2;
            if (length > 0x80) {
                int count = length & 0x7F;
                length = 0;
                for (int i = 0; i < count && count <= 3 && start < to; i++) {
                    length = length << 8 | bytes[start++] & 0xFF;
                }
            }
            if (length > to - start) {
                return;
            }
            if (tag == URI) {
                add(new String(bytes, start, length, StandardCharsets.ISO_8859_1), found);
            } else if ((tag & 0x20) != 0 || tag == 0x04) {
                walk(bytes, start, start + length, depth + 1, found);
            }
            at = start + length;
        }
    }

    private static void add(String text, List<Url> found) {
        try {
            found.add(Url.parse(text));
        } catch (IllegalArgumentException other) {
            // An address of another kind, such as ldap: nobody asks there.
            return;
        }
    }
}
