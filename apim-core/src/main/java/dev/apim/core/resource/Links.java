package dev.apim.core.resource;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.IssueSink;
import dev.apim.model.SubscriptionScope;
import dev.apim.resource.ResourcePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which other resources a resource needs, from its properties and its own name. */
final class Links {
    private final Fields fields;
    private final IssueSink issues;
    private final @Nullable String workspaceId;
    private final List<Link> found = new ArrayList<>(1);
    private boolean malformed;

    private Links(Fields fields, IssueSink issues) {
        this.fields = fields;
        this.issues = issues;
        this.workspaceId = ResourceTypes.workspaceOf(fields.resource().path());
    }

    /** Empty when a reference is in no known spelling, which was then reported. */
    static Optional<List<Link>> of(ResourceType type, Fields fields, IssueSink issues) {
        Links links = new Links(fields, issues);
        links.collect(type);
        return links.malformed ? Optional.empty() : Optional.of(List.copyOf(links.found));
    }

    private void collect(ResourceType type) {
        String own = fields.resource().path().name();
        switch (type.name()) {
            case "apis" -> versionSet();
            case "products/apis" -> add("", own, "apis", workspaceId);
            case "products/groups" -> add("", own, "groups", workspaceId);
            case "products/apiLinks", "tags/apiLinks" -> property("apiId", "apis");
            case "products/groupLinks" -> property("groupId", "groups");
            case "tags/productLinks" -> property("productId", "products");
            case "groups/users" -> add("", own, "users", null);
            case "subscriptions" -> subscription();
            case "backends" -> pool();
            default -> {}
        }
    }

    private void versionSet() {
        String reference = ApiRecords.versionSetReference(fields);
        if (reference != null) {
            String pointer = fields.has("apiVersionSetId") ? "/apiVersionSetId" : "/apiVersionSet/id";
            add(pointer, reference, "apiVersionSets", workspaceId);
        }
    }

    private void subscription() {
        SubscriptionScope scope = Objects.requireNonNull(AccessRecords.scope(fields.text("scope"), workspaceId));
        if (scope.id() != null) {
            String collection = scope.kind() == SubscriptionScope.Kind.API ? "apis" : "products";
            ResourcePath target = ResourceTypes.scope(scope.workspaceId()).child(collection, scope.id());
            found.add(new Link("/scope", fields.text("scope"), List.of(target), true));
        }
        String owner = fields.text("ownerId");
        if (!owner.isEmpty()) {
            Optional<ResourcePath> target = resolved("/ownerId", owner, "users", null);
            target.ifPresent(path -> found.add(new Link("/ownerId", owner, List.of(path), false)));
        }
    }

    private void pool() {
        JsonNode services = fields.object("pool").node().path("services");
        for (int i = 0; i < services.size(); i++) {
            add("/pool/services/" + i + "/id", services.get(i).path("id").asText(), "backends", workspaceId);
        }
    }

    private void property(String name, String collection) {
        add("/" + name, fields.text(name), collection, workspaceId);
    }

    private void add(String pointer, String text, String collection, @Nullable String workspace) {
        resolved(pointer, text, collection, workspace).ifPresent(path -> {
            ResourcePath target = collection.equals("apis") ? current(path) : path;
            List<ResourcePath> targets =
                    collection.equals("groups") ? Reference.hereOrInTheService(target, collection) : List.of(target);
            found.add(new Link(pointer, text, targets, true));
        });
    }

    private Optional<ResourcePath> resolved(
            String pointer, String text, String collection, @Nullable String workspace) {
        Optional<ResourcePath> path = Reference.resolve(text, collection, workspace);
        if (path.isEmpty()) {
            malformed = true;
            issues.error(
                    fields.at(pointer),
                    pointer.substring(1) + " is '" + text + "', expected /" + collection
                            + "/{name}, its full id, or the" + " name alone");
        }
        return path;
    }

    private static ResourcePath current(ResourcePath api) {
        String name = Reference.withoutRevision(api.name());
        return name.length() == api.name().length()
                ? api
                : ResourceTypes.scope(ResourceTypes.workspaceOf(api)).child("apis", name);
    }
}
