package dev.apim.core.expression.csharp.plan;

/**
 * A local variable's place in its frame. One that a lambda takes, or that is passed by {@code out}, lives in a cell of its own, which
 * may become known only after it was first used; therefore nodes ask the variable.
 */
public final class Variable {
    final String name;
    final int slot;
    boolean inCell;
    boolean shared;

    /** At a slot, from 0. */
    public Variable(String name, int slot) {
        this.name = name;
        this.slot = slot;
    }

    /** Gives it a cell. */
    public void inCell() {
        inCell = true;
    }

    /** Gives it a cell that is there before it is declared: a local function took it. */
    public void shared() {
        inCell = true;
        shared = true;
    }

    @Override
    public String toString() {
        return name;
    }
}
