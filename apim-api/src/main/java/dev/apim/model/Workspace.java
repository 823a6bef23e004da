package dev.apim.model;

/**
 * A part of the service with its own APIs, products and policies (Azure: {@code workspace}).
 *
 * @param id resource name
 * @param displayName of it
 * @param description or empty
 */
public record Workspace(String id, String displayName, String description) {}
