package dev.apim.model;

/**
 * A revision made current (Azure: API {@code release}).
 *
 * @param id resource name
 * @param apiId the revision, as {@code orders;rev=2}
 * @param notes or empty
 */
public record Release(String id, String apiId, String notes) {}
