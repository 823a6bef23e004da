package dev.apim.core.resource;

import dev.apim.IssueSink;
import dev.apim.core.secret.SubscriptionKeys;
import dev.apim.model.Group;
import dev.apim.model.Product;
import dev.apim.model.Subscription;
import dev.apim.model.SubscriptionScope;
import dev.apim.model.User;
import dev.apim.resource.ResourcePath;
import dev.apim.resource.SecretStore.Kind;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who may call what: products, groups, users, subscriptions, with Azure's defaults. */
final class AccessRecords {
    private final SecretText secrets;
    private final SubscriptionKeys keys;

    AccessRecords(SecretText secrets, SubscriptionKeys keys) {
        this.secrets = secrets;
        this.keys = keys;
    }

    Product product(Fields fields) {
        ResourcePath path = fields.resource().path();
        boolean published = fields.text("state").equalsIgnoreCase("published");
        return new Product(
                path.name(),
                fields.text("displayName"),
                fields.text("description"),
                fields.flag("subscriptionRequired", true),
                fields.flag("approvalRequired", false),
                fields.number("subscriptionsLimit"),
                published ? Product.State.PUBLISHED : Product.State.NOT_PUBLISHED,
                List.of(),
                List.of(),
                ResourceTypes.workspaceOf(path));
    }

    Group group(Fields fields) {
        return new Group(
                fields.resource().path().name(),
                fields.text("displayName"),
                fields.text("description"),
                fields.text("type", "custom").toLowerCase(Locale.ROOT),
                fields.optional("externalId"),
                List.of());
    }

    User user(Fields fields) {
        return new User(
                fields.resource().path().name(),
                fields.text("email"),
                fields.text("firstName"),
                fields.text("lastName"),
                fields.text("note"),
                User.State.valueOf(fields.text("state", "active").toUpperCase(Locale.ROOT)),
                fields.objects("identities", i -> new User.Identity(i.text("provider"), i.text("id"))),
                fields.instant("registrationDate"));
    }

    @Nullable
    Subscription subscription(Fields fields, IssueSink issues) {
        ResourcePath path = fields.resource().path();
        SubscriptionScope scope = scope(fields.text("scope"), ResourceTypes.workspaceOf(path));
        if (scope == null) {
            issues.error(
                    fields.at("/scope"),
                    "scope is '" + fields.text("scope")
                            + "', expected /products/{name}, /apis/{name}, /apis or the full" + " id of one of them");
            return null;
        }
        String primary = key(fields, "primaryKey", Kind.PRIMARY_KEY, issues);
        String secondary = key(fields, "secondaryKey", Kind.SECONDARY_KEY, issues);
        if (primary == null || secondary == null) {
            return null;
        }
        String owner = fields.text("ownerId");
        return new Subscription(
                path.name(),
                fields.text("displayName", path.name()),
                scope,
                owner.isEmpty() ? null : owner.substring(owner.lastIndexOf('/') + 1),
                Subscription.State.valueOf(fields.text("state", "active").toUpperCase(Locale.ROOT)),
                primary,
                secondary,
                fields.flag("allowTracing", false),
                fields.instant("createdDate"),
                fields.instant("startDate"),
                fields.instant("endDate"));
    }

    private @Nullable String key(Fields fields, String property, Kind kind, IssueSink issues) {
        String given = secrets.find(kind, fields, property, issues);
        if (given == null || !given.isEmpty()) {
            return given;
        }
        ResourcePath path = fields.resource().path();
        return kind == Kind.PRIMARY_KEY
                ? keys.of(path).primary()
                : keys.of(path).secondary();
    }

    /** {@code null} for text that is no scope. */
    static @Nullable SubscriptionScope scope(String text, @Nullable String workspaceId) {
        String scope = Reference.shortForm(text);
        if (scope.equals("/")) {
            return workspaceId == null
                    ? new SubscriptionScope(SubscriptionScope.Kind.SERVICE, null, null)
                    : new SubscriptionScope(SubscriptionScope.Kind.ALL_APIS, null, workspaceId);
        }
        String[] parts = (scope.startsWith("/") ? scope.substring(1) : scope).split("/", -1);
        boolean inner = parts[0].equalsIgnoreCase("workspaces") && parts.length > 2;
        String workspace = inner ? parts[1] : workspaceId;
        int kind = inner ? 2 : 0;
        if (parts.length == kind + 1 && parts[kind].equalsIgnoreCase("apis")) {
            return new SubscriptionScope(SubscriptionScope.Kind.ALL_APIS, null, workspace);
        }
        if (parts.length != kind + 2 || parts[kind + 1].isEmpty()) {
            return null;
        }
        String id = Reference.withoutRevision(parts[kind + 1]);
        return switch (parts[kind].toLowerCase(Locale.ROOT)) {
            case "products" -> new SubscriptionScope(SubscriptionScope.Kind.PRODUCT, id, workspace);
            case "apis" -> new SubscriptionScope(SubscriptionScope.Kind.API, id, workspace);
            default -> null;
        };
    }
}
