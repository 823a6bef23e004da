package dev.apim.graphql.cosmos;

import dev.apim.http.Url;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An account of Cosmos DB, as its connection string says.
 *
 * @param endpoint without a path
 * @param key secret; {@code null} where an identity takes its place
 */
record CosmosAccount(Url endpoint, byte @Nullable [] key) {
    /**
     * Reads {@code AccountEndpoint=…;AccountKey=…;}.
     *
     * @throws IllegalArgumentException when it has no endpoint, or a key that is none; the message cites nothing of it
     */
    static CosmosAccount parse(String text) {
        Url endpoint = null;
        byte[] key = null;
        for (String part : text.split(";", -1)) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? "" : part.substring(0, equals).strip().toLowerCase(Locale.ROOT);
            String value = equals < 0 ? "" : part.substring(equals + 1).replaceAll("\\s", "");
            if (name.equals("accountendpoint")) {
                endpoint = endpoint(value);
            } else if (name.equals("accountkey")) {
                key = key(value);
            }
        }
        if (endpoint == null) {
            throw new IllegalArgumentException(
                    "the connection string has no endpoint, expected AccountEndpoint=https://…;AccountKey=…;");
        }
        return new CosmosAccount(endpoint, key);
    }

    private static Url endpoint(String value) {
        try {
            return Url.parse(value).withPath("/").withQuery("");
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the connection string's AccountEndpoint is no http or https URL", e);
        }
    }

    private static byte[] key(String value) {
        try {
            return Base64.getDecoder().decode(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the connection string's AccountKey is not base64");
        }
    }

    @Override
    public String toString() {
        return "CosmosAccount[" + endpoint + "]";
    }
}
