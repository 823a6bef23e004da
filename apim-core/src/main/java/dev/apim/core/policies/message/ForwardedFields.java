package dev.apim.core.policies.message;

import dev.apim.http.Headers;
import dev.apim.http.HttpRequest;
import java.util.Locale;

/**
 * The fields that tell a backend who called, and how. Those of a peer that is no configured proxy are dropped as the request comes
 * in, so that neither a policy nor the backend believes them; what leaves the gateway is made anew.
 */
public final class ForwardedFields {
    private ForwardedFields() {}

    /** Removes what an untrusted peer says of itself: {@code X-Forwarded-*} and its kin. */
    public static void drop(Headers headers) {
        for (int i = headers.size() - 1; i >= 0; i--) {
            if (i < headers.size() && isForwarding(headers.nameAt(i))) {
                headers.remove(headers.nameAt(i));
            }
        }
    }

    /** Appends the peer to {@code X-Forwarded-For} and adds scheme and host where nobody trusted has set them. */
    public static void add(Headers headers, HttpRequest received) {
        String before = headers.joined("X-Forwarded-For");
        headers.set("X-Forwarded-For", before == null ? received.peer() : before + ", " + received.peer());
        if (!headers.contains("X-Forwarded-Proto")) {
            headers.add("X-Forwarded-Proto", received.scheme());
        }
        if (!headers.contains("X-Forwarded-Host")) {
            headers.add("X-Forwarded-Host", received.host());
        }
    }

    private static boolean isForwarding(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "forwarded", "x-real-ip", "x-original-url", "x-rewrite-url" -> true;
            default -> name.regionMatches(true, 0, "X-Forwarded-", 0, 12);
        };
    }
}
