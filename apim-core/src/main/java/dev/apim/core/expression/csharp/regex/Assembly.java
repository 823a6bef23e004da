package dev.apim.core.expression.csharp.regex;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A tree as a program. What is read from right to left, such as what lies behind a place, is written the other way round.
 */
final class Assembly {
    private final List<Instruction> program = new ArrayList<>();
    private final Map<Integer, Integer> places;
    private int slots;

    private Assembly(Map<Integer, Integer> places) {
        this.places = places;
        this.slots = places.size();
    }

    /**
     * A program.
     *
     * @param slots how many it needs
     */
    record Program(List<Instruction> instructions, int slots) {}

    /**
     * Of a tree.
     *
     * @param places where the captures of a group are kept, by its number
     */
    static Program of(Tree tree, Map<Integer, Integer> places, boolean leftwards) {
        Assembly assembly = new Assembly(places);
        assembly.write(tree, leftwards);
        assembly.program.add(new Instruction.Done());
        return new Program(List.copyOf(assembly.program), assembly.slots);
    }

    private void write(Tree tree, boolean leftwards) {
        if (tree instanceof Tree.One one) {
            program.add(new Instruction.Take(one.test(), leftwards));
        } else if (tree instanceof Tree.Sequence sequence) {
            int size = sequence.parts().size();
            for (int i = 0; i < size; i++) {
                write(sequence.parts().get(leftwards ? size - 1 - i : i), leftwards);
            }
        } else if (tree instanceof Tree.Choice choice) {
            choice(choice, leftwards);
        } else if (tree instanceof Tree.Capturing group) {
            group(group, leftwards);
        } else if (tree instanceof Tree.Loop loop) {
            loop(loop, leftwards);
        } else if (tree instanceof Tree.Reference reference) {
            program.add(new Instruction.Again(place(reference.number()), reference, leftwards));
        } else if (tree instanceof Tree.Anchor anchor) {
            program.add(new Instruction.At(anchor.place()));
        } else {
            apart(tree, leftwards);
        }
    }

    private int place(int number) {
        return number < 0 ? -1 : places.getOrDefault(number, -1);
    }

    private void apart(Tree tree, boolean leftwards) {
        int here = hole();
        if (tree instanceof Tree.Look look) {
            write(look.body(), look.behind());
            program.add(new Instruction.Done());
            program.set(here, new Instruction.Look(look.negative(), program.size()));
        } else if (tree instanceof Tree.Atomic atomic) {
            write(atomic.body(), leftwards);
            program.add(new Instruction.Done());
            program.set(here, new Instruction.Atomic(program.size()));
        } else if (tree instanceof Tree.IfGroup choice) {
            program.set(
                    here,
                    new Instruction.IfGroup(place(choice.number()), either(choice.yes(), choice.no(), leftwards)));
        } else if (tree instanceof Tree.IfMatch choice) {
            Tree.Look look = choice.condition();
            Tree condition = look.negative() ? look : look.body();
            write(condition, look.behind());
            program.add(new Instruction.Done());
            int yes = program.size();
            program.set(here, new Instruction.IfMatch(yes, either(choice.yes(), choice.no(), leftwards)));
        }
    }

    /** Two ways, one behind the other; gives where the second begins. */
    private int either(Tree yes, Tree no, boolean leftwards) {
        write(yes, leftwards);
        int jump = hole();
        int second = program.size();
        write(no, leftwards);
        program.set(jump, new Instruction.Jump(program.size()));
        return second;
    }

    private int hole() {
        program.add(new Instruction.Done());
        return program.size() - 1;
    }

    private void choice(Tree.Choice choice, boolean leftwards) {
        List<Integer> jumps = new ArrayList<>();
        int last = choice.branches().size() - 1;
        for (int i = 0; i < last; i++) {
            int fork = hole();
            write(choice.branches().get(i), leftwards);
            jumps.add(hole());
            program.set(fork, new Instruction.Fork(program.size()));
        }
        write(choice.branches().get(last), leftwards);
        jumps.forEach(jump -> program.set(jump, new Instruction.Jump(program.size())));
    }

    private void group(Tree.Capturing group, boolean leftwards) {
        if (group.number() < 0 && group.popped() < 0) {
            write(group.body(), leftwards);
            return;
        }
        int slot = slots++;
        program.add(new Instruction.Open(slot));
        write(group.body(), leftwards);
        program.add(new Instruction.Close(slot, place(group.number()), place(group.popped())));
    }

    private void loop(Tree.Loop loop, boolean leftwards) {
        int slot = slots;
        slots += 2;
        program.add(new Instruction.Begin(slot));
        int round = hole();
        write(loop.body(), leftwards);
        program.add(new Instruction.Jump(round));
        program.set(round, new Instruction.Round(slot, loop, program.size()));
    }
}
