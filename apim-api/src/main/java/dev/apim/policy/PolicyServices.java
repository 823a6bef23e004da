package dev.apim.policy;

import dev.apim.Time;
import dev.apim.backend.BackendClient;
import dev.apim.cache.ResponseCache;
import dev.apim.cache.ValueCache;
import dev.apim.limit.QuotaCounter;
import dev.apim.limit.RateLimiter;

/**
 * The engines behind the policies of one gateway. They outlive configurations.
 *
 * @param time clock and timer
 * @param rateLimiter counters of rate limits
 * @param responseCache whole responses
 * @param valueCache values that policies keep
 * @param backendClient how requests reach backends
 * @param quotaCounter counters of quotas
 */
public record PolicyServices(
        Time time,
        RateLimiter rateLimiter,
        ResponseCache responseCache,
        ValueCache valueCache,
        BackendClient backendClient,
        QuotaCounter quotaCounter) {}
