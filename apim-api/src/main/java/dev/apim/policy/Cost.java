package dev.apim.policy;

/** Where something may run. */
public enum Cost {
    /** Its work has a small bound: it runs on the lane. */
    BOUNDED,
    /** It may take long (loops, regular expressions, parsing a body): it runs on the worker pool. */
    UNBOUNDED;

    /** The greater of the two. */
    public Cost and(Cost other) {
        return this == UNBOUNDED ? this : other;
    }
}
