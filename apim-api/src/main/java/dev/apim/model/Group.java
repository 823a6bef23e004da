package dev.apim.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Developers with the same view (Azure: {@code group}).
 *
 * @param id resource name
 * @param displayName 1 to 300 characters
 * @param description or empty
 * @param type custom, system or external
 * @param externalId of the directory group, if external
 * @param userIds resource names of its members
 */
public record Group(
        String id,
        String displayName,
        String description,
        String type,
        @Nullable String externalId,
        List<String> userIds) {}
