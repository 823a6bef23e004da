package dev.apim.core.resource;

import static dev.apim.core.resource.Property.Kind.INTEGER;
import static dev.apim.core.resource.Property.Kind.TEXTS;
import static dev.apim.core.resource.Property.flag;
import static dev.apim.core.resource.Property.object;
import static dev.apim.core.resource.Property.objects;
import static dev.apim.core.resource.Property.text;

import dev.apim.core.resource.ResourceType.Identifier;
import dev.apim.core.resource.ResourceType.Layout;
import dev.apim.resource.ResourcePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The table of everything that can be configured (Azure: management API 2024-05-01). Every type but users and workspaces may also
 * stand beneath {@code /workspaces/{id}}.
 */
public final class ResourceTypes {
    private static final Property DESCRIPTION = text("description").atMost(1_000);
    private static final Property[] PARAMETER = {
        text("name").required(),
        text("type"),
        text("description"),
        flag("required"),
        Property.of("values", TEXTS),
        text("schemaId"),
        text("typeName")
    };
    private static final Property REPRESENTATIONS = objects(
            "representations",
            text("contentType").required().between(1, 300),
            text("schemaId"),
            text("typeName"),
            objects("formParameters", PARAMETER));
    private static final Property KEY_VAULT = object("keyVault", text("secretIdentifier"), text("identityClientId"));

    private static final List<ResourceType> ALL = Stream.of(apis(), products(), people(), parts(), kept())
            .flatMap(List::stream)
            .toList();
    private static final Map<String, ResourceType> BY_NAME = byName();
    private static final Map<String, List<ResourceType>> BY_PARENT = byParent();

    private ResourceTypes() {}

    /** Every row. */
    public static List<ResourceType> all() {
        return ALL;
    }

    /** The type of the resource at a path; empty when there is no such type or the path is the service. */
    public static Optional<ResourceType> of(ResourcePath path) {
        String[] segments = path.value().substring(1).split("/", -1);
        int start = inWorkspace(segments) ? 2 : 0;
        if ((segments.length & 1) != 0) {
            return Optional.empty();
        }
        StringBuilder name = new StringBuilder(path.value().length());
        for (int i = start; i < segments.length; i += 2) {
            name.append(i == start ? "" : "/").append(segments[i]);
        }
        return named(name.toString());
    }

    /** The type with that name, such as {@code apis/operations}, in any case. */
    public static Optional<ResourceType> named(String name) {
        ResourceType exact = BY_NAME.get(name);
        return Optional.ofNullable(exact != null ? exact : BY_NAME.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The types whose collections a resource of the type {@code parent} holds; empty name: the service or a workspace. */
    public static List<ResourceType> beneath(String parent) {
        return BY_PARENT.getOrDefault(parent, List.of());
    }

    /** The workspace a resource is in, by name; {@code null} for those of the service and for workspaces themselves. */
    public static @Nullable String workspaceOf(ResourcePath path) {
        String[] segments = path.value().substring(1).split("/", 4);
        return inWorkspace(segments) ? segments[1] : null;
    }

    /** The service, or the workspace with that name. */
    public static ResourcePath scope(@Nullable String workspaceId) {
        return workspaceId == null ? ResourcePath.ROOT : ResourcePath.ROOT.child("workspaces", workspaceId);
    }

    private static boolean inWorkspace(String[] segments) {
        return segments.length > 2 && segments[0].equalsIgnoreCase("workspaces");
    }

    private static List<ResourceType> apis() {
        return List.of(
                row("apis", Identifier.usual(256), Layout.of("apis", "apiInformation.json"), api()),
                row(
                        "apis/operations",
                        Identifier.any(80),
                        Layout.of("operations", "operationInformation.json"),
                        operation()),
                row(
                        "apis/schemas",
                        Identifier.any(80),
                        new Layout("schemas", "schemas", "apiSchemaInformation.json", "schemaInformation.json"),
                        text("contentType").required().between(1, 300),
                        object("document")),
                row(
                        "apis/releases",
                        Identifier.usual(80),
                        new Layout("releases", "releases", "apiReleaseInformation.json", "releaseInformation.json"),
                        text("apiId"),
                        text("notes")),
                link("apis/tags", Layout.of("tags", "tagInformation.json")),
                policy("apis/policies"),
                policy("apis/operations/policies"),
                row(
                        "apiVersionSets",
                        Identifier.usual(80),
                        new Layout(
                                "version sets",
                                "versionSets",
                                "versionSetInformation.json",
                                "versionSetInformation.json"),
                        text("displayName").required().between(1, 100),
                        text("versioningScheme").required().oneOf("Segment", "Query", "Header"),
                        text("versionQueryName").between(1, 100),
                        text("versionHeaderName").between(1, 100),
                        DESCRIPTION));
    }

    private static Property[] api() {
        return new Property[] {
            text("path").required().atMost(400).matching("(?!.*(?:^|/)\\.{1,2}(?:/|$))[^?#\\\\\\s{}*]*"),
            text("displayName").between(1, 300),
            text("description"),
            text("serviceUrl").atMost(2_000),
            Property.of("protocols", TEXTS).oneOf("http", "https", "ws", "wss"),
            text("type").oneOf("http", "soap", "websocket", "graphql", "odata", "grpc", "mcp", "a2a"),
            text("apiType").oneOf("http", "soap", "websocket", "graphql", "odata", "grpc", "mcp", "a2a"),
            text("apiRevision").between(1, 100),
            text("apiRevisionDescription").atMost(256),
            flag("isCurrent"),
            flag("isOnline"),
            text("apiVersion").atMost(100).matching("[^/?#\\\\\\s]*"),
            text("apiVersionDescription").atMost(256),
            text("apiVersionSetId"),
            object(
                    "apiVersionSet",
                    text("id"),
                    text("name").between(1, 100),
                    text("description"),
                    text("versioningScheme").oneOf("Segment", "Query", "Header"),
                    text("versionQueryName").between(1, 100),
                    text("versionHeaderName").between(1, 100)),
            flag("subscriptionRequired"),
            object(
                    "subscriptionKeyParameterNames",
                    text("header").between(1, 256),
                    text("query").between(1, 256))
        };
    }

    private static Property[] operation() {
        return new Property[] {
            text("displayName").required().between(1, 300),
            text("method").required().matching("[A-Za-z][A-Za-z0-9-]*"),
            text("urlTemplate").required().between(1, 1_000),
            DESCRIPTION,
            objects("templateParameters", PARAMETER),
            object(
                    "request",
                    text("description"),
                    objects("queryParameters", PARAMETER),
                    objects("headers", PARAMETER),
                    REPRESENTATIONS),
            objects(
                    "responses",
                    Property.of("statusCode", INTEGER).required().between(100, 599),
                    text("description"),
                    objects("headers", PARAMETER),
                    REPRESENTATIONS)
        };
    }

    private static List<ResourceType> products() {
        return List.of(
                row(
                        "products",
                        Identifier.any(256),
                        Layout.of("products", "productInformation.json"),
                        text("displayName").required().between(1, 300),
                        DESCRIPTION,
                        text("terms"),
                        flag("subscriptionRequired"),
                        flag("approvalRequired"),
                        Property.of("subscriptionsLimit", INTEGER).between(0, Integer.MAX_VALUE),
                        text("state").oneOf("notPublished", "published")),
                policy("products/policies"),
                link("products/apis", Layout.of("apis", "productApiInformation.json")),
                link("products/groups", Layout.of("groups", "productGroupInformation.json")),
                link("products/tags", Layout.of("tags", "tagInformation.json")),
                row(
                        "products/apiLinks",
                        Identifier.usual(80),
                        Layout.of("apiLinks", "productApiLinkInformation.json"),
                        text("apiId").required()),
                row(
                        "products/groupLinks",
                        Identifier.usual(80),
                        Layout.of("groupLinks", "productGroupLinkInformation.json"),
                        text("groupId").required()));
    }

    private static List<ResourceType> people() {
        return List.of(
                row(
                        "groups",
                        Identifier.any(256),
                        Layout.of("groups", "groupInformation.json"),
                        text("displayName").required().between(1, 300),
                        DESCRIPTION,
                        text("type").oneOf("custom", "system", "external"),
                        text("externalId")),
                link("groups/users", Layout.of("users", "groupUserInformation.json")),
                row(
                        "users",
                        Identifier.any(80),
                        Layout.of("users", "userInformation.json"),
                        text("email").required().between(1, 254),
                        text("firstName").required().between(1, 100),
                        text("lastName").required().between(1, 100),
                        text("note"),
                        text("password").secret(),
                        text("state").oneOf("active", "blocked", "pending", "deleted"),
                        objects(
                                "identities",
                                text("provider").required(),
                                text("id").required()),
                        text("registrationDate")),
                row(
                        "subscriptions",
                        Identifier.usual(256),
                        Layout.of("subscriptions", "subscriptionInformation.json"),
                        text("displayName").between(1, 100),
                        text("scope").required(),
                        text("ownerId"),
                        text("state").oneOf("suspended", "active", "expired", "submitted", "rejected", "cancelled"),
                        text("primaryKey").between(1, 256).secret(),
                        text("secondaryKey").between(1, 256).secret(),
                        flag("allowTracing"),
                        text("createdDate"),
                        text("startDate"),
                        text("endDate")));
    }

    private static List<ResourceType> parts() {
        return List.of(
                row(
                        "namedValues",
                        Identifier.usual(256),
                        new Layout(
                                "named values",
                                "namedValues",
                                "namedValueInformation.json",
                                "namedValueInformation.json"),
                        text("displayName").required().between(1, 256).matching("[A-Za-z0-9._-]+"),
                        text("value").atMost(4_096).secret(),
                        flag("secret"),
                        Property.of("tags", TEXTS).atMost(32),
                        KEY_VAULT),
                row("backends", Identifier.any(80), Layout.of("backends", "backendInformation.json"), backend()),
                row(
                        "certificates",
                        Identifier.usual(80),
                        Layout.of("certificates", "certificateInformation.json"),
                        text("data").secret(),
                        text("password").secret(),
                        KEY_VAULT),
                row(
                        "policyFragments",
                        new Identifier(java.util.regex.Pattern.compile("\\w+|\\w[\\w-]+\\w"), 80),
                        new Layout(
                                "policy fragments",
                                "policyFragments",
                                "policyFragmentInformation.json",
                                "policyFragmentInformation.json"),
                        text("value").required(),
                        text("format").oneOf("xml", "rawxml"),
                        DESCRIPTION),
                row(
                        "tags",
                        Identifier.usual(80),
                        Layout.of("tags", "tagInformation.json"),
                        text("displayName").between(1, 160)),
                row(
                        "tags/apiLinks",
                        Identifier.usual(256),
                        Layout.of("apis", "tagApiInformation.json"),
                        text("apiId").required()),
                row(
                        "tags/productLinks",
                        Identifier.usual(256),
                        Layout.of("products", "tagProductInformation.json"),
                        text("productId").required()),
                row(
                        "tags/operationLinks",
                        Identifier.usual(256),
                        Layout.NONE,
                        text("operationId").required()),
                policy("policies"),
                row(
                        "workspaces",
                        Identifier.usual(80),
                        Layout.of("workspaces", "workspaceInformation.json"),
                        text("displayName").between(1, 300),
                        DESCRIPTION));
    }

    private static Property[] backend() {
        Property range = objects(
                "statusCodeRanges",
                Property.of("min", INTEGER).between(200, 599),
                Property.of("max", INTEGER).between(200, 599));
        Property failure = object(
                "failureCondition",
                Property.of("count", INTEGER).between(1, 10_000),
                Property.of("percentage", INTEGER).between(1, 100),
                text("interval"),
                range.atMost(10),
                Property.of("errorReasons", TEXTS).atMost(10));
        Property rule = objects("rules", text("name"), failure, text("tripDuration"), flag("acceptRetryAfter"));
        Property member = objects(
                "services",
                text("id").required(),
                Property.of("weight", INTEGER).between(0, 100),
                Property.of("priority", INTEGER).between(0, 100));
        return new Property[] {
            text("url").atMost(2_000),
            text("protocol").oneOf("http", "soap"),
            text("type").oneOf("Single", "Pool"),
            text("title").atMost(300),
            text("description").atMost(2_000),
            text("resourceId"),
            object(
                    "credentials",
                    Property.of("certificateIds", TEXTS).atMost(32),
                    Property.of("certificate", TEXTS).atMost(32),
                    object("query"),
                    object("header"),
                    object(
                            "authorization",
                            text("scheme").required().between(1, 100),
                            text("parameter").required().secret())),
            object("tls", flag("validateCertificateChain"), flag("validateCertificateName")),
            object(
                    "proxy",
                    text("url").required(),
                    text("username"),
                    text("password").secret()),
            object("pool", member.between(1, 30)),
            object("circuitBreaker", rule.atMost(15))
        };
    }

    /** Known to Azure and to its tools; the engine does nothing with them. */
    private static List<ResourceType> kept() {
        Layout tagDescription = Layout.of("tagDescriptions", "tagDescriptionInformation.json");
        return List.of(
                kept("loggers", Layout.of("loggers", "loggerInformation.json")),
                kept("diagnostics", Layout.of("diagnostics", "diagnosticInformation.json")),
                kept("apis/diagnostics", Layout.of("diagnostics", "diagnosticInformation.json")),
                kept("apis/tagDescriptions", tagDescription),
                kept("apis/wikis", Layout.NONE),
                kept("apis/issues", Layout.NONE),
                kept("apis/operations/tags", Layout.NONE),
                kept("apis/resolvers", Layout.of("resolvers", "resolverInformation.json")),
                kept("apis/resolvers/policies", Layout.NONE),
                kept("products/wikis", Layout.NONE),
                kept("gateways", Layout.of("gateways", "gatewayInformation.json")),
                keptLink("gateways/apis", Layout.of("apis", "gatewayApiInformation.json")),
                kept("schemas", Layout.of("schemas", "schemaInformation.json")),
                kept("policyRestrictions", Layout.of("policyRestrictions", "policyRestrictionInformation.json")),
                kept("documentations", Layout.of("documentations", "documentationInformation.json")),
                kept("caches", Layout.of("caches", "cacheInformation.json")),
                kept("authorizationServers", Layout.of("authorizationServers", "authorizationServerInformation.json")),
                kept(
                        "openidConnectProviders",
                        Layout.of("openidConnectProviders", "openidConnectProviderInformation.json")),
                kept("identityProviders", Layout.of("identityProviders", "identityProviderInformation.json")),
                kept(
                        "authorizationProviders",
                        Layout.of("authorizationProviders", "authorizationProviderInformation.json")),
                kept("notifications", Layout.NONE),
                kept("templates", Layout.NONE));
    }

    private static ResourceType row(String name, Identifier identifier, Layout layout, Property... properties) {
        return new ResourceType(name, identifier, List.of(properties), layout, false, true);
    }

    private static ResourceType link(String name, Layout layout) {
        return new ResourceType(name, Identifier.any(256), List.of(), layout, true, true);
    }

    private static ResourceType policy(String name) {
        return row(
                name,
                new Identifier(java.util.regex.Pattern.compile("policy"), 6),
                Layout.NONE,
                text("value").required(),
                text("format").oneOf("xml", "rawxml"));
    }

    private static ResourceType kept(String name, Layout layout) {
        return new ResourceType(name, Identifier.any(256), List.of(), layout, false, false);
    }

    private static ResourceType keptLink(String name, Layout layout) {
        return new ResourceType(name, Identifier.any(256), List.of(), layout, true, false);
    }

    private static Map<String, ResourceType> byName() {
        Map<String, ResourceType> map = new HashMap<>();
        ALL.forEach(type -> {
            map.put(type.name(), type);
            map.put(type.name().toLowerCase(Locale.ROOT), type);
        });
        return Map.copyOf(map);
    }

    private static Map<String, List<ResourceType>> byParent() {
        Map<String, List<ResourceType>> map = new HashMap<>();
        ALL.forEach(type ->
                map.computeIfAbsent(type.parent(), parent -> new ArrayList<>()).add(type));
        return Map.copyOf(map);
    }
}
