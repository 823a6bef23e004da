package dev.apim.core.resource;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.core.json.Json;
import dev.apim.model.Authorization;
import dev.apim.model.NamedValue;
import dev.apim.resource.Resource;
import dev.apim.resource.ResourcePath;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Authorizations put together of a provider, what belongs to it, and the named values they mention. */
public final class AuthorizationRecords {
    private static final Pattern NAMED_VALUE = Pattern.compile("\\{\\{\\s*([A-Za-z0-9._-]{1,256})\\s*\\}\\}");

    private AuthorizationRecords() {}

    /** One of a configuration; empty where it, or its provider, is not there. */
    public static Optional<Authorization> find(Configuration configuration, String providerId, String id) {
        ResourcePath provider = ResourcePath.of("/authorizationProviders/" + providerId);
        ResourcePath path = provider.child("authorizations", id);
        return configuration
                .shelves()
                .bundle(provider)
                .flatMap(bundle -> configuration.resource(path).map(own -> record(configuration, bundle, own)));
    }

    private static Authorization record(Configuration configuration, Bundle bundle, Resource own) {
        Resource provider = bundle.root().resource();
        JsonNode of = Json.parse(provider.properties());
        JsonNode properties = Json.parse(own.properties());
        String grant = properties.path("oauth2grantType").asText("AuthorizationCode");
        String key = grant.equalsIgnoreCase("ClientCredentials") ? "clientCredentials" : "authorizationCode";
        Map<String, String> parameters = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        put(parameters, of.at("/oauth2/grantTypes/" + key), configuration);
        put(parameters, properties.path("parameters"), configuration);
        return new Authorization(
                provider.path().name(),
                own.path().name(),
                of.path("identityProvider").asText("oauth2"),
                grant,
                Collections.unmodifiableMap(parameters),
                access(bundle, own.path()));
    }

    private static void put(Map<String, String> parameters, JsonNode object, Configuration configuration) {
        object.properties().forEach(member -> {
            if (member.getValue().isValueNode() && !member.getValue().isNull()) {
                parameters.put(member.getKey(), substituted(member.getValue().asText(), configuration.namedValues()));
            }
        });
    }

    private static String substituted(String text, Map<String, NamedValue> values) {
        return !text.contains("{{")
                ? text
                : NAMED_VALUE.matcher(text).replaceAll(match -> {
                    NamedValue value = values.get(match.group(1));
                    return Matcher.quoteReplacement(value == null ? match.group() : value.value());
                });
    }

    private static List<Authorization.Access> access(Bundle bundle, ResourcePath path) {
        return bundle.items("authorizationProviders/authorizations/accessPolicies")
                .filter(item -> item.path().isBeneath(path))
                .map(item -> Json.parse(item.resource().properties()))
                .map(policy -> new Authorization.Access(
                        policy.path("tenantId").asText(),
                        policy.path("objectId").asText()))
                .toList();
    }
}
