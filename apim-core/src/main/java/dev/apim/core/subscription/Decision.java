package dev.apim.core.subscription;

import dev.apim.model.Product;
import dev.apim.model.Subscription;
import dev.apim.model.User;
import org.jspecify.annotations.Nullable;

/** Whether a request may call an API. */
public sealed interface Decision {
    /**
     * It may. {@code toString} leaves the key out.
     *
     * @param subscription the key belongs to; {@code null} without a key, or with one that was ignored
     * @param user who owns the subscription; {@code null} for a standalone one, and for an owner who is not known
     * @param product in whose context the call runs, so that its policies apply; {@code null} for none
     * @param key that was accepted, or {@code null}; secret
     */
    record Allowed(
            @Nullable Subscription subscription,
            @Nullable User user,
            @Nullable Product product,
            @Nullable String key) implements Decision {
        /** Nobody known, and no product. */
        public static final Allowed ANYONE = new Allowed(null, null, null, null);

        @Override
        public String toString() {
            return "Allowed[" + subscription + ", product " + (product == null ? "none" : product.id()) + "]";
        }
    }

    /** It needs a key and has none: 401. */
    record Missing() implements Decision {}

    /** Its key opens nothing here: 401. */
    record Invalid() implements Decision {}
}
