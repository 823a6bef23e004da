package dev.apim.core.document;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Guesses which of the allowed names somebody meant. */
public final class NearestName {
    private NearestName() {}

    /**
     * The allowed name that differs least, where slips of the key are likelier than another word: in no more than a third of the
     * letters of the shorter one, in one of three, and of two letters in none. Case does not count, two letters in the wrong order
     * count once; of names equally near it is the first in the alphabet.
     */
    public static Optional<String> of(String found, Collection<String> allowed) {
        String nearest = null;
        int least = Integer.MAX_VALUE;
        String folded = found.toLowerCase(Locale.ROOT);
        for (String name : allowed) {
            int bound = Math.min(found.length(), name.length()) / 3;
            if (Math.abs(found.length() - name.length()) <= bound) {
                int distance = distance(folded, name.toLowerCase(Locale.ROOT));
                boolean nearer =
                        distance < least || distance == least && nearest != null && name.compareTo(nearest) < 0;
                if (nearer && distance <= bound) {
                    least = distance;
                    nearest = name;
                }
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** Optimal string alignment: insertions, removals, replacements and swaps of neighbours. */
    private static int distance(String one, String other) {
        int[] twoAbove = new int[0];
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
                if (isSwap(one, i, other, j)) {
                    row[j] = Math.min(row[j], twoAbove[j - 2] + 1);
                }
            }
            twoAbove = above;
            above = row;
        }
        return above[other.length()];
    }

    private static boolean isSwap(String one, int i, String other, int j) {
        return i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
    }
}
