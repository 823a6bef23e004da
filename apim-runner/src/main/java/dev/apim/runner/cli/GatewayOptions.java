package dev.apim.runner.cli;

import dev.apim.core.GatewaySettings;
import dev.apim.core.caller.AddressRange;
import dev.apim.core.limit.LimitAlgorithm;
import dev.apim.core.pipeline.BodyLimits;
import dev.apim.core.routing.PathRules;
import dev.apim.model.Deployment;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** How the gateway behaves; every relaxation says so in the log. */
final class GatewayOptions {
    private static final Logger LOG = LoggerFactory.getLogger("apim");
    private static final int MOST_KILOBYTES = 1_000_000;

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
            names = "--absent-sections-empty",
            description = "Take a section that a policy document leaves out for an empty one, not for <base/>.")
    boolean absentSectionsEmpty;

    @Option(
            names = "--retry-failures",
            description = "Ask the condition of a retry after a forward-request in it has failed, too.")
    boolean retryFailures;

    @Option(
            names = "--rate-limit-algorithm",
            paramLabel = "<name>",
            defaultValue = "sliding-window",
            description = "How rate limits are counted: sliding-window or token-bucket (${DEFAULT-VALUE}).")
    String algorithm = LimitAlgorithm.SLIDING_WINDOW.toString();

    @Option(
            names = "--max-buffered-body",
            paramLabel = "<kilobytes>",
            defaultValue = "2048",
            description = "Most of a body that a policy may hold in memory (${DEFAULT-VALUE}); 1 to 1000000.")
    int bufferedKilobytes = 2048;

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
        checkNumbers();
        return GatewaySettings.builder()
                .paths(paths())
                .privateAddresses(privateAddresses)
                .retriesFailures(retryFailures)
                .absentSectionInherits(!absentSectionsEmpty)
                .limits(named("--rate-limit-algorithm", () -> LimitAlgorithm.parse(algorithm)))
                .bodies(bodies())
                .keyRefresh(Duration.ofSeconds(keyRefreshSeconds))
                .staleKeys(Duration.ofHours(staleKeysHours))
                .enforceScheme(enforceScheme)
                .trustedProxies(named("--trusted-proxies", this::proxies))
                .identityFields(identityHeaders)
                .ignoreInvalidKeys(ignoreInvalidKeys)
                .strict(strict)
                .deployment(in(region))
                .deadline(Duration.ofSeconds(deadlineSeconds))
                .onErrorDeadline(Duration.ofSeconds(onErrorSeconds))
                .build();
    }

    private List<String> proxies() {
        trustedProxies.forEach(AddressRange::parse);
        return trustedProxies;
    }

    private <T> T named(String option, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw wrong(option + ": " + e.getMessage(), e);
        }
    }

    private void checkNumbers() {
        atLeast(0, "--request-deadline", deadlineSeconds, "seconds");
        atLeast(1, "--on-error-deadline", onErrorSeconds, "seconds");
        atLeast(30, "--key-refresh", keyRefreshSeconds, "seconds");
        atLeast(1, "--stale-keys", staleKeysHours, "hours");
        if (bufferedKilobytes < 1 || bufferedKilobytes > MOST_KILOBYTES) {
            throw wrong("--max-buffered-body is 1 to " + MOST_KILOBYTES + ", found " + bufferedKilobytes, null);
        }
    }

    private void atLeast(int least, String option, int value, String unit) {
        if (value < least) {
            throw wrong(option + " is " + least + " or more " + unit + ", found " + value, null);
        }
    }

    private BodyLimits bodies() {
        BodyLimits usual = BodyLimits.DEFAULT;
        return new BodyLimits(bufferedKilobytes * 1024, usual.inflationRatio(), usual.inflationGrace());
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
