package dev.apim.resource;

import dev.apim.Position;
import java.util.Objects;

/**
 * One configurable thing: its place in the tree, its properties as Azure's REST contract names them, and its version.
 *
 * @param path where it stands
 * @param properties one JSON object, UTF-8 when stored: the {@code properties} of the REST body
 * @param etag changes with every change of the resource; opaque, without quotes
 * @param origin where its text was written, for messages
 */
public record Resource(ResourcePath path, String properties, String etag, Origin origin) {
    public Resource {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(properties, "properties");
        Objects.requireNonNull(etag, "etag");
        Objects.requireNonNull(origin, "origin");
    }

    /** Finds the place in the author's text that a property came from. */
    @FunctionalInterface
    public interface Origin {
        /**
         * The position of a property.
         *
         * @param pointer JSON pointer into {@link Resource#properties()}, such as {@code /protocols/0}; empty for the whole. For a
         *     policy, {@code /value} is the first character of the document.
         */
        Position at(String pointer);

        /** Always the beginning of {@code source}. */
        static Origin of(String source) {
            Position start = Position.startOf(source);
            return pointer -> start;
        }
    }
}
