package dev.apim.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.apim.core.json.Json;
import dev.apim.model.Api;
import dev.apim.model.GlobalSchema;
import dev.apim.model.Parameter;
import dev.apim.model.Schema;
import dev.apim.policy.GatewayView;
import dev.apim.validation.Definition.BrokenSchemaException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The definitions of a gateway, each compiled when it is first needed and kept as long as the schema it comes from is in force: a
 * configuration shares with the next one the records that did not change. Thread-safe.
 */
final class Definitions {
    private final Cache<Schema, Map<Key, Found>> ofSchemas =
            Caffeine.newBuilder().weakKeys().build();
    private final Cache<Parameter, Found> ofParameters =
            Caffeine.newBuilder().weakKeys().build();

    /** What a schema makes of one name, for one kind of policy. */
    private record Key(Kind kind, String typeName, JsonOptions options) {}

    /** How a body is read (Azure: {@code validate-as}). */
    enum Kind {
        /** JSON. */
        JSON,
        /** XML. */
        XML,
        /** An envelope of SOAP. */
        SOAP
    }

    /**
     * A definition, or why there is none.
     *
     * @param definition {@code null}: there is none
     * @param problem in that case
     * @param parts the schemas of the service that it includes, by name
     */
    record Found(@Nullable Definition definition, Problem problem, String detail, Map<String, GlobalSchema> parts) {
        static Found of(Definition definition) {
            return new Found(definition, Problem.NONE, "", Map.of());
        }

        static Found problem(Problem problem, String detail) {
            return new Found(null, problem, detail, Map.of());
        }
    }

    /** Why there is no definition. */
    enum Problem {
        /** There is one. */
        NONE,
        /** The schema is not there or cannot be compiled. */
        UNRESOLVED,
        /** The schema defines nothing. */
        EMPTY,
        /** The schema does not define this. */
        MISSING
    }

    /** A definition of a schema of an API. */
    Found ofApi(GatewayView gateway, Api api, String schemaId, String typeName, Kind kind, JsonOptions options) {
        Optional<Schema> schema = gateway.schema(api, schemaId);
        if (schema.isEmpty()) {
            return Found.problem(Problem.UNRESOLVED, "there is no schema '" + schemaId + "'");
        }
        Map<Key, Found> known = ofSchemas.get(schema.get(), s -> new ConcurrentHashMap<>());
        Key key = new Key(kind, typeName, options);
        Found found = known.get(key);
        if (found == null || !isFresh(found, gateway, api)) {
            found = compile(schema.get(), key, gateway, api);
            known.put(key, found);
        }
        return found;
    }

    private static boolean isFresh(Found found, GatewayView gateway, Api api) {
        for (Map.Entry<String, GlobalSchema> part : found.parts().entrySet()) {
            if (gateway.globalSchema(api.workspaceId(), part.getKey()).orElse(null) != part.getValue()) {
                return false;
            }
        }
        return true;
    }

    private static Found compile(Schema schema, Key key, GatewayView gateway, Api api) {
        if (schema.document().isBlank()) {
            return Found.problem(Problem.EMPTY, "");
        }
        try {
            return key.kind() == Kind.JSON
                    ? json(schema, key)
                    : xml(schema.document(), key.kind() == Kind.SOAP, gateway, api);
        } catch (BrokenSchemaException e) {
            return Found.problem(Problem.UNRESOLVED, String.valueOf(e.getMessage()));
        }
    }

    private static Found json(Schema schema, Key key) throws BrokenSchemaException {
        JsonNode document;
        try {
            document = Json.mapper().readTree(schema.document());
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new BrokenSchemaException("it is not JSON: " + e.getOriginalMessage());
        }
        if (document.isEmpty()) {
            return Found.problem(Problem.EMPTY, "");
        }
        String pointer = JsonSchemas.pointer(document, key.typeName());
        return pointer == null
                ? Found.problem(Problem.MISSING, "")
                : Found.of(new JsonDefinition(
                        JsonSchemas.compile(key.options().applied(document), pointer, true),
                        key.options().foldsCase()));
    }

    private static Found xml(String text, boolean soap, GatewayView gateway, Api api) throws BrokenSchemaException {
        Map<String, GlobalSchema> parts = new HashMap<>();
        XmlSchemas.Compiled compiled = XmlSchemas.compile(text, name -> {
            Optional<GlobalSchema> part = gateway.globalSchema(api.workspaceId(), name);
            part.ifPresent(schema -> parts.put(name, schema));
            return part.map(GlobalSchema::document);
        });
        return new Found(new XmlDefinition(compiled, soap), Problem.NONE, "", Map.copyOf(parts));
    }

    /** What the value of a parameter must look like; problems are those of the schema it refers to. */
    Found ofParameter(GatewayView gateway, Api api, Parameter parameter) {
        if (parameter.schemaId() != null && parameter.typeName() != null) {
            return ofApi(gateway, api, parameter.schemaId(), parameter.typeName(), Kind.JSON, JsonOptions.NONE);
        }
        return ofParameters.get(parameter, Definitions::plain);
    }

    private static Found plain(Parameter parameter) {
        try {
            return Found.of(new JsonDefinition(JsonSchemas.compile(schemaOf(parameter), "", false), false));
        } catch (BrokenSchemaException e) {
            return Found.problem(Problem.UNRESOLVED, String.valueOf(e.getMessage()));
        }
    }

    /** The schema a parameter's own properties amount to. A type that JSON does not know says nothing. */
    static ObjectNode schemaOf(Parameter parameter) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        if (ParameterValue.TYPES.contains(parameter.type())) {
            schema.put("type", parameter.type());
        }
        if (!parameter.values().isEmpty()) {
            var allowed = schema.putArray("enum");
            parameter.values().forEach(value -> allowed.add(ParameterValue.lenient(value, parameter.type())));
        }
        return schema;
    }
}
