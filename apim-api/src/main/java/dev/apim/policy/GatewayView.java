package dev.apim.policy;

import dev.apim.model.Api;
import dev.apim.model.Authorization;
import dev.apim.model.Backend;
import dev.apim.model.Certificate;
import dev.apim.model.Deployment;
import dev.apim.model.GlobalSchema;
import dev.apim.model.Group;
import dev.apim.model.Logger;
import dev.apim.model.Product;
import dev.apim.model.Schema;
import dev.apim.model.User;
import dev.apim.model.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The configuration a request runs under, from its start to its end. Immutable. */
public interface GatewayView {
    /** Changes with every change of the configuration. */
    String revision();

    /** This gateway. */
    Deployment deployment();

    /** A backend by resource name. */
    Optional<Backend> backend(String id);

    /** A backend of a workspace, with {@code null} of the service; a view that holds no workspaces has but one kind. */
    default Optional<Backend> backend(@Nullable String workspaceId, String id) {
        return backend(id);
    }

    /** A certificate by resource name. */
    Optional<Certificate> certificate(String id);

    /** A certificate of a workspace, with {@code null} of the service; a view that holds no workspaces has but one kind. */
    default Optional<Certificate> certificate(@Nullable String workspaceId, String id) {
        return certificate(id);
    }

    /** A logger of a workspace, with {@code null} of the service; a view that holds none finds none. */
    default Optional<Logger> logger(@Nullable String workspaceId, String id) {
        return Optional.empty();
    }

    /** All certificates by resource name. */
    Map<String, Certificate> certificates();

    /** What somebody authorized this gateway to, by provider and name; a view that holds none finds none. */
    default Optional<Authorization> authorization(String providerId, String id) {
        return Optional.empty();
    }

    /** The current APIs of a product. */
    List<Api> apis(Product product);

    /** The groups that see a product. */
    List<Group> groups(Product product);

    /** The groups a user is in. */
    List<Group> groups(User user);

    /** A schema of the revision of an API by resource name; a view that holds none finds none. */
    default Optional<Schema> schema(Api api, String schemaId) {
        return Optional.empty();
    }

    /** All schemas of the revision of an API; a view that holds none has none. */
    default List<Schema> schemas(Api api) {
        return List.of();
    }

    /** A schema of a workspace, with {@code null} of the service, by resource name; a view that holds none finds none. */
    default Optional<GlobalSchema> globalSchema(@Nullable String workspaceId, String id) {
        return Optional.empty();
    }

    /** A workspace by resource name; a view that holds none finds none. */
    default Optional<Workspace> workspace(String id) {
        return Optional.empty();
    }
}
