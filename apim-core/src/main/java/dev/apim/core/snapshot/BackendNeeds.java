package dev.apim.core.snapshot;

import dev.apim.Issue;
import dev.apim.IssueSink;
import dev.apim.Position;
import dev.apim.backend.BackendCapability;
import dev.apim.backend.BackendClient;
import dev.apim.core.backend.ClientLimits;
import dev.apim.core.resource.Configuration;
import dev.apim.model.Backend;
import dev.apim.resource.ResourcePath;

/** What the backend entities ask of the client that is to reach them, as far as it cannot do it. */
record BackendNeeds(Configuration configuration, BackendClient client) {
    /** Warns at the property that asks for it. */
    void report(IssueSink issues) {
        configuration.backends().forEach((key, backend) -> {
            ResourcePath path = ResourcePath.of(
                    key.startsWith("workspaces/")
                            ? "/" + key.replaceFirst("/([^/]+)$", "/backends/$1")
                            : "/backends/" + key);
            report(path, backend, issues);
        });
    }

    private void report(ResourcePath path, Backend backend, IssueSink issues) {
        if (!backend.certificateIds().isEmpty()) {
            report(path, backend, "/credentials/certificateIds", BackendCapability.CLIENT_CERTIFICATE, issues);
        }
        if (!backend.validateCertificateChain()) {
            report(path, backend, "/tls/validateCertificateChain", BackendCapability.TLS_CHECKS, issues);
        }
        if (!backend.validateCertificateName()) {
            report(path, backend, "/tls/validateCertificateName", BackendCapability.TLS_CHECKS, issues);
        }
        if (backend.proxy() != null && backend.proxy().username() != null) {
            report(path, backend, "/proxy", BackendCapability.PROXY, issues);
        }
        if (backend.headers().keySet().stream().anyMatch("Host"::equalsIgnoreCase)) {
            report(path, backend, "/credentials/header", BackendCapability.HOST_OVERRIDE, issues);
        }
    }

    private void report(
            ResourcePath path, Backend backend, String pointer, BackendCapability needed, IssueSink issues) {
        ClientLimits.warning(client, needed).ifPresent(problem -> {
            Position at = configuration
                    .resource(path)
                    .map(resource -> resource.origin().at(pointer))
                    .orElse(Position.startOf(path.value()));
            issues.report(Issue.warning(at, "backend '" + backend.id() + "': " + problem));
        });
    }
}
