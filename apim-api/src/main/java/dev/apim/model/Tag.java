package dev.apim.model;

/**
 * A label (Azure: {@code tag}).
 *
 * @param id resource name
 * @param displayName 1 to 160 characters
 */
public record Tag(String id, String displayName) {}
