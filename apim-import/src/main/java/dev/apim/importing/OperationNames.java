package dev.apim.importing;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The resource names of operations, made from their operationIds and unique within one API (Azure: import, operationId). */
final class OperationNames {
    private static final int LONGEST = 76;
    private static final int MOST = 999;

    private final Set<String> taken = new HashSet<>();

    /** A name for an operation; {@code operationId} may be empty. Empty when a thousand have the same name. */
    Optional<String> next(String operationId, String method, String path) {
        String wanted = normalise(operationId);
        String name = wanted.isEmpty() ? normalise(method + "-" + path) : wanted;
        if (taken.add(name)) {
            return Optional.of(name);
        }
        for (int i = 1; i <= MOST; i++) {
            if (taken.add(name + "-" + i)) {
                return Optional.of(name + "-" + i);
            }
        }
        return Optional.empty();
    }

    /** Lower case, each run of anything but ASCII letters and digits one hyphen, none at the ends, at most 76 characters. */
    static String normalise(String id) {
        String name = id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        int from = name.startsWith("-") ? 1 : 0;
        int to = name.endsWith("-") ? Math.max(from, name.length() - 1) : name.length();
        return name.substring(from, Math.min(to, from + LONGEST));
    }
}
