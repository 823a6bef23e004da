package dev.apim.core.resource;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.IssueSink;
import dev.apim.model.Api;
import dev.apim.model.Operation;
import dev.apim.model.OperationRequest;
import dev.apim.model.OperationResponse;
import dev.apim.model.Parameter;
import dev.apim.model.Release;
import dev.apim.model.Representation;
import dev.apim.model.Resolver;
import dev.apim.model.SubscriptionKeyParameterNames;
import dev.apim.model.VersionSet;
import dev.apim.resource.ResourcePath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** APIs and what belongs to them, with Azure's defaults. */
final class ApiRecords {
    private ApiRecords() {}

    static @Nullable Api api(Fields fields, IssueSink issues) {
        ResourcePath path = fields.resource().path();
        String id = Reference.withoutRevision(path.name());
        boolean current = id.length() == path.name().length();
        String revision = revision(fields, issues);
        if (revision == null) {
            return null;
        }
        if (fields.flag("isCurrent", current) != current) {
            issues.warning(
                    fields.at("/isCurrent"),
                    "isCurrent contradicts the name '" + path.name()
                            + "', which decides: the current revision is the one" + " without ';rev='");
        }
        List<String> protocols = fields.texts("protocols").stream()
                .map(p -> p.toLowerCase(Locale.ROOT))
                .toList();
        Fields names = fields.object("subscriptionKeyParameterNames");
        return new Api(
                id,
                fields.text("displayName", id),
                fields.text("description"),
                trimmed(fields.text("path")),
                protocols.isEmpty() ? List.of("https") : protocols,
                fields.text("serviceUrl"),
                fields.text("type", fields.text("apiType", "http")).toLowerCase(Locale.ROOT),
                revision,
                current,
                fields.flag("isOnline", true),
                fields.text("apiVersion"),
                versionSetId(fields),
                fields.flag("subscriptionRequired", true),
                new SubscriptionKeyParameterNames(
                        names.text("header", SubscriptionKeyParameterNames.DEFAULT.header()),
                        names.text("query", SubscriptionKeyParameterNames.DEFAULT.query())),
                ResourceTypes.workspaceOf(path));
    }

    private static @Nullable String revision(Fields fields, IssueSink issues) {
        String name = fields.resource().path().name();
        String id = Reference.withoutRevision(name);
        if (id.length() == name.length()) {
            return fields.text("apiRevision", "1");
        }
        String revision = name.substring(id.length() + ";rev=".length());
        if (revision.isEmpty() || revision.contains(";")) {
            issues.error(fields.at(""), "the name '" + name + "' has no revision after ';rev=': write a number there");
            return null;
        }
        if (!fields.text("apiRevision", revision).equals(revision)) {
            issues.error(
                    fields.at("/apiRevision"),
                    "apiRevision is '" + fields.text("apiRevision") + "', expected '" + revision + "' as in the name '"
                            + name + "'");
            return null;
        }
        return revision;
    }

    /** As it was written, for messages and look-up; empty text counts as none. */
    static @Nullable String versionSetReference(Fields fields) {
        String direct = fields.text("apiVersionSetId");
        String reference = direct.isEmpty() ? fields.object("apiVersionSet").text("id") : direct;
        return reference.isEmpty() ? null : reference;
    }

    private static @Nullable String versionSetId(Fields fields) {
        String reference = versionSetReference(fields);
        return reference == null ? null : reference.substring(reference.lastIndexOf('/') + 1);
    }

    private static String trimmed(String path) {
        int start = 0;
        int end = path.length();
        while (start < end && path.charAt(start) == '/') {
            start++;
        }
        while (end > start && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(start, end);
    }

    static @Nullable Operation operation(Fields fields, IssueSink issues) {
        List<Parameter> parameters = fields.objects("templateParameters", ApiRecords::parameter);
        if (!UrlTemplateCheck.passes(fields, parameters, issues)) {
            return null;
        }
        return new Operation(
                fields.resource().path().name(),
                fields.text("displayName"),
                fields.text("description"),
                fields.text("method"),
                fields.text("urlTemplate"),
                parameters,
                request(fields.object("request")),
                fields.objects("responses", ApiRecords::response));
    }

    private static OperationRequest request(Fields fields) {
        return new OperationRequest(
                fields.text("description"),
                fields.objects("queryParameters", ApiRecords::parameter),
                fields.objects("headers", ApiRecords::parameter),
                fields.objects("representations", ApiRecords::representation));
    }

    private static OperationResponse response(Fields fields) {
        return new OperationResponse(
                Objects.requireNonNull(fields.number("statusCode")),
                fields.text("description"),
                fields.objects("representations", ApiRecords::representation),
                fields.objects("headers", ApiRecords::parameter));
    }

    private static Parameter parameter(Fields fields) {
        JsonNode byDefault = fields.node().get("defaultValue");
        return new Parameter(
                fields.text("name"),
                fields.text("type", "string"),
                fields.text("description"),
                byDefault == null || byDefault.isNull() ? null : byDefault.asText(byDefault.toString()),
                fields.flag("required", false),
                fields.texts("values"),
                fields.optional("schemaId"),
                fields.optional("typeName"));
    }

    private static Representation representation(Fields fields) {
        return new Representation(
                fields.text("contentType"),
                fields.optional("schemaId"),
                fields.optional("typeName"),
                fields.objects("formParameters", ApiRecords::parameter),
                examples(fields.node().path("examples")));
    }

    private static Map<String, String> examples(JsonNode examples) {
        Map<String, String> found = new LinkedHashMap<>();
        examples.fields().forEachRemaining(example -> {
            JsonNode value = example.getValue().get("value");
            if (value != null && !value.isNull()) {
                found.put(example.getKey(), value.isTextual() ? value.textValue() : value.toString());
            }
        });
        return Collections.unmodifiableMap(found);
    }

    static Resolver resolver(Fields fields) {
        String name = fields.resource().path().name();
        String path = fields.text("path");
        int slash = path.indexOf('/');
        return new Resolver(
                name,
                fields.text("displayName", name),
                path.substring(0, slash),
                path.substring(slash + 1),
                fields.text("description"));
    }

    static Release release(Fields fields) {
        String api = fields.text("apiId", fields.resource().path().parent().value());
        return new Release(
                fields.resource().path().name(), api.substring(api.lastIndexOf('/') + 1), fields.text("notes"));
    }

    static @Nullable VersionSet versionSet(Fields fields, IssueSink issues) {
        VersionSet.Scheme scheme =
                VersionSet.Scheme.valueOf(fields.text("versioningScheme").toUpperCase(Locale.ROOT));
        List<String> missing = new ArrayList<>();
        if (scheme == VersionSet.Scheme.QUERY && fields.text("versionQueryName").isEmpty()) {
            missing.add("versionQueryName");
        }
        if (scheme == VersionSet.Scheme.HEADER
                && fields.text("versionHeaderName").isEmpty()) {
            missing.add("versionHeaderName");
        }
        missing.forEach(name -> issues.error(
                fields.at("/" + name),
                name + " is missing, expected the name that carries the version in the scheme "
                        + fields.text("versioningScheme")));
        return missing.isEmpty()
                ? new VersionSet(
                        fields.resource().path().name(),
                        fields.text("displayName"),
                        scheme,
                        fields.optional("versionQueryName"),
                        fields.optional("versionHeaderName"))
                : null;
    }
}
