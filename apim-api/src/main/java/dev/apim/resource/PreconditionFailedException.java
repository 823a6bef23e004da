package dev.apim.resource;

import dev.apim.ApimException;

/** A resource is not in the version the caller named (HTTP 412). */
public final class PreconditionFailedException extends ApimException {
    private static final long serialVersionUID = 1L;

    /** Names the resource and both versions. */
    public PreconditionFailedException(ResourcePath path, String expected, String found) {
        super("resource " + path + " has ETag '" + found + "', expected '" + expected
                + "': read it again and repeat the change");
    }
}
