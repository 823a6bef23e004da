package dev.apim.core.resource;

import dev.apim.model.Backend;
import dev.apim.model.Certificate;
import dev.apim.model.GlobalSchema;
import dev.apim.model.Group;
import dev.apim.model.Logger;
import dev.apim.model.NamedValue;
import dev.apim.model.Subscription;
import dev.apim.model.Tag;
import dev.apim.model.User;
import dev.apim.model.VersionSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The maps of a {@link Configuration}. */
record Views(
        Map<String, ApiEntry> apis,
        Map<String, VersionSet> versionSets,
        Map<String, ProductEntry> products,
        Map<String, Group> groups,
        Map<String, User> users,
        Map<String, Subscription> subscriptions,
        Map<String, NamedValue> namedValues,
        Map<String, Backend> backends,
        Map<String, Logger> loggers,
        Map<String, Certificate> certificates,
        Map<String, PolicyDocumentEntry> fragments,
        Map<String, Tag> tags,
        Map<String, GlobalSchema> schemas,
        Map<String, WorkspaceEntry> workspaces,
        @Nullable PolicyDocumentEntry policy) {
    static final Views EMPTY = new Views(
            Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(),
            Map.of(), Map.of(), Map.of(), Map.of(), null);
}
