package dev.apim.core.jwt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keys that signatures are verified with (RFC 7517 §5). Immutable.
 *
 * @param keys in the order in which they are tried
 */
public record KeySet(List<VerificationKey> keys) {
    /** Without keys. */
    public static final KeySet EMPTY = new KeySet(List.of());

    private static final int MOST = 1_000;
    private static final List<String> NUMBERS = List.of("kty", "crv", "n", "e", "x", "y", "k");

    /** Copies the list. */
    public KeySet {
        keys = List.copyOf(keys);
    }

    /**
     * Reads a JSON Web Key Set, or a single key. Keys for other uses, of other kinds or too weak are left out, as are different keys
     * of one name, for nobody could tell which is meant. A set in which shared secrets stand beside public keys has no keys at all.
     *
     * @return empty where the bytes are no key set
     */
    public static Optional<KeySet> parse(byte[] bytes) {
        ObjectNode root = TokenJson.object(bytes);
        if (root == null || !root.has("keys") && !root.has("kty")) {
            return Optional.empty();
        }
        JsonNode listed =
                root.has("keys") ? root.path("keys") : root.arrayNode().add(root);
        if (!listed.isArray() || listed.size() > MOST) {
            return Optional.empty();
        }
        List<JsonNode> meant = new ArrayList<>();
        listed.forEach(jwk -> {
            if (jwk.isObject() && KeyUse.VERIFY.isAllowed(jwk)) {
                meant.add(jwk);
            }
        });
        Set<String> ambiguous = ambiguous(meant);
        List<VerificationKey> keys = new ArrayList<>();
        meant.stream()
                .filter(jwk -> !ambiguous.contains(jwk.path("kid").asText()))
                .forEach(jwk -> VerificationKey.jwk(jwk).ifPresent(keys::add));
        boolean mixed = keys.stream().anyMatch(VerificationKey::isSecret)
                && !keys.stream().allMatch(VerificationKey::isSecret);
        return Optional.of(mixed ? EMPTY : new KeySet(keys));
    }

    /** The names that stand for more than one key. The same key may be listed for several algorithms. */
    private static Set<String> ambiguous(List<JsonNode> jwks) {
        Map<String, List<JsonNode>> numbers = new HashMap<>();
        Set<String> twice = new HashSet<>();
        for (JsonNode jwk : jwks) {
            if (jwk.has("kid")) {
                List<JsonNode> own = NUMBERS.stream().map(jwk::path).toList();
                List<JsonNode> other = numbers.putIfAbsent(jwk.path("kid").asText(), own);
                if (other != null && !other.equals(own)) {
                    twice.add(jwk.path("kid").asText());
                }
            }
        }
        return twice;
    }

    /** Those that are public: a secret that everybody can fetch is none. */
    public KeySet withoutSecrets() {
        return new KeySet(keys.stream().filter(key -> !key.isSecret()).toList());
    }

    /** Whether a key is in it. */
    public boolean holds(VerificationKey key) {
        for (int i = 0; i < keys.size(); i++) {
            if (keys.get(i) == key || keys.get(i).equals(key)) {
                return true;
            }
        }
        return false;
    }

    /** Those that a token of this algorithm and key name may be held against; a key without a name may be any. */
    List<VerificationKey> candidates(String algorithm, @Nullable String keyId) {
        List<VerificationKey> fitting = new ArrayList<>();
        for (VerificationKey key : keys) {
            boolean meant = keyId == null || key.id() == null || keyId.equals(key.id());
            if (meant && key.takes(algorithm)) {
                fitting.add(key);
            }
        }
        return fitting;
    }
}
