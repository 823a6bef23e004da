package dev.apim.core.policies.access;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.core.jwt.TokenException;
import dev.apim.core.jwt.TokenException.Reason;
import java.math.BigDecimal;
import java.time.Instant;

/** When a token counts (RFC 7519 §4.1.4 to §4.1.6). {@code iat} must be a time and is not held against the clock, as in Azure. */
final class TokenTimes {
    /** The most that clocks may differ, in seconds. */
    static final int MOST_SKEW = 300;

    private static final BigDecimal END_OF_TIME = BigDecimal.valueOf(253_402_300_799L);

    private TokenTimes() {}

    static void check(JsonNode claims, boolean mustExpire, int skew, Instant now) {
        double seconds = now.getEpochSecond() + now.getNano() / 1e9;
        double expires = seconds(claims, "exp");
        double begins = seconds(claims, "nbf");
        seconds(claims, "iat");
        if (expires < 0 && mustExpire) {
            throw new TokenException(Reason.JWT_INVALID, "The token has no expiration time.");
        }
        if (expires >= 0 && seconds >= expires + skew) {
            throw new TokenException(Reason.TOKEN_EXPIRED, "The token has expired.");
        }
        if (begins >= 0 && seconds < begins - skew) {
            throw new TokenException(Reason.JWT_INVALID, "The token is not valid yet.");
        }
    }

    /** Seconds since 1970, or -1 where the claim is not there. */
    private static double seconds(JsonNode claims, String name) {
        JsonNode value = claims.get(name);
        if (value == null) {
            return -1;
        }
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            long whole = value.asLong();
            if (whole >= 0 && whole <= END_OF_TIME.longValueExact()) {
                return whole;
            }
        } else if (value.isBigDecimal() || value.isFloatingPointNumber()) {
            BigDecimal exact = value.decimalValue();
            if (exact.signum() >= 0 && exact.compareTo(END_OF_TIME) <= 0) {
                return exact.doubleValue();
            }
        }
        throw new TokenException(Reason.JWT_INVALID, "The claim " + name + " of the token is no time.");
    }
}
