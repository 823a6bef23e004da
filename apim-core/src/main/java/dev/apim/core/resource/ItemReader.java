package dev.apim.core.resource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.IssueSink;
import dev.apim.core.json.Json;
import dev.apim.core.secret.SubscriptionKeys;
import dev.apim.model.Tag;
import dev.apim.model.Workspace;
import dev.apim.resource.Resource;
import dev.apim.resource.ResourcePath;
import dev.apim.resource.SecretStore;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one resource: its type, its name, its properties, its record. */
final class ItemReader {
    private final SecretRecords secrets;
    private final AccessRecords access;

    ItemReader(SecretStore secrets, SubscriptionKeys keys) {
        this.secrets = new SecretRecords(secrets);
        this.access = new AccessRecords(new SecretText(secrets), keys);
    }

    /** Empty when something is wrong with it, which was then reported. */
    Optional<Item> read(Resource resource, IssueSink issues) {
        ResourceType type = typeOf(resource, issues);
        JsonNode properties = type == null ? null : properties(resource, issues);
        if (type == null || properties == null) {
            return Optional.empty();
        }
        PropertyCheck check = new PropertyCheck(resource.origin(), issues);
        check.object(type.properties(), properties, "");
        if (!check.passed()) {
            return Optional.empty();
        }
        Fields fields = new Fields(resource, properties);
        Object value = record(type, fields, issues);
        return value == null
                ? Optional.empty()
                : Links.of(type, fields, issues)
                        .map(links -> new Item(resource, type, value, mentions(type, resource), links));
    }

    private static @Nullable ResourceType typeOf(Resource resource, IssueSink issues) {
        Optional<ResourceType> type = ResourceTypes.of(resource.path());
        if (type.isEmpty()) {
            issues.error(
                    resource.origin().at(""),
                    "resource " + resource.path() + " is of no known type: correct the collection's name");
            return null;
        }
        String name = resource.path().name();
        ResourceType.Identifier rule = type.get().identifier();
        if (!rule.allows(name)) {
            issues.error(
                    resource.origin().at(""),
                    "the name '" + name + "' is not allowed in " + type.get().name() + ", expected at most "
                            + rule.max() + " characters that match " + rule.pattern() + ": rename it");
            return null;
        }
        return type.get();
    }

    private static @Nullable JsonNode properties(Resource resource, IssueSink issues) {
        try {
            JsonNode node = Json.mapper().readTree(resource.properties());
            if (node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException e) {
            issues.error(resource.origin().at(""), "the properties are not JSON: " + e.getOriginalMessage());
            return null;
        }
        issues.error(resource.origin().at(""), "the properties are no JSON object, expected {…}");
        return null;
    }

    private @Nullable Object record(ResourceType type, Fields fields, IssueSink issues) {
        return switch (type.name()) {
            case "apis" -> ApiRecords.api(fields, issues);
            case "apis/operations" -> ApiRecords.operation(fields, issues);
            case "apis/schemas" -> SchemaRecords.ofApi(fields);
            case "apis/resolvers" -> ApiRecords.resolver(fields);
            case "apis/releases" -> ApiRecords.release(fields);
            case "apiVersionSets" -> ApiRecords.versionSet(fields, issues);
            case "products" -> access.product(fields);
            case "groups" -> access.group(fields);
            case "users" -> access.user(fields);
            case "subscriptions" -> access.subscription(fields, issues);
            case "namedValues" -> secrets.namedValue(fields, issues);
            case "certificates" -> secrets.certificate(fields, issues);
            case "backends" -> BackendRecords.backend(fields, issues);
            case "schemas" -> SchemaRecords.global(fields, issues);
            case "loggers" -> BackendRecords.logger(fields);
            case "tags" -> new Tag(name(fields), fields.text("displayName", name(fields)));
            case "workspaces" ->
                new Workspace(name(fields), fields.text("displayName", name(fields)), fields.text("description"));
            case "policies",
                    "apis/policies",
                    "apis/operations/policies",
                    "apis/resolvers/policies",
                    "products/policies",
                    "policyFragments" -> policy(fields);
            default -> fields.resource();
        };
    }

    /** The certificate a store holds under a name that something refers to though no resource describes it. */
    Optional<Item> certificateBySecret(ResourcePath path, IssueSink issues) {
        Resource resource = new Resource(path, "{}", "", Resource.Origin.of(path.value()));
        return read(resource, issues).filter(item -> item.value() instanceof dev.apim.model.Certificate);
    }

    private static PolicyDocumentEntry policy(Fields fields) {
        return new PolicyDocumentEntry(
                fields.resource().path(),
                new dev.apim.model.PolicyDocument(fields.text("value"), fields.text("format", "xml")),
                fields.at("/value"));
    }

    private static Mentions mentions(ResourceType type, Resource resource) {
        boolean refers = type.isPolicy()
                || type.name().equals("policyFragments")
                || type.name().equals("backends")
                || type.name().equals("loggers");
        return refers ? Mentions.in(resource.properties().replace("\\\"", "\"")) : Mentions.NONE;
    }

    private static String name(Fields fields) {
        return fields.resource().path().name();
    }
}
