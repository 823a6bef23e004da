package dev.apim.policy;

import dev.apim.Time;
import dev.apim.backend.BackendClient;
import dev.apim.cache.ResponseCache;
import dev.apim.cache.ValueCache;
import dev.apim.cache.VectorIndex;
import dev.apim.event.Broadcast;
import dev.apim.event.EventSink;
import dev.apim.limit.QuotaCounter;
import dev.apim.limit.RateLimiter;
import dev.apim.telemetry.MetricSink;
import java.util.concurrent.Executor;

/**
 * The engines behind the policies of one gateway. They outlive configurations.
 *
 * @param time clock and timer
 * @param rateLimiter counters of rate limits
 * @param responseCache whole responses
 * @param valueCache values that policies keep
 * @param backendClient how requests reach backends
 * @param workers threads for work that blocks or has no small bound; they refuse what is too much, and touch no exchange
 * @param broadcast events for whoever listens
 * @param metrics where measured values go
 * @param events where events go
 * @param vectorIndex responses by the meaning of what was asked
 * @param quotaCounter counters of quotas
 */
public record PolicyServices(
        Time time,
        RateLimiter rateLimiter,
        ResponseCache responseCache,
        ValueCache valueCache,
        BackendClient backendClient,
        Executor workers,
        Broadcast broadcast,
        MetricSink metrics,
        EventSink events,
        VectorIndex vectorIndex,
        QuotaCounter quotaCounter) {}
