package dev.apim;

/** Something under way that can be called off. */
@FunctionalInterface
public interface Cancellable {
    /** Calls it off. A second call, and one after the end, does nothing. Does not block. */
    void cancel();

    /** Nothing to call off. */
    static Cancellable none() {
        return () -> {};
    }
}
