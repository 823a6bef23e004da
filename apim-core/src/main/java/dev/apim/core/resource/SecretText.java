package dev.apim.core.resource;

import dev.apim.IssueSink;
import dev.apim.resource.ResourcePath;
import dev.apim.resource.SecretStore;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds secrets: in the stores first, then where the configuration writes them or names their environment variable. */
final class SecretText {
    private static final Pattern ENVIRONMENT = Pattern.compile("\\{\\{\\s*env:([A-Za-z_][A-Za-z0-9_]*)\\s*\\}\\}");

    private final SecretStore store;

    SecretText(SecretStore store) {
        this.store = store;
    }

    /**
     * The secret of a resource.
     *
     * @param property that may hold it, literally or as {@code {{env:NAME}}}
     * @return empty text when there is none; {@code null} when a named variable is absent, which was then reported
     */
    @Nullable
    String find(SecretStore.Kind kind, Fields fields, String property, IssueSink issues) {
        String written = store.find(kind, nameFor(fields.resource().path())).orElseGet(() -> fields.text(property));
        Matcher variable = ENVIRONMENT.matcher(written.strip());
        if (!variable.matches()) {
            return written;
        }
        String name = variable.group(1);
        Optional<String> value = store.find(SecretStore.Kind.ENVIRONMENT, name);
        if (value.isEmpty() || value.get().isEmpty()) {
            issues.error(
                    fields.at("/" + property),
                    property + " refers to the environment variable " + name + ", which is not set: export " + name
                            + "=… or correct the name");
            return null;
        }
        return value.get();
    }

    /** The name secret stores know a resource by: its own; in a workspace {@code workspaces/w/name}. */
    static String nameFor(ResourcePath path) {
        return Configuration.key(ResourceTypes.workspaceOf(path), path.name());
    }
}
