package dev.apim.core.expression.csharp.crypto;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/** A distinguished name as .NET writes it: the most specific part first, values with signs in quotation marks. Immutable. */
final class DistinguishedName {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("2.5.4.3", "CN"),
            Map.entry("2.5.4.4", "SN"),
            Map.entry("2.5.4.5", "SERIALNUMBER"),
            Map.entry("2.5.4.6", "C"),
            Map.entry("2.5.4.7", "L"),
            Map.entry("2.5.4.8", "S"),
            Map.entry("2.5.4.9", "STREET"),
            Map.entry("2.5.4.10", "O"),
            Map.entry("2.5.4.11", "OU"),
            Map.entry("2.5.4.12", "T"),
            Map.entry("2.5.4.13", "Description"),
            Map.entry("2.5.4.17", "PostalCode"),
            Map.entry("2.5.4.42", "G"),
            Map.entry("2.5.4.43", "I"),
            Map.entry("2.5.4.46", "dnQualifier"),
            Map.entry("1.2.840.113549.1.9.1", "E"),
            Map.entry("0.9.2342.19200300.100.1.25", "DC"));
    private static final String TO_QUOTE = ",+=\"\n<>#;";

    private final List<List<Part>> parts = new ArrayList<>();
    private final byte[] encoded;

    private record Part(String oid, String value) {}

    private DistinguishedName(byte[] encoded) {
        this.encoded = encoded;
        for (Der set : Der.read(encoded).children()) {
            List<Part> together = new ArrayList<>();
            for (Der pair : set.children()) {
                List<Der> items = pair.children();
                together.add(new Part(items.get(0).oid(), items.get(1).text()));
            }
            parts.add(together);
        }
        Collections.reverse(parts);
    }

    static DistinguishedName of(X500Principal principal) {
        return new DistinguishedName(principal.getEncoded());
    }

    byte[] encoded() {
        return encoded.clone();
    }

    /** The most specific value of a kind. */
    @Nullable
    String value(String oid) {
        return parts.stream()
                .flatMap(List::stream)
                .filter(part -> part.oid().equals(oid))
                .map(Part::value)
                .findFirst()
                .orElse(null);
    }

    /** .NET's {@code Name}. */
    String name() {
        List<String> texts = new ArrayList<>();
        for (List<Part> together : parts) {
            texts.add(String.join(
                    " + ", together.stream().map(DistinguishedName::text).toList()));
        }
        return String.join(", ", texts);
    }

    private static String text(Part part) {
        return NAMES.getOrDefault(part.oid(), "OID." + part.oid()) + "=" + quoted(part.value());
    }

    private static String quoted(String value) {
        boolean needs = value.isEmpty()
                || Character.isWhitespace(value.charAt(0))
                || Character.isWhitespace(value.charAt(value.length() - 1))
                || value.chars().anyMatch(c -> TO_QUOTE.indexOf(c) >= 0);
        return needs ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }

    @Override
    public String toString() {
        return Crypto.NAMESPACE + "X509Certificates.X500DistinguishedName";
    }
}
