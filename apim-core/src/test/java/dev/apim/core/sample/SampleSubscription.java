package dev.apim.core.sample;

import dev.apim.model.Product;
import dev.apim.model.Subscription;
import dev.apim.model.SubscriptionScope;
import dev.apim.model.User;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Subscriptions, products and users of which a test says only what matters to it. */
public final class SampleSubscription {
    private SampleSubscription() {}

    /** An active one without an owner, with the keys {@code id-primary} and {@code id-secondary}. */
    public static Subscription of(String id, SubscriptionScope scope) {
        return of(id, scope, null, Subscription.State.ACTIVE);
    }

    /** With an owner and a state. */
    public static Subscription of(
            String id, SubscriptionScope scope, @Nullable String ownerId, Subscription.State state) {
        return new Subscription(
                id, id, scope, ownerId, state, id + "-primary", id + "-secondary", false, null, null, null);
    }

    /** A product. */
    public static Product product(String id, boolean keyRequired, @Nullable String workspaceId, String... apiIds) {
        return new Product(
                id,
                id,
                "",
                keyRequired,
                false,
                null,
                Product.State.NOT_PUBLISHED,
                List.of(apiIds),
                List.of(),
                workspaceId);
    }

    /** A user. */
    public static User user(String id, User.State state) {
        return new User(id, id + "@example.test", "First", "Last", "", state, List.of(), null);
    }
}
