package dev.apim.core.expression;

import dev.apim.model.Api;
import dev.apim.model.Backend;
import dev.apim.model.Certificate;
import dev.apim.model.Deployment;
import dev.apim.model.Group;
import dev.apim.model.Operation;
import dev.apim.model.OperationRequest;
import dev.apim.model.Product;
import dev.apim.model.Subscription;
import dev.apim.model.SubscriptionKeyParameterNames;
import dev.apim.model.SubscriptionScope;
import dev.apim.model.User;
import dev.apim.model.Workspace;
import dev.apim.policy.GatewayView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The resources around a call: none, or one of each. */
public record FakeResources(
        @Nullable Api api,
        @Nullable Operation operation,
        @Nullable Product product,
        @Nullable Subscription subscription,
        @Nullable User user)
        implements GatewayView {
    public static final FakeResources NONE = new FakeResources(null, null, null, null, null);

    /** One of each, all named. */
    public static final FakeResources ALL = new FakeResources(
            new Api(
                    "orders",
                    "Orders API",
                    "",
                    "orders",
                    List.of("https", "http"),
                    "https://backend.example/api",
                    "http",
                    "3",
                    true,
                    true,
                    "v1",
                    null,
                    true,
                    SubscriptionKeyParameterNames.DEFAULT,
                    "team"),
            new Operation(
                    "get-order", "Get order", "", "GET", "/orders/{id}", List.of(), OperationRequest.NONE, List.of()),
            new Product(
                    "starter",
                    "Starter",
                    "",
                    true,
                    false,
                    5,
                    Product.State.PUBLISHED,
                    List.of("orders"),
                    List.of("developers"),
                    "team"),
            new Subscription(
                    "acme",
                    "Acme Inc",
                    new SubscriptionScope(SubscriptionScope.Kind.PRODUCT, "starter", null),
                    "ada",
                    Subscription.State.ACTIVE,
                    "primary-secret",
                    "secondary-secret",
                    false,
                    Instant.parse("2026-01-01T00:00:00Z"),
                    Instant.parse("2026-01-02T00:00:00Z"),
                    Instant.parse("2027-01-01T00:00:00Z")),
            new User(
                    "ada",
                    "ada@example.com",
                    "Ada",
                    "Lovelace",
                    "a note",
                    User.State.ACTIVE,
                    List.of(new User.Identity("Basic", "ada@example.com")),
                    Instant.parse("2025-12-31T00:00:00Z")));

    private static final Group DEVELOPERS = new Group("developers", "Developers", "", "system", null, List.of("ada"));

    @Override
    public String revision() {
        return "1";
    }

    @Override
    public Deployment deployment() {
        return new Deployment("service-1", "contoso", "West Europe", "managed", "instance-1", true);
    }

    @Override
    public Optional<Backend> backend(String id) {
        return Optional.empty();
    }

    @Override
    public Optional<Certificate> certificate(String id) {
        return Optional.ofNullable(certificates().get(id));
    }

    @Override
    public Map<String, Certificate> certificates() {
        return Map.of(
                "signing",
                new Certificate(
                        "signing", new byte[0], "", "CN=signing", "A0B1", Instant.parse("2030-01-01T00:00:00Z")));
    }

    @Override
    public List<Api> apis(Product of) {
        return api == null ? List.of() : List.of(api);
    }

    @Override
    public List<Group> groups(Product of) {
        return List.of(DEVELOPERS);
    }

    @Override
    public List<Group> groups(User of) {
        return List.of(DEVELOPERS);
    }

    @Override
    public Optional<Workspace> workspace(String id) {
        return Optional.of(new Workspace(id, "Team", ""));
    }
}
