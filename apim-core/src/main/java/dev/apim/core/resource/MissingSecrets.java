package dev.apim.core.resource;

import dev.apim.Issue;
import dev.apim.IssueSink;
import dev.apim.Position;
import dev.apim.Severity;
import dev.apim.core.secret.SecretStores;
import dev.apim.resource.SecretStore.Kind;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The secrets that something refers to and no store has: one error that lists them, with lines to paste. */
final class MissingSecrets {
    private final Shelves shelves;
    private final Map<String, Missing> missing = new TreeMap<>();

    private record Missing(Kind kind, String name, Position first) {}

    MissingSecrets(Shelves shelves) {
        this.shelves = shelves;
    }

    void certificate(String name, Position first) {
        missing.putIfAbsent("certificate '" + name + "'", new Missing(Kind.CERTIFICATE, name, first));
    }

    /** Looks for texts that mention named values without a value. */
    void namedValues() {
        for (Bundle bundle : shelves.of("namedValues")) {
            if (bundle.root().value() instanceof Item.Unset unset && isMentioned(bundle, unset.mention())) {
                missing.put(
                        "named value '" + unset.mention() + "'",
                        new Missing(unset.kind(), unset.name(), bundle.root().at("")));
            }
        }
    }

    private boolean isMentioned(Bundle owner, String name) {
        String workspace = owner.workspaceId();
        return shelves.all()
                .filter(bundle -> workspace == null || workspace.equalsIgnoreCase(bundle.workspaceId()))
                .anyMatch(bundle -> bundle.mentions().namedValues().stream().anyMatch(name::equalsIgnoreCase));
    }

    void report(IssueSink issues) {
        if (missing.isEmpty()) {
            return;
        }
        String names = String.join(", ", missing.keySet());
        String snippet = missing.values().stream()
                .map(m -> "export " + SecretStores.environmentName(m.kind(), m.name()) + "='…'")
                .collect(Collectors.joining("\n"));
        issues.report(new Issue(
                Severity.ERROR,
                missing.values().iterator().next().first(),
                "no secret store has what the configuration refers to: " + names
                        + "; set these variables, or put files of the same names into the secrets directory",
                snippet));
    }
}
