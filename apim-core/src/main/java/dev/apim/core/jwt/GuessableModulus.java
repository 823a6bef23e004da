package dev.apim.core.jwt;

import java.math.BigInteger;

/**
 * Moduli of a widespread faulty generator (CVE-2017-15361, "ROCA"), whose primes are powers of 65537 modulo many small primes: such
 * keys can be factored. A modulus of any other origin looks so about once in 2^27.
 */
final class GuessableModulus {
    private static final int[] PRIMES = {
        3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103, 107, 109,
        113, 127, 131, 137, 139, 149, 151, 157, 163, 167
    };
    private static final int GENERATOR = 65_537;

    private GuessableModulus() {}

    static boolean is(BigInteger modulus) {
        for (int prime : PRIMES) {
            int rest = modulus.mod(BigInteger.valueOf(prime)).intValue();
            if (!isPower(rest, prime)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPower(int rest, int prime) {
        int power = 1;
        for (int i = 0; i < prime; i++) {
            if (power == rest) {
                return true;
            }
            power = power * (GENERATOR % prime) % prime;
        }
        return false;
    }
}
