package dev.apim.core.policies.access;

import dev.apim.ApimException;

/** Who should give out a token did not. The message holds no secret. */
final class TokenAnswerException extends ApimException {
    private static final long serialVersionUID = 1L;

    TokenAnswerException(String message) {
        super(message);
    }
}
