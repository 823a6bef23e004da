package dev.apim.validation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import dev.apim.core.json.Json;
import dev.apim.validation.Definition.BrokenSchemaException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compiles JSON schemas. Nothing outside the given document is ever read but the dialects that come with the library. */
final class JsonSchemas {
    private static final String DOCUMENT = "apim:/schema";
    private static final Set<String> PUBLISHERS = Set.of("json-schema.org", "spec.openapis.org");

    /** What only OpenAPI 3.1, and JSON Schema after draft 4, can say. */
    private static final Set<String> NEWER = Set.of(
            "const",
            "contains",
            "$defs",
            "prefixItems",
            "if",
            "unevaluatedProperties",
            "dependentSchemas",
            "propertyNames");

    private static final List<Dialect> DIALECTS = Stream.of(
                    Dialects.getDraft4(),
                    Dialects.getDraft6(),
                    Dialects.getDraft7(),
                    Dialects.getDraft201909(),
                    Dialects.getDraft202012(),
                    Dialects.getOpenApi30(),
                    Dialects.getOpenApi31())
            .map(JsonSchemas::silent)
            .toList();

    /** Keywords whose members are named by the author. */
    static final Set<String> NAMED =
            Set.of("properties", "patternProperties", "definitions", "$defs", "schemas", "dependentSchemas");

    private JsonSchemas() {}

    /**
     * Compiles one definition of a document.
     *
     * @param text the document
     * @param pointer to the definition, a JSON pointer; empty: the document itself
     * @param openApi whether the document holds schemas as OpenAPI writes them
     */
    static Schema compile(String text, String pointer, boolean openApi, JsonOptions options)
            throws BrokenSchemaException {
        try {
            JsonNode document = options.applied(Json.mapper().readTree(text));
            if (document.at(pointer).isMissingNode()) {
                throw new BrokenSchemaException("there is nothing at " + pointer);
            }
            return compile(document, pointer, openApi);
        } catch (JsonProcessingException e) {
            throw new BrokenSchemaException("it is not JSON: " + e.getOriginalMessage());
        }
    }

    /** Compiles one definition of a document that was read. */
    static Schema compile(JsonNode document, String pointer, boolean openApi) throws BrokenSchemaException {
        try {
            SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                    .locale(Locale.ENGLISH)
                    .formatAssertionsEnabled(true)
                    .regularExpressionFactory(EcmaPattern::new)
                    .build();
            patterns(document);
            SchemaRegistry registry = SchemaRegistry.withDialects(
                    DIALECTS,
                    builder -> builder.defaultDialectId(
                                    dialect(document, openApi).getId())
                            .schemas(Map.of(DOCUMENT, document.toString()))
                            .schemaLoader(loader -> loader.block(iri -> isForeign(iri.toString())))
                            .schemaRegistryConfig(config));
            Schema schema = registry.getSchema(SchemaLocation.of(DOCUMENT + (pointer.isEmpty() ? "" : "#" + pointer)));
            schema.initializeValidators();
            return schema;
        } catch (PatternSyntaxException e) {
            throw new BrokenSchemaException(
                    "the pattern '" + e.getPattern() + "' cannot be matched: " + e.getDescription());
        } catch (SchemaException | IllegalArgumentException | StackOverflowError e) {
            throw new BrokenSchemaException(String.valueOf(e.getMessage()));
        }
    }

    /** A word that a dialect does not know says nothing, as JSON Schema has it; the library would complain in the log. */
    private static Dialect silent(Dialect dialect) {
        return Dialect.builder(dialect)
                .unknownKeywordFactory((keyword, context) -> new NonValidationKeyword(keyword))
                .build();
    }

    /** Looks for patterns that cannot be matched, which the library would only log. */
    private static void patterns(JsonNode document) {
        any(document, false, schema -> {
            if (schema.path("pattern").isTextual()) {
                new EcmaPattern(schema.get("pattern").textValue());
            }
            if (schema.path("patternProperties").isObject()) {
                schema.get("patternProperties").fieldNames().forEachRemaining(EcmaPattern::new);
            }
            return false;
        });
    }

    private static boolean isForeign(String iri) {
        return !iri.startsWith(DOCUMENT) && PUBLISHERS.stream().noneMatch(host -> iri.contains("://" + host + "/"));
    }

    /** A document says by itself what it is, or by what it uses; else it is what Azure's tools mostly write. */
    private static Dialect dialect(JsonNode document, boolean openApi) {
        boolean ofOpenApi = openApi
                || document.has("openapi")
                || document.has("components")
                || any(document, false, schema -> schema.path("nullable").isBoolean());
        if (ofOpenApi) {
            return any(document, false, JsonSchemas::isNewer) ? Dialects.getOpenApi31() : Dialects.getOpenApi30();
        }
        boolean draft4 = document.path("id").isTextual()
                || any(
                        document,
                        false,
                        schema -> schema.path("exclusiveMinimum").isBoolean()
                                || schema.path("exclusiveMaximum").isBoolean());
        return draft4 ? Dialects.getDraft4() : document.has("$defs") ? Dialects.getDraft202012() : Dialects.getDraft7();
    }

    private static boolean isNewer(JsonNode schema) {
        return schema.path("type").isArray()
                || schema.path("exclusiveMinimum").isNumber()
                || schema.path("exclusiveMaximum").isNumber()
                || NEWER.stream().anyMatch(schema::has);
    }

    /** Whether any schema in a document is such; {@code names}: the node's members are names, not keywords. */
    private static boolean any(JsonNode node, boolean names, Predicate<JsonNode> predicate) {
        if (node.isObject() && !names && predicate.test(node)) {
            return true;
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            boolean data = !names && JsonOptions.DATA.contains(member.getKey());
            if (!data && any(member.getValue(), !names && NAMED.contains(member.getKey()), predicate)) {
                return true;
            }
        }
        for (JsonNode element : node.isArray() ? node : List.<JsonNode>of()) {
            if (any(element, false, predicate)) {
                return true;
            }
        }
        return false;
    }

    /** Where a document of definitions keeps one by name; {@code null} where it has none of that name. */
    static @Nullable String pointer(JsonNode document, String typeName) {
        String name = typeName.replace("~", "~0").replace("/", "~1");
        for (String place : new String[] {"/components/schemas/", "/definitions/", "/$defs/"}) {
            if (!document.at(place + name).isMissingNode()) {
                return place + name;
            }
        }
        return null;
    }
}
