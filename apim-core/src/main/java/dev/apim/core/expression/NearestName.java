package dev.apim.core.expression;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Guesses which of the allowed names somebody meant. */
public final class NearestName {
    private NearestName() {}

    /** The allowed name that differs least, where it differs by no more than a third of its length. Case does not count. */
    public static Optional<String> of(String found, Collection<String> allowed) {
        String nearest = null;
        int least = Integer.MAX_VALUE;
        for (String name : allowed) {
            int distance = distance(found.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            if (distance < least && distance <= Math.max(1, name.length() / 3)) {
                least = distance;
                nearest = name;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** Levenshtein's, with two rows. */
    private static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int j = 0; j < above.length; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[above.length];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[other.length()];
    }
}
