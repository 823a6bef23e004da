package dev.apim.core.policies.routing;

import dev.apim.model.Backend;
import dev.apim.model.PoolMember;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The member that a number stands for, among those of one priority that can be asked. */
final class Turn {
    private static final double GOLDEN = 0.618;

    private Turn() {}

    /**
     * One of {@code ready[start]} to {@code ready[end - 1]}, at least one of which is there.
     *
     * <p>A round has as many turns as the weights make together, and each member has its weight's number of them. Steps that share no
     * divisor with the round reach all of it, and near the golden section they spread each member's turns over it.
     */
    static Backend of(List<PoolMember> members, @Nullable Backend[] ready, int start, int end, int turn) {
        int count = 0;
        int total = 0;
        boolean even = true;
        int first = -1;
        for (int i = start; i < end; i++) {
            if (ready[i] != null) {
                int weight = members.get(i).weight();
                first = first < 0 ? weight : first;
                even &= weight == first;
                count++;
                total += weight;
            }
        }
        int round = even ? count : total;
        int place = (int) ((long) turn % round * (even ? 1 : step(total)) % round);
        @Nullable Backend chosen = null;
        for (int i = start; i < end && place >= 0; i++) {
            @Nullable Backend each = ready[i];
            int weight = even ? 1 : members.get(i).weight();
            if (each != null && weight > 0) {
                chosen = each;
                place -= weight;
            }
        }
        return Objects.requireNonNull(chosen, "at least one member can be asked");
    }

    private static int step(int round) {
        int step = Math.max(1, (int) (round * GOLDEN));
        while (divisor(step, round) != 1) {
            step++;
        }
        return step;
    }

    private static int divisor(int a, int b) {
        return b == 0 ? a : divisor(b, a % b);
    }
}
