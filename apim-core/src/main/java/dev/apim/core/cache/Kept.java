package dev.apim.core.cache;

/** A value that knows how large it is. */
@FunctionalInterface
public interface Kept {
    /** About how many bytes of memory it takes. */
    long bytes();
}
