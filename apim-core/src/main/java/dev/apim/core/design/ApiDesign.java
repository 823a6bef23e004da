package dev.apim.core.design;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apim.ConfigurationException;
import dev.apim.Issue;
import dev.apim.Position;
import dev.apim.core.fluent.PolicySource;
import dev.apim.policy.Scope;
import dev.apim.resource.ResourcePath;
import dev.apim.resource.SpecificationReader;
import dev.apim.resource.SpecificationReader.Specification;
import dev.apim.resource.SpecificationReader.SpecificationSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An API. Without {@link #backend} it is the host's own. */
public final class ApiDesign {
    private static final Pattern PARAMETER = Pattern.compile("\\{\\*?([^{}]+)}");
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final Draft draft;
    private final ResourcePath path;
    private final ObjectNode properties;

    ApiDesign(Draft draft, ResourcePath path, ObjectNode properties) {
        this.draft = draft;
        this.path = path;
        this.properties = properties;
    }

    /** The path prefix of its requests, without leading and trailing slash; empty: what no other API takes. */
    public ApiDesign path(String prefix) {
        properties.put("path", prefix);
        return this;
    }

    /** A name for people, 1 to 300 characters; the resource's name without it. */
    public ApiDesign displayName(String name) {
        properties.put("displayName", name);
        return this;
    }

    /** What it is for. */
    public ApiDesign description(String text) {
        properties.put("description", text);
        return this;
    }

    /** Requests go over the network to this URL. */
    public ApiDesign backend(String url) {
        properties.put("serviceUrl", url);
        return this;
    }

    /** The host handles its requests itself: they go on through the rest of its filters and its servlets. */
    public ApiDesign inline() {
        properties.put("serviceUrl", "");
        return this;
    }

    /** Its requests need no key. */
    public ApiDesign open() {
        return subscriptionRequired(false);
    }

    /** Whether its requests need a key; they do unless it is said otherwise. */
    public ApiDesign subscriptionRequired(boolean required) {
        properties.put("subscriptionRequired", required);
        return this;
    }

    /** Where keys are looked for, in place of {@code Ocp-Apim-Subscription-Key} and {@code subscription-key}. */
    public ApiDesign keyNames(String header, String query) {
        properties
                .putObject("subscriptionKeyParameterNames")
                .put("header", header)
                .put("query", query);
        return this;
    }

    /**
     * An operation, named after method and template.
     *
     * @param methodAndTemplate such as {@code GET /orders/{id}} or {@code POST /files/{*path}}
     */
    public ApiDesign operation(String methodAndTemplate) {
        return operation(nameOf(methodAndTemplate), methodAndTemplate);
    }

    /** An operation with a name. */
    public ApiDesign operation(String name, String methodAndTemplate) {
        String[] parts = methodAndTemplate.strip().split("\\s+", 2);
        String template = parts.length < 2 ? "" : parts[1];
        ObjectNode operation = JsonNodeFactory.instance.objectNode();
        operation.put("displayName", methodAndTemplate).put("method", parts[0]).put("urlTemplate", template);
        ArrayNode parameters = operation.putArray("templateParameters");
        Matcher names = PARAMETER.matcher(template);
        while (names.find()) {
            parameters
                    .addObject()
                    .put("name", names.group(1))
                    .put("type", "string")
                    .put("required", true);
        }
        draft.put(operationPath(name), operation);
        return this;
    }

    /** An operation for each of GET, HEAD, POST, PUT, PATCH, DELETE and OPTIONS that takes every path of the API. */
    public ApiDesign allOperations() {
        METHODS.forEach(method -> operation(method.toLowerCase(Locale.ROOT), method + " /*"));
        return this;
    }

    /**
     * Operations and schemas of an OpenAPI description, JSON or YAML; needs the jar {@code apim-import}.
     *
     * @throws ConfigurationException when nothing at hand reads it, or it is at fault; with every issue at its place
     */
    public ApiDesign openApi(String text) {
        List<Issue> issues = new ArrayList<>();
        SpecificationSource source = new SpecificationSource(path.value() + "/specification", text, true);
        Specification read =
                reader(source).read(source, issues::add).orElseThrow(() -> new ConfigurationException(issues));
        if (issues.stream().anyMatch(Issue::isError)) {
            throw new ConfigurationException(issues);
        }
        otherwise("description", read.description());
        otherwise("serviceUrl", read.serviceUrl());
        read.operations().forEach(o -> draft.put(operationPath(o.name()), o.properties(), o.origin()));
        read.schemas().forEach(s -> draft.put(path.child("schemas", s.name()), s.properties(), s.origin()));
        return this;
    }

    private SpecificationReader reader(SpecificationSource source) {
        for (SpecificationReader reader : ServiceLoader.load(SpecificationReader.class)) {
            if (reader.accepts(source)) {
                return reader;
            }
        }
        throw new ConfigurationException(
                List.of(
                        Issue.error(
                                Position.startOf(source.name()),
                                "nothing at hand reads this description: add the jar apim-import, or mend the text if it is no OpenAPI")));
    }

    private void otherwise(String property, String value) {
        if (!properties.has(property) && !value.isEmpty()) {
            properties.put(property, value);
        }
    }

    /** The policy of all its operations, as XML. */
    public ApiDesign policy(String xml) {
        draft.putPolicy(path, xml);
        return this;
    }

    /** The policy of all its operations, written in Java. */
    public ApiDesign policy(PolicySource source) {
        return policy(source.xml(Scope.API));
    }

    /** The policy of one operation, written in Java. */
    public ApiDesign policy(String operation, PolicySource source) {
        return policy(operation, source.xml(Scope.OPERATION));
    }

    /** The policy of one operation, as XML. */
    public ApiDesign policy(String operation, String xml) {
        draft.putPolicy(operationPath(operation), xml);
        return this;
    }

    private ResourcePath operationPath(String name) {
        return path.child("operations", name);
    }

    /** {@code GET /orders/{id}} is {@code get-orders-id}. */
    private static String nameOf(String methodAndTemplate) {
        String name = methodAndTemplate
                .strip()
                .toLowerCase(Locale.ROOT)
                .replace("*", "any")
                .replaceAll("[^a-z0-9]+", "-");
        return name.endsWith("-") ? name.substring(0, name.length() - 1) : name;
    }
}
