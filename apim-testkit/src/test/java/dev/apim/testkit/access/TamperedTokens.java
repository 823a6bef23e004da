package dev.apim.testkit.access;

import static dev.apim.testkit.access.SignedTokens.part;
import static dev.apim.testkit.access.SignedTokens.url;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What attackers make of a valid token, as the published vectors have it: none of it may pass. */
final class TamperedTokens {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private final Map<String, String> forms = new LinkedHashMap<>();
    private final String header;
    private final String payload;
    private final String signature;

    private TamperedTokens(String token) {
        String[] parts = token.split("\\.");
        header = parts[0];
        payload = parts[1];
        signature = parts[2];
    }

    /** Forms by what was done; {@code pair} signed the token, {@code null} where a secret did. */
    static Map<String, String> of(String token, @Nullable KeyPair pair) {
        TamperedTokens tampered = new TamperedTokens(token);
        tampered.parts();
        tampered.characters();
        tampered.signatures();
        tampered.headers();
        if (pair != null) {
            tampered.confusions(pair);
        }
        return tampered.forms;
    }

    private void add(String what, String first, String second, String third) {
        forms.put(what, first + "." + second + "." + third);
    }

    private void parts() {
        add("no signature", header, payload, "");
        forms.put("no signature and no dot", header + "." + payload);
        add("no payload", header, "", signature);
        forms.put("no payload and no dot", header + "." + signature);
        add("no header", "", payload, signature);
        forms.put("no header and no dot", payload + "." + signature);
        forms.put("nothing but dots", "..");
        forms.put("one more part", header + "." + payload + "." + signature + ".");
        forms.put("another more part", header + "." + payload + "." + signature + "." + signature);
        forms.put("five parts", header + "." + payload + "." + signature + "." + signature + "." + signature);
        forms.put(
                "as JSON",
                "{\"protected\":\"" + header + "\",\"payload\":\"" + payload + "\",\"signature\":\"" + signature
                        + "\"}");
        add("payload swapped", header, part("{\"sub\":\"admin\"}"), signature);
    }

    private void characters() {
        for (String odd : new String[] {"?", "#", "=", "==", "+", "/", "%", " ", "\t", "*", "\u00e4", ","}) {
            add("header then " + odd, header + odd, payload, signature);
            add("payload then " + odd, header, payload + odd, signature);
            add("payload after " + odd, header, odd + payload, signature);
            add("signature then " + odd + "x", header, payload, signature + odd + "x");
            add("signature after " + odd, header, payload, odd + signature);
            if (!odd.isBlank()) {
                add("signature then " + odd, header, payload, signature + odd);
            }
        }
        add("unused bits of header", loose(header), payload, signature);
        add("unused bits of payload", header, loose(payload), signature);
        add("unused bits of signature", header, payload, loose(signature));
    }

    /** Another text for the same bytes, where there is one; else another text. */
    private static String loose(String text) {
        int last = ALPHABET.indexOf(text.charAt(text.length() - 1));
        return text.substring(0, text.length() - 1) + ALPHABET.charAt(last ^ 1);
    }

    private void signatures() {
        byte[] bytes = Base64.getUrlDecoder().decode(signature);
        for (int at : new int[] {0, 1, bytes.length / 2, bytes.length - 1}) {
            byte[] changed = bytes.clone();
            changed[at] ^= 1;
            add("signature changed at " + at, header, payload, url(changed));
        }
        add("signature of zeros", header, payload, url(new byte[bytes.length]));
        add("signature cut", header, payload, url(java.util.Arrays.copyOf(bytes, bytes.length - 1)));
        add("signature cut in half", header, payload, url(java.util.Arrays.copyOf(bytes, bytes.length / 2)));
        add("signature longer", header, payload, url(java.util.Arrays.copyOf(bytes, bytes.length + 1)));
        byte[] one = new byte[bytes.length];
        one[bytes.length - 1] = 1;
        add("signature of one", header, payload, url(one));
        add("signature in DER", header, payload, url(new byte[] {0x30, 6, 2, 1, 0, 2, 1, 0}));
    }

    private void headers() {
        String text = new String(Base64.getUrlDecoder().decode(header), StandardCharsets.UTF_8);
        for (String none : new String[] {"none", "None", "NONE", "nOnE", "", " ", "null"}) {
            String unsigned = part("{\"alg\":\"" + none + "\"}");
            add("alg " + none, unsigned, payload, "");
            add("alg " + none + " with signature", unsigned, payload, signature);
        }
        add("alg null", part("{\"alg\":null}"), payload, signature);
        add("alg a number", part("{\"alg\":256}"), payload, signature);
        add("no alg", part("{}"), payload, signature);
        add("alg twice", part(text.replace("{", "{\"alg\":\"none\",")), payload, signature);
        add("crit", part(text.replace("{", "{\"crit\":[\"exp\"],")), payload, signature);
        add("b64", part(text.replace("{", "{\"b64\":false,")), payload, signature);
        add("zip", part(text.replace("{", "{\"zip\":\"DEF\",")), payload, signature);
        add("kid a path", part("{\"alg\":\"HS256\",\"kid\":\"../../dev/null\"}"), payload, signature);
        add("kid SQL", part("{\"alg\":\"HS256\",\"kid\":\"' UNION SELECT 'x\"}"), payload, signature);
        add("kid NUL", part("{\"alg\":\"HS256\",\"kid\":\"a\\u0000b\"}"), payload, signature);
        add("kid long", part("{\"alg\":\"HS256\",\"kid\":\"" + "k".repeat(8_000) + "\"}"), payload, signature);
        add("kid a number", part("{\"alg\":\"HS256\",\"kid\":7}"), payload, signature);
        for (String other :
                new String[] {"HS256", "HS384", "HS512", "RS256", "RS512", "PS256", "PS512", "ES256", "ES512"}) {
            if (!text.contains(other)) {
                add("alg " + other, part("{\"alg\":\"" + other + "\"}"), payload, signature);
            }
        }
        add("header an array", part("[]"), payload, signature);
        add(
                "header deep",
                part("{\"alg\":\"HS256\",\"x\":" + "[".repeat(40) + "]".repeat(40) + "}"),
                payload,
                signature);
        add("header not UTF-8", url(new byte[] {'{', (byte) 0xC0, (byte) 0x80, '}'}), payload, signature);
    }

    /** A public key taken for a secret, and a key that the token brings itself. */
    private void confusions(KeyPair pair) {
        byte[] der = pair.getPublic().getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END PUBLIC KEY-----";
        for (String hash : new String[] {"256", "384", "512"}) {
            for (byte[] secret : new byte[][] {
                der, pem.getBytes(StandardCharsets.US_ASCII), (pem + "\n").getBytes(StandardCharsets.US_ASCII)
            }) {
                String start = part("{\"alg\":\"HS" + hash + "\"}") + "." + payload;
                try {
                    byte[] mac = SignedTokens.mac("HmacSHA" + hash, secret, start.getBytes(StandardCharsets.US_ASCII));
                    forms.put("HS" + hash + " with the public key of " + secret.length, start + "." + url(mac));
                } catch (GeneralSecurityException e) {
                    throw new AssertionError(e);
                }
            }
        }
        KeyPair own = SignedTokens.rsa(2048);
        String brought = SignedTokens.jwk("own", own);
        String claims = new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
        for (String member : new String[] {
            "\"jwk\":" + brought,
            "\"jku\":\"http://evil.test/keys\"",
            "\"x5u\":\"http://evil.test/cert\"",
            "\"x5c\":[\"MIIB\"]"
        }) {
            forms.put(member.substring(1, 4), SignedTokens.signed("{\"alg\":\"RS256\"," + member + "}", claims, own));
        }
    }
}
