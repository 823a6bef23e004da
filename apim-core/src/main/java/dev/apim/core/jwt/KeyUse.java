package dev.apim.core.jwt;

import com.fasterxml.jackson.databind.JsonNode;

/** What a JSON Web Key says it is for (RFC 7517 §4.2, §4.3). */
enum KeyUse {
    /** To verify signatures. */
    VERIFY("sig", "verify"),
    /** To decrypt. */
    DECRYPT("enc", "decrypt", "unwrapKey", "deriveKey", "deriveBits");

    private final String use;
    private final String[] operations;

    KeyUse(String use, String... operations) {
        this.use = use;
        this.operations = operations;
    }

    /** Whether the key may be used so; a key that says nothing may be used for everything. */
    boolean isAllowed(JsonNode jwk) {
        JsonNode stated = jwk.path("use");
        if (!stated.isMissingNode() && !stated.asText().equals(use)) {
            return false;
        }
        JsonNode listed = jwk.path("key_ops");
        return listed.isMissingNode() || listed.isArray() && lists(listed);
    }

    private boolean lists(JsonNode listed) {
        for (JsonNode one : listed) {
            for (String operation : operations) {
                if (one.asText().equals(operation)) {
                    return true;
                }
            }
        }
        return false;
    }
}
