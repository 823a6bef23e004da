package dev.apim.core.resource;

import dev.apim.IssueSink;
import dev.apim.core.json.Json;
import dev.apim.model.Backend;
import dev.apim.model.Certificate;
import dev.apim.model.Logger;
import dev.apim.model.NamedValue;
import dev.apim.resource.ResourcePath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The maps of named values, certificates and backends, which depend on one another and on secret stores. */
final class SecretViews {
    private static final Pattern NAMED_VALUE = Pattern.compile("\\{\\{\\s*([A-Za-z0-9._-]{1,256})\\s*\\}\\}");

    private final Views before;
    private final Shelves shelves;
    private final Change change;
    private final ItemReader reader;
    private final IssueSink issues;
    private final MissingSecrets missing;
    private Map<String, NamedValue> namedValues;
    private Map<String, Certificate> certificates;
    private Map<String, Backend> backends;
    private Map<String, Logger> loggers;

    SecretViews(Views before, Shelves shelves, Change change, ItemReader reader, IssueSink issues) {
        this.before = before;
        this.shelves = shelves;
        this.change = change;
        this.reader = reader;
        this.issues = issues;
        this.missing = new MissingSecrets(shelves);
        this.namedValues = before.namedValues();
        this.certificates = before.certificates();
        this.backends = before.backends();
        this.loggers = before.loggers();
    }

    Map<String, NamedValue> namedValues() {
        return namedValues;
    }

    Map<String, Certificate> certificates() {
        return certificates;
    }

    Map<String, Backend> backends() {
        return backends;
    }

    Map<String, Logger> loggers() {
        return loggers;
    }

    void build() {
        boolean values = change.touches("namedValues");
        boolean keys = change.touches("certificates") || change.touches("backends") || mentionsCertificates();
        if (values) {
            namedValues = Collections.unmodifiableMap(readNamedValues());
        }
        if (keys) {
            certificates = Collections.unmodifiableMap(readCertificates());
        }
        if (values || keys) {
            backends = Collections.unmodifiableMap(readBackends());
        }
        if (values || change.touches("loggers")) {
            loggers = Collections.unmodifiableMap(readLoggers());
        }
        missing.namedValues();
        missing.report(issues);
    }

    private boolean mentionsCertificates() {
        return change.touched().stream()
                .map(shelves::bundle)
                .flatMap(Optional::stream)
                .anyMatch(bundle -> !bundle.mentions().certificates().isEmpty());
    }

    private Map<String, NamedValue> readNamedValues() {
        Map<String, NamedValue> found = ViewBuilder.map();
        Map<String, Bundle> owners = ViewBuilder.map();
        for (Bundle bundle : shelves.of("namedValues")) {
            String name = bundle.value(NamedValue.class)
                    .map(NamedValue::displayName)
                    .orElseGet(() -> ((Item.Unset) bundle.root().value()).mention());
            String key = Configuration.key(bundle.workspaceId(), name);
            Bundle other = owners.putIfAbsent(key, bundle);
            if (other != null) {
                issues.error(
                        bundle.root().at("/displayName"),
                        "displayName '" + name + "' is also that of " + other.path() + ": rename one of them");
            }
            bundle.value(NamedValue.class).ifPresent(value -> found.put(key, value));
        }
        return found;
    }

    private Map<String, Certificate> readCertificates() {
        Map<String, Certificate> found = ViewBuilder.map();
        for (Bundle bundle : shelves.of("certificates")) {
            bundle.value(Certificate.class)
                    .ifPresent(c -> found.put(Configuration.key(bundle.workspaceId(), c.id()), c));
        }
        shelves.all().forEach(bundle -> {
            for (String name : bundle.mentions().certificates()) {
                wanted(found, bundle, "/value", name);
            }
        });
        for (Bundle bundle : shelves.of("backends")) {
            List<String> ids = bundle.value(Backend.class).orElseThrow().certificateIds();
            for (int i = 0; i < ids.size(); i++) {
                wanted(found, bundle, "/credentials/certificateIds/" + i, ids.get(i));
            }
        }
        return found;
    }

    private void wanted(Map<String, Certificate> found, Bundle bundle, String pointer, String name) {
        String key = Configuration.key(bundle.workspaceId(), name);
        if (found.containsKey(key) || found.containsKey(name)) {
            return;
        }
        ResourcePath path = ResourceTypes.scope(bundle.workspaceId()).child("certificates", name);
        Optional<Item> item =
                change.broken().contains(path) ? Optional.empty() : reader.certificateBySecret(path, issues);
        item.ifPresentOrElse(
                i -> found.put(key, (Certificate) i.value()),
                () -> missing.certificate(key, bundle.root().at(pointer)));
    }

    private Map<String, Backend> readBackends() {
        Map<String, Backend> found = ViewBuilder.map();
        for (Bundle bundle : shelves.of("backends")) {
            String key = Configuration.key(bundle.workspaceId(), bundle.path().name());
            Backend backend = resolved(bundle);
            Backend old = before.backends().get(key);
            found.put(key, backend.equals(old) ? old : backend);
        }
        return found;
    }

    private Backend resolved(Bundle bundle) {
        Backend backend = bundle.value(Backend.class).orElseThrow();
        List<String> ids = new ArrayList<>(backend.certificateIds());
        ids.addAll(byThumbprint(bundle));
        demandNamedValues(bundle, "backend");
        return BackendRecords.with(backend, List.copyOf(ids), text -> substituted(text, bundle.workspaceId()));
    }

    private void demandNamedValues(Bundle bundle, String what) {
        for (String name : bundle.mentions().namedValues()) {
            if (find(bundle.workspaceId(), name) == null && !isUnset(name)) {
                issues.error(
                        bundle.root().at(""),
                        "the " + what + " refers to the named value {{" + name
                                + "}}, which is not there: add it or correct the name");
            }
        }
    }

    private Map<String, Logger> readLoggers() {
        Map<String, Logger> found = ViewBuilder.map();
        for (Bundle bundle : shelves.of("loggers")) {
            String key = Configuration.key(bundle.workspaceId(), bundle.path().name());
            demandNamedValues(bundle, "logger");
            Logger logger = BackendRecords.with(
                    bundle.value(Logger.class).orElseThrow(), text -> substituted(text, bundle.workspaceId()));
            Logger old = before.loggers().get(key);
            found.put(key, logger.equals(old) ? old : logger);
        }
        return found;
    }

    /** Backends may also name certificates by what they are. */
    private List<String> byThumbprint(Bundle bundle) {
        List<String> ids = new ArrayList<>();
        var thumbprints = Json.parse(bundle.root().resource().properties()).at("/credentials/certificate");
        for (int i = 0; i < thumbprints.size(); i++) {
            String thumbprint = thumbprints.get(i).asText();
            Optional<Certificate> certificate = certificates.values().stream()
                    .filter(c -> c.thumbprint().equalsIgnoreCase(thumbprint))
                    .findFirst();
            certificate.ifPresentOrElse(c -> ids.add(c.id()), () -> {});
            if (certificate.isEmpty()) {
                issues.error(
                        bundle.root().at("/credentials/certificate/" + i),
                        "no certificate has the thumbprint '" + thumbprint + "': add it or correct the thumbprint");
            }
        }
        return ids;
    }

    private String substituted(String text, @Nullable String workspaceId) {
        if (!text.contains("{{")) {
            return text;
        }
        return NAMED_VALUE.matcher(text).replaceAll(match -> {
            NamedValue value = find(workspaceId, match.group(1));
            return Matcher.quoteReplacement(value == null ? match.group() : value.value());
        });
    }

    private @Nullable NamedValue find(@Nullable String workspaceId, String name) {
        NamedValue own = namedValues.get(Configuration.key(workspaceId, name));
        return own != null ? own : namedValues.get(name);
    }

    private boolean isUnset(String name) {
        return shelves.of("namedValues").stream()
                .anyMatch(b -> b.root().value() instanceof Item.Unset unset
                        && unset.mention().equalsIgnoreCase(name));
    }
}
