package dev.apim.core.policies.limit;

import dev.apim.model.Api;
import dev.apim.model.Operation;
import dev.apim.model.Product;
import dev.apim.model.Subscription;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.Exchange;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A limit for the calls of a subscription, with limits of their own for some APIs and operations. Every level has its own counter; the
 * narrowest comes first, so that calls it refuses do not use up the broader ones.
 *
 * @param <L> a limit
 */
record SubscriptionLevels<L>(L level, List<Target<L>> apis, Scope scope) {

    /** An API or operation with a limit of its own, and for an API those of its operations. */
    record Target<L>(@Nullable String id, @Nullable String name, L level, List<Target<L>> operations) {
        boolean names(String resourceName, String displayName) {
            return id != null ? id.equalsIgnoreCase(resourceName) : displayName.equals(name);
        }
    }

    /** A counter and its limit. */
    record Check<L>(String key, L level) {}

    /** The children, which take these attributes beside their name. */
    static ElementSpec children(AttributeSpec... limit) {
        return target("api", "A limit of its own for an API.", limit)
                .children(target("operation", "A limit of its own for an operation.", limit));
    }

    private static ElementSpec target(String name, String summary, AttributeSpec... limit) {
        return ElementSpec.of(name, summary)
                .attributes(
                        AttributeSpec.of("name", Type.STRING, "Display name."),
                        AttributeSpec.of("id", Type.STRING, "Resource name; wins over name."))
                .attributes(limit);
    }

    /** Of a policy's element, every limit as {@code level} reads it. */
    static <L> SubscriptionLevels<L> of(
            PolicyElement element, CompileContext context, Function<PolicyElement, L> level) {
        return new SubscriptionLevels<>(level.apply(element), targets(element, "api", context, level), context.scope());
    }

    private static <L> List<Target<L>> targets(
            PolicyElement parent, String name, CompileContext context, Function<PolicyElement, L> level) {
        return parent.children(name).stream()
                .map(child -> target(child, context, level))
                .toList();
    }

    private static <L> Target<L> target(
            PolicyElement element, CompileContext context, Function<PolicyElement, L> level) {
        if (element.attribute("id").isEmpty() && element.attribute("name").isEmpty()) {
            context.error(
                    element.position(),
                    "<" + element.name() + "> names nothing: expected the attribute 'id' or 'name', add one of them");
        }
        return new Target<>(
                context.literal(element, "id", String.class),
                context.literal(element, "name", String.class),
                level.apply(element),
                targets(element, "operation", context, level));
    }

    /** The counters a call of the subscription counts in, narrowest first. */
    List<Check<L>> checks(Exchange exchange, Subscription subscription) {
        String name = name(subscription);
        Check<L> broadest = new Check<>(counter(exchange, subscription), level);
        return apis.isEmpty() ? List.of(broadest) : checks(exchange, name, broadest);
    }

    /** The counter of the broadest level. */
    String counter(Exchange exchange, Subscription subscription) {
        Product product = exchange.product();
        return scope == Scope.PRODUCT && product != null
                ? CounterKey.ofSubscription(name(subscription), "p:", product.id())
                : CounterKey.ofSubscription(name(subscription), place(exchange));
    }

    private List<Check<L>> checks(Exchange exchange, String subscription, Check<L> broadest) {
        List<Check<L>> checks = new ArrayList<>(3);
        Api api = exchange.api();
        Operation operation = exchange.operation();
        Target<L> target = api == null ? null : find(apis, api.id(), api.displayName());
        if (api != null && target != null) {
            String place = place(exchange) + ":api:" + api.id();
            Target<L> inner =
                    operation == null ? null : find(target.operations(), operation.id(), operation.displayName());
            if (operation != null && inner != null) {
                String innermost = place + ":operation:" + operation.id();
                checks.add(new Check<>(CounterKey.ofSubscription(subscription, innermost), inner.level()));
            }
            checks.add(new Check<>(CounterKey.ofSubscription(subscription, place), target.level()));
        }
        checks.add(broadest);
        return checks;
    }

    private static <L> @Nullable Target<L> find(List<Target<L>> targets, String resourceName, String displayName) {
        for (Target<L> target : targets) {
            if (target.names(resourceName, displayName)) {
                return target;
            }
        }
        return null;
    }

    /** What the document limits: two documents of different scopes count apart. Revisions of an API count together. */
    private String place(Exchange exchange) {
        Api api = exchange.api();
        Product product = exchange.product();
        Operation operation = exchange.operation();
        String apiId = api == null ? "" : api.id();
        return switch (scope) {
            case PRODUCT -> "p:" + (product == null ? "" : product.id());
            case API -> "a:" + apiId;
            case OPERATION -> "o:" + apiId + ":" + (operation == null ? "" : operation.id());
            case GLOBAL, WORKSPACE -> scope.toString();
        };
    }

    private static String name(Subscription subscription) {
        String workspace = subscription.scope().workspaceId();
        return workspace == null ? subscription.id() : workspace + "/" + subscription.id();
    }
}
