package dev.apim.core.fluent;

/** A policy and what the reader makes of it. */
record Built(PolicyStep step, String shape) {
    @Override
    public String toString() {
        return shape;
    }
}
