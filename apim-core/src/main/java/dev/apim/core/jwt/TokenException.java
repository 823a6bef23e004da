package dev.apim.core.jwt;

import dev.apim.ApimException;

/** A token is not accepted. Its message quotes nothing of the token; it has no stack trace, for it is a decision and not a fault. */
public final class TokenException extends ApimException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why (Azure: {@code context.LastError.Reason} of validate-jwt). */
    public enum Reason {
        /** There is none. */
        TOKEN_NOT_PRESENT("TokenNotPresent"),
        /** It is no token, or one of a kind that is never accepted. */
        JWT_INVALID("JwtInvalid"),
        /** No key made this signature. */
        TOKEN_SIGNATURE_INVALID("TokenSignatureInvalid"),
        /** There is no key to verify it with. */
        TOKEN_SIGNATURE_KEY_NOT_FOUND("TokenSignatureKeyNotFound"),
        /** It is for somebody else. */
        TOKEN_AUDIENCE_NOT_ALLOWED("TokenAudienceNotAllowed"),
        /** It is from somebody else. */
        TOKEN_ISSUER_NOT_ALLOWED("TokenIssuerNotAllowed"),
        /** Its time is over. */
        TOKEN_EXPIRED("TokenExpired"),
        /** A claim is missing. */
        TOKEN_CLAIM_NOT_FOUND("TokenClaimNotFound"),
        /** A claim has another value. */
        TOKEN_CLAIM_VALUE_NOT_ALLOWED("TokenClaimValueNotAllowed");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /** As {@code context.LastError.Reason} has it. */
        public String code() {
            return code;
        }
    }

    /** With a sentence that ends in a full stop. */
    public TokenException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    static TokenException invalid(String message) {
        return new TokenException(Reason.JWT_INVALID, message);
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
