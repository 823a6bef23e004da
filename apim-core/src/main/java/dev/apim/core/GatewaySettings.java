package dev.apim.core;

import dev.apim.core.caller.AddressRange;
import dev.apim.core.jwt.KeyRefresh;
import dev.apim.core.limit.LimitAlgorithm;
import dev.apim.core.pipeline.BodyLimits;
import dev.apim.core.routing.PathRules;
import dev.apim.model.Deployment;
import java.time.Duration;
import java.util.List;

/**
 * How a gateway behaves, whatever its configuration. The defaults protect; every relaxation is an explicit choice.
 *
 * @param paths how request paths are read
 * @param trustedProxies whose {@code X-Forwarded-*} fields are believed; none by default
 * @param identityFields names of fields that are removed from every request; none by default
 * @param enforceScheme whether a request whose scheme is not among the API's protocols finds nothing; off by default
 * @param ignoreInvalidKeys whether an invalid key is ignored on an API that needs none; off by default
 * @param absentSectionInherits whether a section that a document leaves out means {@code <base/>}; on by default
 * @param strict whether what Azure refuses at save is an error; off by default
 * @param bodies how much of a body may lie in memory
 * @param deadline longest life of a request before its response; none by default
 * @param onErrorDeadline longest run of {@code on-error} after a request's deadline has passed, more than none; 5 s by default
 * @param workers threads for work without a small bound, 1 or more
 * @param workerQueue how much of it may wait, 1 or more
 * @param deployment what {@code context.Deployment} says
 * @param privateAddresses whether URLs that come from expressions, redirects or documents of identity providers may lead to private
 *     and local addresses; off by default
 * @param limits how rate limits are counted where no other limiter is given; in a sliding window by default
 * @param retriesFailures whether a {@code forward-request} that fails within a {@code retry} is the end of an attempt: the condition is
 *     asked, with the error in the response, and decides. Otherwise the failure leaves the {@code retry} at once; off by default
 * @param keyRefresh at most how often the keys of an identity provider are fetched because a token names one that is not among them; 30
 *     seconds or more, five minutes by default
 * @param staleKeys for how long they count when they cannot be fetched any more, an hour or more; a day by default
 */
public record GatewaySettings(
        PathRules paths,
        List<AddressRange> trustedProxies,
        List<String> identityFields,
        boolean enforceScheme,
        boolean ignoreInvalidKeys,
        boolean absentSectionInherits,
        boolean strict,
        BodyLimits bodies,
        Duration deadline,
        Duration onErrorDeadline,
        int workers,
        int workerQueue,
        Deployment deployment,
        boolean privateAddresses,
        LimitAlgorithm limits,
        boolean retriesFailures,
        Duration keyRefresh,
        Duration staleKeys) {
    public GatewaySettings {
        if (onErrorDeadline.isZero() || onErrorDeadline.isNegative()) {
            throw new IllegalArgumentException("the deadline of on-error is more than none, found " + onErrorDeadline);
        }
        if (keyRefresh.compareTo(Duration.ofSeconds(30)) < 0) {
            throw new IllegalArgumentException("keys are fetched every 30 seconds or less often, found " + keyRefresh);
        }
        if (staleKeys.compareTo(KeyRefresh.DEFAULT.lifetime()) < 0) {
            throw new IllegalArgumentException("stale keys count for an hour or more, found " + staleKeys);
        }
    }

    /** The defaults. */
    public static GatewaySettings defaults() {
        return new Builder().build();
    }

    /** Starts from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Changes some of the defaults. */
    public static final class Builder {
        private PathRules paths = PathRules.DEFAULT;
        private List<AddressRange> trustedProxies = List.of();
        private List<String> identityFields = List.of();
        private boolean enforceScheme;
        private boolean ignoreInvalidKeys;
        private boolean absentSectionInherits = true;
        private boolean strict;
        private BodyLimits bodies = BodyLimits.DEFAULT;
        private Duration deadline = Duration.ZERO;
        private Duration onErrorDeadline = Duration.ofSeconds(5);
        private int workers = Math.max(2, Runtime.getRuntime().availableProcessors());
        private int workerQueue = 1_000;
        private Deployment deployment = Deployment.LOCAL;
        private boolean privateAddresses;
        private LimitAlgorithm limits = LimitAlgorithm.SLIDING_WINDOW;
        private boolean retriesFailures;
        private Duration keyRefresh = KeyRefresh.DEFAULT.unknownKey();
        private Duration staleKeys = KeyRefresh.DEFAULT.maxStale();

        private Builder() {}

        /** See {@link GatewaySettings#paths}. */
        public Builder paths(PathRules value) {
            paths = value;
            return this;
        }

        /** See {@link GatewaySettings#trustedProxies}; each such as {@code 10.0.0.0/8}. */
        public Builder trustedProxies(List<String> ranges) {
            trustedProxies = ranges.stream().map(AddressRange::parse).toList();
            return this;
        }

        /** See {@link GatewaySettings#identityFields}. */
        public Builder identityFields(List<String> names) {
            identityFields = List.copyOf(names);
            return this;
        }

        /** See {@link GatewaySettings#enforceScheme}. */
        public Builder enforceScheme(boolean value) {
            enforceScheme = value;
            return this;
        }

        /** See {@link GatewaySettings#ignoreInvalidKeys}. */
        public Builder ignoreInvalidKeys(boolean value) {
            ignoreInvalidKeys = value;
            return this;
        }

        /** See {@link GatewaySettings#absentSectionInherits}. */
        public Builder absentSectionInherits(boolean value) {
            absentSectionInherits = value;
            return this;
        }

        /** See {@link GatewaySettings#strict}. */
        public Builder strict(boolean value) {
            strict = value;
            return this;
        }

        /** See {@link GatewaySettings#bodies}. */
        public Builder bodies(BodyLimits value) {
            bodies = value;
            return this;
        }

        /** See {@link GatewaySettings#deadline}. */
        public Builder deadline(Duration value) {
            deadline = value;
            return this;
        }

        /** See {@link GatewaySettings#onErrorDeadline}. */
        public Builder onErrorDeadline(Duration value) {
            onErrorDeadline = value;
            return this;
        }

        /** See {@link GatewaySettings#workers} and {@link GatewaySettings#workerQueue}. */
        public Builder workers(int threads, int queue) {
            workers = threads;
            workerQueue = queue;
            return this;
        }

        /** See {@link GatewaySettings#deployment}. */
        public Builder deployment(Deployment value) {
            deployment = value;
            return this;
        }

        /** See {@link GatewaySettings#privateAddresses}. */
        public Builder privateAddresses(boolean value) {
            privateAddresses = value;
            return this;
        }

        /** See {@link GatewaySettings#limits}. */
        public Builder limits(LimitAlgorithm value) {
            limits = value;
            return this;
        }

        /** See {@link GatewaySettings#retriesFailures}. */
        public Builder retriesFailures(boolean value) {
            retriesFailures = value;
            return this;
        }

        /** See {@link GatewaySettings#keyRefresh}. */
        public Builder keyRefresh(Duration value) {
            keyRefresh = value;
            return this;
        }

        /** See {@link GatewaySettings#staleKeys}. */
        public Builder staleKeys(Duration value) {
            staleKeys = value;
            return this;
        }

        /** The settings. */
        public GatewaySettings build() {
            return new GatewaySettings(
                    paths,
                    trustedProxies,
                    identityFields,
                    enforceScheme,
                    ignoreInvalidKeys,
                    absentSectionInherits,
                    strict,
                    bodies,
                    deadline,
                    onErrorDeadline,
                    workers,
                    workerQueue,
                    deployment,
                    privateAddresses,
                    limits,
                    retriesFailures,
                    keyRefresh,
                    staleKeys);
        }
    }
}
