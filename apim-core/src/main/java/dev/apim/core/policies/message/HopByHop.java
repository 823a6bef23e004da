package dev.apim.core.policies.message;

import dev.apim.http.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Fields that end at the next hop and never cross the gateway (RFC 9110 §7.6.1): the known ones, and those {@code Connection} lists.
 *
 * <p>The fields of a request are stripped as it comes in, before any policy runs: what the gateway or a policy adds later can then
 * not be removed by a name in the client's {@code Connection}.
 */
public final class HopByHop {
    private HopByHop() {}

    /** Removes them in place. */
    public static void strip(Headers headers) {
        List<String> listed = listed(headers);
        for (int i = headers.size() - 1; i >= 0; i--) {
            if (i < headers.size() && ends(headers, i, listed)) {
                headers.remove(headers.nameAt(i));
            }
        }
    }

    /** A copy without them. */
    public static Headers endToEnd(Headers headers) {
        List<String> listed = listed(headers);
        Headers copy = new Headers(headers.size() + 4);
        for (int i = 0; i < headers.size(); i++) {
            if (!ends(headers, i, listed)) {
                copy.add(headers.nameAt(i), headers.valueAt(i));
            }
        }
        return copy;
    }

    private static boolean ends(Headers headers, int index, List<String> listed) {
        String name = headers.nameAt(index);
        if (name.length() == 2 && name.equalsIgnoreCase("TE")) {
            return !headers.valueAt(index).strip().equalsIgnoreCase("trailers");
        }
        return isHopByHop(name) || !listed.isEmpty() && listed.contains(name.toLowerCase(Locale.ROOT));
    }

    private static boolean isHopByHop(String name) {
        return switch (name.length()) {
            case 7 -> name.equalsIgnoreCase("Upgrade") || name.equalsIgnoreCase("Trailer");
            case 10 -> name.equalsIgnoreCase("Connection") || name.equalsIgnoreCase("Keep-Alive");
            case 16 -> name.equalsIgnoreCase("Proxy-Connection");
            case 17 -> name.equalsIgnoreCase("Transfer-Encoding");
            case 18 -> name.equalsIgnoreCase("Proxy-Authenticate");
            case 19 -> name.equalsIgnoreCase("Proxy-Authorization");
            default -> false;
        };
    }

    private static List<String> listed(Headers headers) {
        List<String> listed = List.of();
        for (int i = 0; i < headers.size(); i++) {
            String name = headers.nameAt(i);
            if (name.length() == 10 && name.equalsIgnoreCase("Connection") && saysMore(headers.valueAt(i))) {
                listed = listed.isEmpty() ? new ArrayList<>() : listed;
                for (String option : headers.valueAt(i).split(",")) {
                    listed.add(option.strip().toLowerCase(Locale.ROOT));
                }
            }
        }
        return listed;
    }

    private static boolean saysMore(String value) {
        return !value.equalsIgnoreCase("keep-alive") && !value.equalsIgnoreCase("close");
    }
}
