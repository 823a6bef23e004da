package dev.apim.core.caller;

import dev.apim.http.Headers;
import dev.apim.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Decides what is believed of a request: the {@code X-Forwarded-*} family only from configured proxies, and fields that backends take
 * for an identity from nobody. Immutable.
 */
public final class TrustedProxies {
    private final List<AddressRange> ranges;
    private final Set<String> identityFields;
    private final Predicate<String> unbelieved = name -> isForwarding(name) || isIdentity(name);

    /**
     * With these rules.
     *
     * @param ranges of the proxies in front of this gateway; none: no forwarding field is believed
     * @param identityFields names that are removed from every request, also where {@code _} stands for {@code -}
     */
    public TrustedProxies(List<AddressRange> ranges, List<String> identityFields) {
        this.ranges = List.copyOf(ranges);
        this.identityFields =
                identityFields.stream().map(TrustedProxies::folded).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether an address is one of the proxies. */
    public boolean trusts(String address) {
        return !ranges.isEmpty() && ranges.stream().anyMatch(range -> range.contains(address));
    }

    /** Takes the fields out of a request that are not believed. */
    public void clean(HttpRequest request) {
        boolean trusted = trusts(request.peer());
        if (trusted && identityFields.isEmpty()) {
            return;
        }
        request.headers().removeNames(trusted ? this::isIdentity : unbelieved);
    }

    /** The caller: the peer or, behind proxies, the last address in {@code X-Forwarded-For} that is none of them. */
    public String callerOf(HttpRequest request) {
        if (!trusts(request.peer())) {
            return request.peer();
        }
        Headers headers = request.headers();
        String all = headers.joined("X-Forwarded-For");
        if (all == null) {
            return request.peer();
        }
        String[] entries = all.split(",", -1);
        String caller = request.peer();
        for (int i = entries.length - 1; i >= 0; i--) {
            String entry = entries[i].strip();
            if (!AddressRange.isNumeric(entry)) {
                return caller;
            }
            caller = entry;
            if (!trusts(entry)) {
                return caller;
            }
        }
        return caller;
    }

    private boolean isIdentity(String name) {
        return !identityFields.isEmpty() && identityFields.contains(folded(name));
    }

    private static boolean isForwarding(String name) {
        int length = name.length();
        if (length < 9) {
            return false;
        }
        char first = (char) (name.charAt(0) | 0x20);
        if (first != 'x' && first != 'f') {
            return false;
        }
        return name.regionMatches(true, 0, "x-forwarded-", 0, 12)
                || switch (length) {
                    case 9 -> name.equalsIgnoreCase("forwarded") || name.equalsIgnoreCase("x-real-ip");
                    case 13 -> name.equalsIgnoreCase("x-rewrite-url");
                    case 14 -> name.equalsIgnoreCase("x-original-url");
                    default -> false;
                };
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
