package dev.apim.resource;

import java.util.Optional;

/**
 * Where the secrets are that a configuration refers to and never holds. Thread-safe; read while a configuration is loaded, so it may
 * block.
 */
public interface SecretStore {
    /** What a secret is for. */
    enum Kind {
        /** The value of a secret named value; by the resource's name. */
        NAMED_VALUE,
        /** A certificate's key store, base64; by the resource's name. */
        CERTIFICATE,
        /** The password of a certificate's key store; by the resource's name. */
        CERTIFICATE_PASSWORD,
        /** A subscription's primary key; by the resource's name. */
        PRIMARY_KEY,
        /** A subscription's secondary key; by the resource's name. */
        SECONDARY_KEY,
        /** Anything a configuration names itself, as in {@code {{env:NAME}}}. */
        ENVIRONMENT
    }

    /** The secret, if this store has it. */
    Optional<String> find(Kind kind, String name);
}
