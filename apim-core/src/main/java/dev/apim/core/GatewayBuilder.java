package dev.apim.core;

import dev.apim.Time;
import dev.apim.backend.BackendClient;
import dev.apim.cache.ResponseCache;
import dev.apim.cache.ValueCache;
import dev.apim.cache.VectorIndex;
import dev.apim.core.cache.MemoryResponseCache;
import dev.apim.core.cache.MemoryValueCache;
import dev.apim.core.cache.MemoryVectorIndex;
import dev.apim.core.event.EventQueues;
import dev.apim.core.event.MemoryBroadcast;
import dev.apim.core.expression.ExpressionLanguages;
import dev.apim.core.expression.csharp.CSharpExpressions;
import dev.apim.core.expression.el.ElExpressions;
import dev.apim.core.jwt.KeyRefresh;
import dev.apim.core.limit.LocalQuotaCounter;
import dev.apim.core.pipeline.ConcurrencyPermits;
import dev.apim.core.pipeline.GatewayRuntime;
import dev.apim.core.pipeline.LaneBackendClient;
import dev.apim.core.policies.PoliciesAtHand;
import dev.apim.core.policies.message.AddressPolicy;
import dev.apim.core.snapshot.SnapshotCompiler;
import dev.apim.core.snapshot.SnapshotSettings;
import dev.apim.core.telemetry.MemoryMetrics;
import dev.apim.event.Broadcast;
import dev.apim.event.EventSink;
import dev.apim.limit.QuotaCounter;
import dev.apim.limit.RateLimiter;
import dev.apim.policy.PolicyServices;
import dev.apim.policy.PolicyType;
import dev.apim.telemetry.MetricSink;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Puts a gateway together; whatever is not given is the embedded default. */
public final class GatewayBuilder {
    private final Time time;
    private final BackendClient backends;
    private GatewaySettings settings = GatewaySettings.defaults();
    private @Nullable RateLimiter rateLimiter;
    private @Nullable ResponseCache responseCache;
    private @Nullable ValueCache valueCache;
    private @Nullable MetricSink metrics;
    private @Nullable EventSink events;
    private @Nullable VectorIndex vectorIndex;
    private @Nullable QuotaCounter quotaCounter;
    private @Nullable Path stateDirectory;
    private boolean strictQuotas;
    private @Nullable ExecutorService workers;
    private @Nullable Broadcast broadcast;
    private final List<PolicyType> policies = new ArrayList<>();

    /** With a clock and the way to backends; the gateway closes the latter. */
    public GatewayBuilder(Time time, BackendClient backends) {
        this.time = time;
        this.backends = backends;
    }

    /** Other settings than the defaults. */
    public GatewayBuilder settings(GatewaySettings value) {
        settings = value;
        return this;
    }

    /** Counters of rate limits. */
    public GatewayBuilder rateLimiter(RateLimiter value) {
        rateLimiter = value;
        return this;
    }

    /** Where whole responses are kept. */
    public GatewayBuilder responseCache(ResponseCache value) {
        responseCache = value;
        return this;
    }

    /** Where values are kept. */
    public GatewayBuilder valueCache(ValueCache value) {
        valueCache = value;
        return this;
    }

    /** What carries events to those who listen. */
    public GatewayBuilder broadcast(Broadcast value) {
        broadcast = value;
        return this;
    }

    /** Where measured values go. */
    public GatewayBuilder metrics(MetricSink value) {
        metrics = value;
        return this;
    }

    /** Where events go; the gateway closes it. */
    public GatewayBuilder events(EventSink value) {
        events = value;
        return this;
    }

    /** Where responses are found by the meaning of what was asked. */
    public GatewayBuilder vectorIndex(VectorIndex value) {
        vectorIndex = value;
        return this;
    }

    /** Counters of quotas; closed with the gateway. */
    public GatewayBuilder quotaCounter(QuotaCounter value) {
        quotaCounter = value;
        return this;
    }

    /** Where the embedded quota counter keeps what it counted; without it a restart begins anew. */
    public GatewayBuilder stateDirectory(Path value) {
        stateDirectory = value;
        return this;
    }

    /** The embedded quota counter lets no call pass before its count has reached the disk. */
    public GatewayBuilder strictQuotas(boolean value) {
        strictQuotas = value;
        return this;
    }

    /** What runs work without a small bound; it must refuse what is too much. */
    public GatewayBuilder workers(ExecutorService value) {
        workers = value;
        return this;
    }

    /** Work without a small bound is done where it comes up: for one request at a time, whose lane is one thread. */
    public GatewayBuilder withoutWorkers() {
        return workers(new SameThread());
    }

    /** A policy beyond those at hand. */
    public GatewayBuilder policy(PolicyType type) {
        policies.add(type);
        return this;
    }

    /** The gateway; it answers 503 until a configuration is loaded. */
    public Gateway build() {
        ExecutorService pool = workers == null ? pool() : workers;
        PolicyServices services = new PolicyServices(
                time,
                rateLimiter == null ? settings.limits().create(time) : rateLimiter,
                responseCache == null ? new MemoryResponseCache(time) : responseCache,
                valueCache == null ? new MemoryValueCache(time) : valueCache,
                new LaneBackendClient(backends),
                pool,
                broadcast == null ? new MemoryBroadcast() : broadcast,
                metrics == null ? new MemoryMetrics() : metrics,
                events == null ? EventQueues.atHand() : events,
                vectorIndex == null ? new MemoryVectorIndex(time) : vectorIndex,
                quotaCounter());
        ConcurrencyPermits permits = new ConcurrencyPermits();
        GatewayRuntime runtime = new GatewayRuntime(
                services,
                pool,
                permits,
                settings.bodies(),
                settings.deadline(),
                settings.onErrorDeadline(),
                settings.retriesFailures());
        List<PolicyType> types = new ArrayList<>(PoliciesAtHand.types(
                settings.privateAddresses() ? AddressPolicy.RELAXED : AddressPolicy.STRICT,
                new KeyRefresh(KeyRefresh.DEFAULT.lifetime(), settings.keyRefresh(), settings.staleKeys())));
        types.addAll(policies);
        SnapshotSettings snapshots = new SnapshotSettings(
                types,
                ExpressionLanguages.of(CSharpExpressions.create(time).strict(settings.strict()), new ElExpressions()),
                services,
                permits,
                settings.deployment(),
                settings.absentSectionInherits(),
                settings.strict(),
                settings.ignoreInvalidKeys());
        return new Gateway(settings, runtime, new SnapshotCompiler(snapshots));
    }

    private QuotaCounter quotaCounter() {
        if (quotaCounter != null) {
            return quotaCounter;
        }
        return stateDirectory == null
                ? LocalQuotaCounter.inMemory(time)
                : LocalQuotaCounter.in(stateDirectory, time, strictQuotas);
    }

    private ExecutorService pool() {
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                settings.workers(),
                settings.workers(),
                30,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(settings.workerQueue()),
                task -> {
                    Thread thread = new Thread(task, "apim-worker-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
