package dev.apim.core.expression.csharp.flow;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Jumps that are on their way to where they lead: out of a loop, to its next round, out of a function. */
final class Jumps {
    private List<Jump> pending = new ArrayList<>();

    private record Jump(Object target, Assigned assigned) {}

    void jump(Object target, Assigned assigned) {
        pending.add(new Jump(target, assigned.copy()));
    }

    /** Those that lead here meet what gets here by itself. */
    Assigned arrive(Object target, Assigned here) {
        Assigned met = here;
        for (Iterator<Jump> all = pending.iterator(); all.hasNext(); ) {
            Jump jump = all.next();
            if (jump.target == target) {
                met = Assigned.meet(met, jump.assigned);
                all.remove();
            }
        }
        return met;
    }

    int count() {
        return pending.size();
    }

    /** Those since then go through a {@code finally} first. */
    void pass(int since, Assigned ended) {
        List<Jump> passed = new ArrayList<>(pending.subList(0, since));
        for (Jump jump : pending.subList(since, pending.size())) {
            passed.add(new Jump(jump.target, jump.assigned.then(ended)));
        }
        pending = passed;
    }
}
