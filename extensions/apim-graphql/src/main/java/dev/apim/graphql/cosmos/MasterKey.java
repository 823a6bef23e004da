package dev.apim.graphql.cosmos;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The authorization of a request with an account's key (Cosmos DB REST: access control, master key tokens). */
final class MasterKey {
    private static final String HMAC = "HmacSHA256";

    private MasterKey() {}

    /**
     * The value of {@code Authorization}.
     *
     * @param key of the account
     * @param method of the request
     * @param type of the resource, such as {@code docs}
     * @param link of the resource, or of the one that holds the collection; as it is named, not encoded
     * @param date the value of {@code x-ms-date}
     */
    static String authorization(byte[] key, String method, String type, String link, String date) {
        String signed = method.toLowerCase(Locale.ROOT) + "\n" + type + "\n" + link + "\n"
                + date.toLowerCase(Locale.ROOT) + "\n\n";
        String signature = Base64.getEncoder().encodeToString(hmac(key, signed));
        return encode("type=master&ver=1.0&sig=" + signature);
    }

    /** The same with a token of an identity. */
    static String authorization(String token) {
        return encode("type=aad&ver=1.0&sig=" + token);
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java lacks " + HMAC, e);
        }
    }
}
