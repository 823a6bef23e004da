package dev.apim.core.expression.csharp.crypto;

import dev.apim.core.expression.csharp.type.TypeBuilder;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** .NET's {@code RSAParameters}: the numbers of a key, written one by one. Mutable as .NET's; of one thread. */
final class RsaParameters {
    private static final List<String> FIELDS = List.of("Modulus", "Exponent", "D", "P", "Q", "DP", "DQ", "InverseQ");

    /** {@code default(RSAParameters)}: one for all, so nothing is written into it. */
    private static final RsaParameters NONE = new RsaParameters();

    private final Map<String, byte[]> numbers = new HashMap<>();

    static RsaParameters of(RsaKey key) {
        RsaParameters parameters = new RsaParameters();
        parameters.numbers.put("Modulus", KeyMaterial.unsigned(key.publicKey().getModulus()));
        parameters.numbers.put("Exponent", KeyMaterial.unsigned(key.publicKey().getPublicExponent()));
        return parameters;
    }

    static void define(TypeBuilder type) {
        type.defaultValue(NONE).method("()", RsaParameters::new);
        for (String field : FIELDS) {
            type.property(
                    "byte[] " + field,
                    (RsaParameters p) -> p.numbers.get(field),
                    (RsaParameters p, byte @Nullable [] value) -> {
                        if (p == NONE) {
                            throw Crypto.unsupported("Make the parameters with new RSAParameters().");
                        }
                        if (value == null) {
                            p.numbers.remove(field);
                        } else {
                            p.numbers.put(field, value);
                        }
                        return null;
                    });
        }
    }

    void importInto(RsaKey key) {
        List<BigInteger> found = new ArrayList<>();
        for (String field : FIELDS) {
            byte[] bytes = numbers.get(field);
            if (bytes != null) {
                found.add(new BigInteger(1, bytes));
            }
        }
        boolean hasPublic = numbers.containsKey("Modulus") && numbers.containsKey("Exponent");
        if (!hasPublic || (found.size() != 2 && found.size() != FIELDS.size())) {
            throw Crypto.failure(
                    "The specified RSA parameters are not valid. Exponent and Modulus are required. If D is present, it must have the same length as Modulus. If D is present, P, Q, DP, DQ, and InverseQ are required and must have half the length of Modulus, rounded up, otherwise they must be omitted.");
        }
        if (found.size() == 2) {
            key.become(KeyMaterial.publicKey(found.get(0), found.get(1)), null);
        } else {
            KeyMaterial.importNumbers(key, found);
        }
    }

    @Override
    public String toString() {
        return Crypto.NAMESPACE + "RSAParameters";
    }
}
