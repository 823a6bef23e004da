package dev.apim.core.snapshot;

import dev.apim.Issue;
import dev.apim.core.pipeline.Program;
import dev.apim.core.pipeline.Redactor;
import dev.apim.core.resource.ApiEntry;
import dev.apim.core.resource.AuthorizationRecords;
import dev.apim.core.resource.Configuration;
import dev.apim.core.resource.WorkspaceEntry;
import dev.apim.core.routing.CanonicalPath;
import dev.apim.core.routing.RouteResult;
import dev.apim.core.routing.Router;
import dev.apim.core.snapshot.ApiNode.OperationNode;
import dev.apim.core.subscription.SubscriptionGate;
import dev.apim.http.Headers;
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
import dev.apim.policy.GatewayView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A configuration in force. Immutable but for programs that are linked on first use; thread-safe. */
public final class Snapshot implements GatewayView {
    private final String revision;
    private final Deployment deployment;
    private final Configuration configuration;
    private final Redactor redactor;
    private final Map<String, Optional<Authorization>> authorizations = new ConcurrentHashMap<>();
    final Parts parts;

    /** What was compiled. */
    record Parts(
            Map<String, ApiNode> apis,
            Router<ApiNode, OperationNode> router,
            SubscriptionGate gate,
            Programs programs,
            FragmentShelf fragments,
            Map<String, CompiledDocument> products,
            Map<String, CompiledDocument> workspaces,
            @Nullable CompiledDocument global,
            List<Issue> warnings) {}

    Snapshot(String revision, Deployment deployment, Configuration configuration, Redactor redactor, Parts parts) {
        this.revision = revision;
        this.deployment = deployment;
        this.configuration = configuration;
        this.redactor = redactor;
        this.parts = parts;
    }

    /** What it was compiled from. */
    public Configuration configuration() {
        return configuration;
    }

    /** Takes this configuration's secrets out of text. */
    public Redactor redactor() {
        return redactor;
    }

    /** What will not do what its author may expect. */
    public List<Issue> warnings() {
        return parts.warnings();
    }

    RouteResult<ApiNode, OperationNode> route(String method, CanonicalPath path, Headers headers) {
        return parts.router().route(method, path, headers);
    }

    /** Whether an API lies at a path or above it. */
    public boolean manages(CanonicalPath path) {
        return parts.router().covers(path);
    }

    SubscriptionGate gate() {
        return parts.gate();
    }

    Programs programs() {
        return parts.programs();
    }

    Program globalProgram() {
        return parts.programs().global();
    }

    @Override
    public String revision() {
        return revision;
    }

    @Override
    public Deployment deployment() {
        return deployment;
    }

    @Override
    public Optional<Backend> backend(String id) {
        return Optional.ofNullable(configuration.backends().get(id));
    }

    /** A name that an expression computed must not reach into another workspace: keys have slashes, names have none. */
    @Override
    public Optional<Backend> backend(@Nullable String workspaceId, String id) {
        return id.indexOf('/') >= 0 ? Optional.empty() : backend(Configuration.key(workspaceId, id));
    }

    @Override
    public Optional<Certificate> certificate(@Nullable String workspaceId, String id) {
        return id.indexOf('/') >= 0 ? Optional.empty() : certificate(Configuration.key(workspaceId, id));
    }

    @Override
    public Optional<Certificate> certificate(String id) {
        return Optional.ofNullable(configuration.certificates().get(id));
    }

    @Override
    public Optional<Logger> logger(@Nullable String workspaceId, String id) {
        return id.indexOf('/') >= 0
                ? Optional.empty()
                : Optional.ofNullable(configuration.loggers().get(Configuration.key(workspaceId, id)));
    }

    @Override
    public Map<String, Certificate> certificates() {
        return configuration.certificates();
    }

    /** Put together when it is first asked for; of names that are nowhere none is kept. */
    @Override
    public Optional<Authorization> authorization(String providerId, String id) {
        String key = providerId + "/" + id;
        Optional<Authorization> known = authorizations.get(key);
        if (known != null) {
            return known;
        }
        boolean names = providerId.indexOf('/') < 0 && id.indexOf('/') < 0 && !providerId.isEmpty() && !id.isEmpty();
        Optional<Authorization> found =
                names ? AuthorizationRecords.find(configuration, providerId, id) : Optional.empty();
        found.ifPresent(one -> authorizations.put(key, found));
        return found;
    }

    @Override
    public Optional<Workspace> workspace(String id) {
        return Optional.ofNullable(configuration.workspaces().get(id)).map(WorkspaceEntry::workspace);
    }

    @Override
    public List<Api> apis(Product product) {
        List<Api> apis = new ArrayList<>();
        for (String id : product.apiIds()) {
            String prefix = product.workspaceId() == null ? "" : "/workspaces/" + product.workspaceId();
            ApiEntry entry = configuration.apis().get(prefix + "/apis/" + id);
            if (entry != null) {
                apis.add(entry.api());
            }
        }
        return List.copyOf(apis);
    }

    @Override
    public List<Group> groups(Product product) {
        return configuration.groups().values().stream()
                .filter(group -> product.groupIds().stream().anyMatch(id -> id.equalsIgnoreCase(group.id())))
                .toList();
    }

    @Override
    public List<Group> groups(User user) {
        return configuration.groups().values().stream()
                .filter(group -> group.userIds().stream().anyMatch(id -> id.equalsIgnoreCase(user.id())))
                .toList();
    }

    @Override
    public Optional<Schema> schema(Api api, String schemaId) {
        return schemas(api).stream()
                .filter(s -> s.id().equalsIgnoreCase(schemaId))
                .findFirst();
    }

    @Override
    public List<Schema> schemas(Api api) {
        String prefix = api.workspaceId() == null ? "" : "/workspaces/" + api.workspaceId();
        String path = prefix + "/apis/" + api.id();
        ApiEntry entry = configuration.apis().get(api.isCurrent() ? path : path + ";rev=" + api.revision());
        return entry == null ? List.of() : entry.schemas();
    }

    @Override
    public Optional<GlobalSchema> globalSchema(@Nullable String workspaceId, String id) {
        return id.indexOf('/') >= 0
                ? Optional.empty()
                : Optional.ofNullable(configuration.schemas().get(Configuration.key(workspaceId, id)));
    }

    @Override
    public String toString() {
        return "Snapshot[" + revision + ", " + configuration + "]";
    }
}
