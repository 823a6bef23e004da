package dev.apim.core.expression.csharp.regex;

/** A step of a {@link Machine}. Immutable. */
sealed interface Instruction {
    /** The instruction did not match. */
    int FAIL = -1;

    /** Where to go on; {@link #FAIL} where this does not match. */
    int run(Machine machine, int here);

    /** One character in the direction of reading. */
    record Take(CharTest test, boolean leftwards) implements Instruction {
        @Override
        public int run(Machine machine, int here) {
            return machine.take(test, leftwards) ? here + 1 : FAIL;
        }
    }

    /** A condition about the place. */
    record At(Tree.Place place) implements Instruction {
        @Override
        public int run(Machine machine, int here) {
            return machine.isAt(place) ? here + 1 : FAIL;
        }
    }

    /** Goes on here, and where that leads to nothing, there. */
    record Fork(int there) implements Instruction {
        @Override
        public int run(Machine machine, int here) {
            machine.remember(there, machine.slots());
            return here + 1;
        }
    }

    /** Goes on there. */
    record Jump(int there) implements Instruction {
        @Override
        public int run(Machine machine, int here) {
            return there;
        }
    }

    /** A group begins. */
    record Open(int slot) implements Instruction {
        @Override
        public int run(Machine machine, int here) {
            machine.slots(machine.slots().with(slot, machine.position()));
            return here + 1;
        }
    }

    /** A group ends: it captures, takes a capture of another away, or both. */
    record Close(int slot, int number, int popped) implements Instruction {
        @Override
        public int run(Machine machine, int here) {
            Slots slots = machine.slots();
            int opened = slots.number(slot);
            int from = Math.min(opened, machine.position());
            int to = Math.max(opened, machine.position());
            if (popped >= 0) {
                Slots.Captures last = slots.captures(popped);
                if (last == null) {
                    return FAIL;
                }
                slots = slots.popped(popped);
                int[] between = between(from, to, last);
                from = between[0];
                to = between[1];
            }
            machine.slots(number < 0 ? slots : slots.pushed(number, from, to));
            return here + 1;
        }

        /** What lies between a capture that is taken away and what ends now, as .NET has it. */
        private static int[] between(int from, int to, Slots.Captures other) {
            if (from >= other.end()) {
                return new int[] {other.end(), from};
            }
            return to <= other.start()
                    ? new int[] {to, other.start()}
                    : new int[] {Math.max(from, other.start()), Math.min(to, other.end())};
        }
    }

    /** What a group captured, once more. */
    record Again(int group, Tree.Reference reference, boolean leftwards) implements Instruction {
        @Override
        public int run(Machine machine, int here) {
            return machine.again(group, reference, leftwards) ? here + 1 : FAIL;
        }
    }

    /** A repetition begins. */
    record Begin(int slot) implements Instruction {
        @Override
        public int run(Machine machine, int here) {
            machine.slots(machine.slots().with(slot, 0).with(slot + 1, -1));
            return here + 1;
        }
    }

    /** Another round of a repetition, or its end. A round that matched nothing is the last. */
    record Round(int slot, Tree.Loop loop, int end) implements Instruction {
        @Override
        public int run(Machine machine, int here) {
            Slots slots = machine.slots();
            int rounds = slots.number(slot);
            boolean idle = rounds > 0 && slots.number(slot + 1) == machine.position();
            if (idle || (loop.max() >= 0 && rounds >= loop.max())) {
                return end;
            }
            Slots next = slots.with(slot, rounds + 1).with(slot + 1, machine.position());
            if (rounds < loop.min()) {
                machine.slots(next);
                return here + 1;
            }
            if (loop.lazy()) {
                machine.remember(here + 1, next);
                return end;
            }
            machine.remember(end, slots);
            machine.slots(next);
            return here + 1;
        }
    }

    /** What is behind, up to a {@link Done}, matches here or does not; the place stays. */
    record Look(boolean negative, int end) implements Instruction {
        @Override
        public int run(Machine machine, int here) {
            int position = machine.position();
            Slots before = machine.slots();
            boolean matches = machine.within(here + 1);
            if (!matches || negative) {
                machine.slots(before);
            }
            machine.position(position);
            return matches == negative ? FAIL : end;
        }
    }

    /** What is behind matches in its first way only. */
    record Atomic(int end) implements Instruction {
        @Override
        public int run(Machine machine, int here) {
            return machine.within(here + 1) ? end : FAIL;
        }
    }

    /** Goes on if a group has captured something, else elsewhere. */
    record IfGroup(int number, int otherwise) implements Instruction {
        @Override
        public int run(Machine machine, int here) {
            return machine.slots().captures(number) == null ? otherwise : here + 1;
        }
    }

    /** Goes on there if what is behind matches here, else elsewhere; the place stays. */
    record IfMatch(int yes, int otherwise) implements Instruction {
        @Override
        public int run(Machine machine, int here) {
            int position = machine.position();
            Slots before = machine.slots();
            boolean matches = machine.within(here + 1);
            machine.position(position);
            if (!matches) {
                machine.slots(before);
            }
            return matches ? yes : otherwise;
        }
    }

    /** The end of the pattern, or of a part that is matched for itself. */
    record Done() implements Instruction {
        @Override
        public int run(Machine machine, int here) {
            return FAIL;
        }
    }
}
