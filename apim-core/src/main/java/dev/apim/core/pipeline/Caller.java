package dev.apim.core.pipeline;

import dev.apim.model.Product;
import dev.apim.model.Subscription;
import dev.apim.model.User;
import org.jspecify.annotations.Nullable;

/**
 * Who calls.
 *
 * @param subscription the key belongs to
 * @param key in use
 * @param product in whose context the call runs
 * @param user who owns the subscription
 */
public record Caller(
        @Nullable Subscription subscription,
        @Nullable String key,
        @Nullable Product product,
        @Nullable User user) {
    /** Nobody known. */
    public static final Caller ANONYMOUS = new Caller(null, null, null, null);

    @Override
    public String toString() {
        return "Caller[" + subscription + "]";
    }
}
