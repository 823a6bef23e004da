package dev.apim.runner.cli;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The resources that a described request meets: what the file does not name is not there. */
record DescribedResources(
        @Nullable Api api,
        @Nullable Operation operation,
        @Nullable Product product,
        @Nullable Subscription subscription,
        @Nullable User user,
        List<Group> groupsOfUser,
        List<Group> groupsOfProduct,
        Deployment deployment,
        Map<String, Certificate> certificates,
        @Nullable Workspace workspace)
        implements GatewayView {
    static DescribedResources of(RequestFile file) {
        return new DescribedResources(
                file.has("api") ? api(file.part("api"), workspaceOf(file)) : null,
                file.has("operation") ? operation(file.part("operation")) : null,
                file.has("product") ? product(file.part("product"), workspaceOf(file)) : null,
                file.has("subscription") ? subscription(file.part("subscription")) : null,
                file.has("user") ? user(file.part("user")) : null,
                groups(file.part("user")),
                groups(file.part("product")),
                deployment(file.part("deployment")),
                DescribedCertificates.ofDeployment(file.part("deployment").part("certificates")),
                file.has("workspace") ? workspace(file.part("workspace")) : null);
    }

    private static Api api(RequestFile part, @Nullable String workspaceId) {
        part.only("id", "name", "path", "protocols", "serviceUrl", "revision", "isCurrentRevision", "version");
        List<String> protocols = part.texts("protocols");
        return new Api(
                part.text("id", ""),
                part.text("name", part.text("id", "")),
                "",
                part.text("path", ""),
                protocols.isEmpty() ? List.of("https") : protocols,
                part.text("serviceUrl", ""),
                "http",
                part.text("revision", "1"),
                part.flag("isCurrentRevision", true),
                true,
                part.text("version", ""),
                null,
                true,
                SubscriptionKeyParameterNames.DEFAULT,
                workspaceId);
    }

    private static Operation operation(RequestFile part) {
        part.only("id", "name", "method", "urlTemplate");
        return new Operation(
                part.text("id", ""),
                part.text("name", part.text("id", "")),
                "",
                part.text("method", "GET"),
                part.text("urlTemplate", "/"),
                List.of(),
                OperationRequest.NONE,
                List.of());
    }

    private static Product product(RequestFile part, @Nullable String workspaceId) {
        part.only("id", "name", "subscriptionRequired", "approvalRequired", "subscriptionLimit", "groups");
        return new Product(
                part.text("id", ""),
                part.text("name", part.text("id", "")),
                "",
                part.flag("subscriptionRequired", true),
                part.flag("approvalRequired", false),
                part.has("subscriptionLimit") ? part.number("subscriptionLimit", 1) : null,
                Product.State.PUBLISHED,
                List.of(),
                part.texts("groups"),
                workspaceId);
    }

    private static Subscription subscription(RequestFile part) {
        part.only("id", "name", "key", "primaryKey", "secondaryKey", "createdDate", "startDate", "endDate");
        return new Subscription(
                part.text("id", ""),
                part.text("name", part.text("id", "")),
                new SubscriptionScope(SubscriptionScope.Kind.ALL_APIS, null, null),
                null,
                Subscription.State.ACTIVE,
                part.text("key", part.text("primaryKey", "")),
                part.text("secondaryKey", ""),
                false,
                part.instant("createdDate"),
                part.instant("startDate"),
                part.instant("endDate"));
    }

    private static User user(RequestFile part) {
        part.only("id", "email", "firstName", "lastName", "note", "registrationDate", "groups");
        return new User(
                part.text("id", ""),
                part.text("email", ""),
                part.text("firstName", ""),
                part.text("lastName", ""),
                part.text("note", ""),
                User.State.ACTIVE,
                List.of(),
                part.instant("registrationDate"));
    }

    private static List<Group> groups(RequestFile part) {
        return part.texts("groups").stream()
                .map(name -> new Group(name, name, "", "custom", null, List.of()))
                .toList();
    }

    private static @Nullable String workspaceOf(RequestFile file) {
        return file.has("workspace") ? file.part("workspace").text("id", "") : null;
    }

    private static Workspace workspace(RequestFile part) {
        part.only("id", "name");
        return new Workspace(part.text("id", ""), part.text("name", part.text("id", "")), "");
    }

    private static Deployment deployment(RequestFile part) {
        part.only("serviceId", "serviceName", "region", "gatewayId", "certificates");
        Deployment local = Deployment.LOCAL;
        return new Deployment(
                part.text("serviceId", local.serviceId()),
                part.text("serviceName", local.serviceName()),
                part.text("region", local.region()),
                part.text("gatewayId", local.gatewayId()),
                local.gatewayInstanceId(),
                local.managed());
    }

    @Override
    public String revision() {
        return "1";
    }

    @Override
    public Optional<Backend> backend(String id) {
        return Optional.empty();
    }

    @Override
    public Optional<Certificate> certificate(String id) {
        return Optional.ofNullable(certificates.get(id));
    }

    @Override
    public Optional<Workspace> workspace(String id) {
        return Optional.ofNullable(workspace).filter(one -> one.id().equals(id));
    }

    @Override
    public List<Api> apis(Product of) {
        return api == null ? List.of() : List.of(api);
    }

    @Override
    public List<Group> groups(Product of) {
        return groupsOfProduct;
    }

    @Override
    public List<Group> groups(User of) {
        return groupsOfUser;
    }
}
