package dev.apim.core.expression.csharp.crypto;

import dev.apim.core.expression.csharp.crypto.Names.HashName;
import dev.apim.core.expression.csharp.crypto.Names.Identifier;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Object identifiers with the names that .NET shows for them. */
final class Oids {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("1.2.840.113549.2.5", "md5"),
            Map.entry("1.3.14.3.2.26", "sha1"),
            Map.entry("2.16.840.1.101.3.4.2.1", "sha256"),
            Map.entry("2.16.840.1.101.3.4.2.2", "sha384"),
            Map.entry("2.16.840.1.101.3.4.2.3", "sha512"),
            Map.entry("1.2.840.113549.1.1.1", "RSA"),
            Map.entry("1.2.840.113549.1.1.4", "md5RSA"),
            Map.entry("1.2.840.113549.1.1.5", "sha1RSA"),
            Map.entry("1.2.840.113549.1.1.10", "RSASSA-PSS"),
            Map.entry("1.2.840.113549.1.1.11", "sha256RSA"),
            Map.entry("1.2.840.113549.1.1.12", "sha384RSA"),
            Map.entry("1.2.840.113549.1.1.13", "sha512RSA"),
            Map.entry("1.2.840.10045.2.1", "ECC"),
            Map.entry("1.2.840.10045.4.1", "sha1ECDSA"),
            Map.entry("1.2.840.10045.4.3.2", "sha256ECDSA"),
            Map.entry("1.2.840.10045.4.3.3", "sha384ECDSA"),
            Map.entry("1.2.840.10045.4.3.4", "sha512ECDSA"),
            Map.entry("2.5.4.3", "CN"),
            Map.entry("2.5.4.5", "SERIALNUMBER"),
            Map.entry("2.5.4.6", "C"),
            Map.entry("2.5.4.7", "L"),
            Map.entry("2.5.4.8", "S"),
            Map.entry("2.5.4.10", "O"),
            Map.entry("2.5.4.11", "OU"),
            Map.entry("1.2.840.113549.1.9.1", "E"),
            Map.entry("1.3.6.1.5.5.7.3.1", "Server Authentication"),
            Map.entry("1.3.6.1.5.5.7.3.2", "Client Authentication"));

    private Oids() {}

    /** Of a number or a name. */
    static Identifier named(String text) {
        String name = NAMES.get(text);
        if (name != null) {
            return new Identifier(text, name);
        }
        for (Map.Entry<String, String> entry : NAMES.entrySet()) {
            if (entry.getValue().equalsIgnoreCase(text)) {
                return new Identifier(entry.getKey(), entry.getValue());
            }
        }
        return new Identifier(text, null);
    }

    static @Nullable HashName knownHash(String oid) {
        String name = NAMES.get(oid);
        HashKind kind = name == null ? null : HashKind.named(name.toUpperCase(Locale.ROOT));
        return kind == null ? null : HashName.of(kind);
    }

    static HashName hash(String oid) {
        HashName known = knownHash(oid);
        if (known == null) {
            throw Crypto.failure("'" + oid + "' is not a known hash algorithm.");
        }
        return known;
    }
}
