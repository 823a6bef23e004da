package dev.apim.model;

/**
 * What answers one field of a GraphQL API (Azure: {@code resolver}); its policy document is compiled apart from it.
 *
 * @param id resource name
 * @param displayName 1 to 300 characters
 * @param type name of the type the field belongs to, such as {@code Query}
 * @param field name of the field
 * @param description or empty
 */
public record Resolver(String id, String displayName, String type, String field, String description) {}
