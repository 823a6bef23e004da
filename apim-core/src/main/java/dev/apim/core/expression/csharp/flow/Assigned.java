package dev.apim.core.expression.csharp.flow;

import java.util.BitSet;

/** The variables that surely have a value at a place. Where nobody can get to, all have. */
final class Assigned {
    private final BitSet variables;
    private boolean unreachable;

    private Assigned(BitSet variables, boolean unreachable) {
        this.variables = variables;
        this.unreachable = unreachable;
    }

    static Assigned none() {
        return new Assigned(new BitSet(), false);
    }

    static Assigned nowhere() {
        return new Assigned(new BitSet(), true);
    }

    Assigned copy() {
        return new Assigned((BitSet) variables.clone(), unreachable);
    }

    boolean has(int variable) {
        return unreachable || variables.get(variable);
    }

    void add(int variable) {
        variables.set(variable);
    }

    /** Where two ways meet, what has a value on both. */
    static Assigned meet(Assigned one, Assigned other) {
        if (one.unreachable || other.unreachable) {
            return (one.unreachable ? other : one).copy();
        }
        Assigned both = one.copy();
        both.variables.and(other.variables);
        return both;
    }

    /** What has a value after this and then the other. */
    Assigned then(Assigned other) {
        Assigned all = copy();
        all.variables.or(other.variables);
        all.unreachable |= other.unreachable;
        return all;
    }

    /** What has a value after a condition, by how it turns out. */
    record Split(Assigned whenTrue, Assigned whenFalse) {
        Split swapped() {
            return new Split(whenFalse, whenTrue);
        }

        Assigned either() {
            return meet(whenTrue, whenFalse);
        }
    }
}
