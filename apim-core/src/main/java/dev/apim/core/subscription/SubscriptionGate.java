package dev.apim.core.subscription;

import dev.apim.http.Headers;
import dev.apim.http.QueryParameters;
import dev.apim.model.Api;
import dev.apim.model.Product;
import dev.apim.model.Subscription;
import dev.apim.model.SubscriptionKeyParameterNames;
import dev.apim.model.SubscriptionScope;
import dev.apim.model.User;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a request may call an API, by its subscription key and the products that open the API without one (Azure:
 * subscriptions). A function of the configuration and the request alone; it changes neither. Thread-safe.
 *
 * @param subscriptions by key
 * @param products by API
 * @param users by resource name; an owner who is not among them does not make a key invalid, since artifact folders hold no users
 * @param ignoreInvalidKeyOnOpenApis whether an API that requires no subscription is called as if there were no key when the key opens
 *     nothing; otherwise such a key is refused there, too
 */
public record SubscriptionGate(
        SubscriptionIndex subscriptions,
        ProductIndex products,
        Map<String, User> users,
        boolean ignoreInvalidKeyOnOpenApis) {
    private static final Decision MISSING = new Decision.Missing();
    private static final Decision INVALID = new Decision.Invalid();

    /**
     * Decides. The key is sought in the field, and in the query only where there is no such field, under the names that the API gives
     * them. It stays in the request.
     *
     * @param query asked for only when it is needed
     */
    public Decision authorize(Api api, Headers headers, Supplier<QueryParameters> query) {
        String key = key(api.subscriptionKeyParameterNames(), headers, query);
        if (key == null || key.isEmpty()) {
            return withoutKey(api);
        }
        Decision decision = withKey(api, key);
        return decision instanceof Decision.Invalid && ignoreInvalidKeyOnOpenApis && !api.subscriptionRequired()
                ? withoutKey(api)
                : decision;
    }

    private static @Nullable String key(
            SubscriptionKeyParameterNames names, Headers headers, Supplier<QueryParameters> query) {
        String inHeader = headers.get(names.header());
        return inHeader != null ? inHeader : query.get().get(names.query());
    }

    private Decision withoutKey(Api api) {
        Product open = products.open(api);
        if (open != null) {
            return new Decision.Allowed(null, null, open, null);
        }
        return api.subscriptionRequired() ? MISSING : Decision.Allowed.ANYONE;
    }

    private Decision withKey(Api api, String key) {
        List<Subscription> found = subscriptions.find(key);
        for (int i = 0; i < found.size(); i++) {
            Subscription subscription = found.get(i);
            User owner = subscription.ownerId() == null ? null : users.get(subscription.ownerId());
            boolean works = subscription.state() == Subscription.State.ACTIVE
                    && (owner == null || owner.state() == User.State.ACTIVE);
            if (works) {
                Decision decision = inScope(api, subscription, owner, key);
                if (decision instanceof Decision.Allowed) {
                    return decision;
                }
            }
        }
        return INVALID;
    }

    private Decision inScope(Api api, Subscription subscription, @Nullable User owner, String key) {
        SubscriptionScope scope = subscription.scope();
        String id = scope.id() == null ? "" : scope.id();
        Product product =
                scope.kind() == SubscriptionScope.Kind.PRODUCT ? products.holding(api, scope.workspaceId(), id) : null;
        boolean sameWorkspace = Objects.equals(scope.workspaceId(), api.workspaceId());
        boolean opens = switch (scope.kind()) {
            case PRODUCT -> product != null;
            case API -> sameWorkspace && id.equalsIgnoreCase(api.id());
            case ALL_APIS -> sameWorkspace;
            case SERVICE -> true;
        };
        return opens ? new Decision.Allowed(subscription, owner, product, key) : INVALID;
    }
}
