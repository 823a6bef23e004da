package dev.apim.core;

import dev.apim.policy.PolicyServices;
import java.lang.reflect.Proxy;

/** Engines for documents that are compiled and never run. */
final class OfflineServices {
    private OfflineServices() {}

    static PolicyServices services() {
        return new PolicyServices(
                none(dev.apim.Time.class),
                none(dev.apim.limit.RateLimiter.class),
                none(dev.apim.cache.ResponseCache.class),
                none(dev.apim.cache.ValueCache.class),
                none(dev.apim.backend.BackendClient.class));
    }

    private static <T> T none(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            throw new IllegalStateException("a document that is only checked does not run");
        }));
    }
}
