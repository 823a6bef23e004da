package dev.apim.core;

import dev.apim.backend.BackendCapability;
import dev.apim.backend.BackendClient;
import dev.apim.policy.PolicyServices;
import java.lang.reflect.Proxy;
import java.util.EnumSet;

/** Engines for documents that are compiled and never run. */
final class OfflineServices {
    private OfflineServices() {}

    static PolicyServices services() {
        return new PolicyServices(
                none(dev.apim.Time.class),
                none(dev.apim.limit.RateLimiter.class),
                none(dev.apim.cache.ResponseCache.class),
                none(dev.apim.cache.ValueCache.class),
                none(BackendClient.class),
                none(java.util.concurrent.Executor.class),
                none(dev.apim.event.Broadcast.class),
                none(dev.apim.telemetry.MetricSink.class),
                none(dev.apim.event.EventSink.class),
                none(dev.apim.cache.VectorIndex.class),
                none(dev.apim.limit.QuotaCounter.class));
    }

    private static <T> T none(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            if (method.getName().equals("capabilities")) {
                return EnumSet.allOf(BackendCapability.class); // which client will run the document is not known
            }
            throw new IllegalStateException("a document that is only checked does not run");
        }));
    }
}
