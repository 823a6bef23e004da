package dev.apim.runner.cli;

import dev.apim.core.GatewaySettings;
import dev.apim.core.routing.PathRules;
import dev.apim.model.Deployment;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** How the gateway behaves; every relaxation says so in the log. */
final class GatewayOptions {
    private static final Logger LOG = LoggerFactory.getLogger("apim");

    @Option(
            names = "--enforce-scheme",
            description = "Hold a request's scheme against the API's protocols (off: TLS usually ends ahead of us).")
    boolean enforceScheme;

    @Option(
            names = "--trusted-proxies",
            split = ",",
            paramLabel = "<range>",
            description =
                    "Address ranges whose X-Forwarded-* fields are believed, such as 10.0.0.0/8. None by default.")
    List<String> trustedProxies = List.of();

    @Option(
            names = "--trusted-identity-headers",
            split = ",",
            paramLabel = "<name>",
            description = "Fields that backends take for an identity: removed from every request.")
    List<String> identityHeaders = List.of();

    @Option(
            names = "--ignore-invalid-keys",
            description = "Let a request with an invalid key pass to an API that needs none.")
    boolean ignoreInvalidKeys;

    @Option(
            names = "--allow-private-addresses",
            description = "Let URLs that come from expressions, redirects or documents of identity providers lead to"
                    + " private and local addresses.")
    boolean privateAddresses;

    @Option(
            names = "--keep-encoded-slashes",
            description = "Accept %%2f, %%5c and backslashes in paths, and forward them as they came.")
    boolean keepEncodedSlashes;

    @Option(
            names = "--ignore-matrix-parameters",
            description = "Match paths without their ;name=value parts in place of refusing them.")
    boolean ignoreMatrixParameters;

    @Option(
            names = "--key-refresh",
            paramLabel = "<seconds>",
            defaultValue = "300",
            description =
                    "Fetch an identity provider's keys for an unknown one at most so often (${DEFAULT-VALUE}); 30 or"
                            + " more.")
    int keyRefreshSeconds = 300;

    @Option(
            names = "--stale-keys",
            paramLabel = "<hours>",
            defaultValue = "24",
            description =
                    "How long an identity provider's keys count when they cannot be fetched (${DEFAULT-VALUE}); 1 or"
                            + " more.")
    int staleKeysHours = 24;

    @Option(names = "--strict", description = "Refuse what Azure refuses at save, not only what cannot work.")
    boolean strict;

    @Option(
            names = "--region",
            paramLabel = "<name>",
            defaultValue = "local",
            description = "What context.Deployment.Region says (${DEFAULT-VALUE}).")
    String region = Deployment.LOCAL.region();

    @Option(
            names = "--request-deadline",
            paramLabel = "<seconds>",
            description = "Longest time to a response; a request that takes longer is answered 504. 0: none.")
    int deadlineSeconds;

    @Option(
            names = "--on-error-deadline",
            paramLabel = "<seconds>",
            defaultValue = "5",
            description = "How long on-error may run once a request's time is up (${DEFAULT-VALUE}); 1 or more.")
    int onErrorSeconds = 5;

    @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
    CommandLine.Model.@Nullable CommandSpec command;

    GatewaySettings settings() {
        GatewaySettings settings = checked();
        if (ignoreInvalidKeys) {
            LOG.warn("relaxed: invalid keys are ignored on APIs that need none (--ignore-invalid-keys)");
        }
        if (!trustedProxies.isEmpty()) {
            LOG.warn("relaxed: X-Forwarded-* fields are believed from {} (--trusted-proxies)", trustedProxies);
        }
        if (privateAddresses) {
            LOG.warn("relaxed: computed URLs may lead to private and local addresses (--allow-private-addresses)");
        }
        if (keepEncodedSlashes) {
            LOG.warn("relaxed: encoded slashes are kept in paths (--keep-encoded-slashes)");
        }
        if (ignoreMatrixParameters) {
            LOG.warn("relaxed: matrix parameters are left out of matching (--ignore-matrix-parameters)");
        }
        return settings;
    }

    private PathRules paths() {
        PathRules rules = keepEncodedSlashes ? PathRules.DEFAULT.keepingEncodedSlashes() : PathRules.DEFAULT;
        return ignoreMatrixParameters ? rules.ignoringMatrixParameters() : rules;
    }

    private GatewaySettings checked() {
        if (deadlineSeconds < 0) {
            throw wrong("--request-deadline is 0 or more seconds, found " + deadlineSeconds, null);
        }
        if (onErrorSeconds < 1) {
            throw wrong("--on-error-deadline is 1 or more seconds, found " + onErrorSeconds, null);
        }
        if (keyRefreshSeconds < 30) {
            throw wrong("--key-refresh is 30 or more seconds, found " + keyRefreshSeconds, null);
        }
        if (staleKeysHours < 1) {
            throw wrong("--stale-keys is 1 or more hours, found " + staleKeysHours, null);
        }
        try {
            return GatewaySettings.builder()
                    .paths(paths())
                    .privateAddresses(privateAddresses)
                    .keyRefresh(Duration.ofSeconds(keyRefreshSeconds))
                    .staleKeys(Duration.ofHours(staleKeysHours))
                    .enforceScheme(enforceScheme)
                    .trustedProxies(trustedProxies)
                    .identityFields(identityHeaders)
                    .ignoreInvalidKeys(ignoreInvalidKeys)
                    .strict(strict)
                    .deployment(in(region))
                    .deadline(Duration.ofSeconds(deadlineSeconds))
                    .onErrorDeadline(Duration.ofSeconds(onErrorSeconds))
                    .build();
        } catch (IllegalArgumentException e) {
            throw wrong("--trusted-proxies: " + e.getMessage(), e);
        }
    }

    private static Deployment in(String region) {
        Deployment local = Deployment.LOCAL;
        return new Deployment(
                local.serviceId(),
                local.serviceName(),
                region,
                local.gatewayId(),
                local.gatewayInstanceId(),
                local.managed());
    }

    private CommandLine.ParameterException wrong(String message, @Nullable Exception cause) {
        CommandLine line = command == null ? new CommandLine(new Apim()) : command.commandLine();
        return new CommandLine.ParameterException(line, message, cause);
    }
}
