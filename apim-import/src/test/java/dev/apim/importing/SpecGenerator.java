package dev.apim.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Makes valid descriptions from seeds: the same seed gives the same text. Every one has operations, parameters, bodies and schemas. */
public final class SpecGenerator {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final List<String> WORDS =
            List.of("pets", "orders", "owners", "visits", "invoices", "notes", "rooms", "labels");
    private static final List<String> MEDIA =
            List.of("application/json", "application/xml", "text/plain", "application/vnd.pets+json");
    private static final List<String> CODES = List.of("200", "201", "202", "204", "400", "404", "409", "500");
    private static final List<String> TYPES = List.of("string", "integer", "number", "boolean");

    private final Random random;
    private final Version version;
    private final ObjectNode root = JsonNodeFactory.instance.objectNode();

    /** The version of the format to write. */
    public enum Version {
        SWAGGER_2("swagger", "2.0"),
        OPENAPI_3_0("openapi", "3.0.3"),
        OPENAPI_3_1("openapi", "3.1.0");

        private final String member;
        private final String text;

        Version(String member, String text) {
            this.member = member;
            this.text = text;
        }

        boolean isSwagger() {
            return this == SWAGGER_2;
        }
    }

    private SpecGenerator(long seed, Version version) {
        this.random = new Random(seed);
        this.version = version;
    }

    /** One description. */
    public static ObjectNode generate(long seed, Version version) {
        return new SpecGenerator(seed, version).description();
    }

    /** Its text in YAML. */
    public static String yaml(ObjectNode description) {
        try {
            return YAML.writeValueAsString(description);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private ObjectNode description() {
        root.put(version.member, version.text);
        root.putObject("info").put("title", "API " + random.nextInt(100)).put("version", "1");
        if (version.isSwagger()) {
            root.put("host", "api.example.com").put("basePath", "/v1");
            root.putArray("schemes").add("https");
            root.putArray("consumes").add("application/json");
            root.putArray("produces").add("application/json");
        } else {
            root.putArray("servers").addObject().put("url", "https://api.example.com/v1");
        }
        ObjectNode paths = root.putObject("paths");
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            path(paths, i);
        }
        components();
        return root;
    }

    private void path(ObjectNode paths, int number) {
        StringBuilder key = new StringBuilder("/" + WORDS.get(number) + number);
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        ArrayNode shared = item.putArray("parameters");
        for (int i = random.nextInt(3); i > 0; i--) {
            key.append("/{p").append(i).append('}');
            if (random.nextBoolean()) {
                key.append('/').append(pick(WORDS));
            }
            parameter(shared.addObject(), "p" + i, "path");
        }
        if (random.nextBoolean()) {
            parameter(shared.addObject(), "page", "query");
        }
        shared.addObject().put("$ref", version.isSwagger() ? "#/parameters/Trace" : "#/components/parameters/Trace");
        paths.set(key.toString(), item);
        operation(item, "post", number);
        for (String method : List.of("get", "put", "delete", "patch", "head")) {
            if (random.nextInt(3) == 0) {
                operation(item, method, number);
            }
        }
    }

    private void operation(ObjectNode item, String method, int number) {
        ObjectNode operation = item.putObject(method);
        if (random.nextInt(4) > 0) {
            operation.put("operationId", method + "_" + pick(WORDS) + "_" + number);
        }
        operation.put("summary", "Does " + method).put("description", "In full: " + method);
        ArrayNode parameters = operation.putArray("parameters");
        parameter(parameters.addObject(), "q" + random.nextInt(3), "query");
        if (random.nextBoolean()) {
            parameter(parameters.addObject(), "X-H" + random.nextInt(3), "header");
        }
        if (random.nextInt(3) == 0) {
            parameter(parameters.addObject(), "page", "query"); // perhaps over that of the path
        }
        if (List.of("post", "put", "patch").contains(method)) {
            body(operation, parameters);
        }
        ObjectNode responses = operation.putObject("responses");
        responses.set(pick(CODES), response(operation, true));
        responses.set(pick(CODES), response(operation, random.nextBoolean()));
        if (random.nextInt(3) == 0) {
            responses.putObject("default").put("description", "otherwise");
        }
        if (!version.isSwagger() && random.nextInt(3) == 0) {
            responses.putObject("410").put("$ref", "#/components/responses/Gone");
        }
    }

    private void parameter(ObjectNode parameter, String name, String in) {
        parameter.put("name", name).put("in", in).put("description", "the " + name);
        parameter.put("required", in.equals("path") || random.nextBoolean());
        ObjectNode facets = version.isSwagger() ? parameter : parameter.putObject("schema");
        facets.put("type", pick(TYPES));
        if (facets.path("type").asText().equals("string") && random.nextBoolean()) {
            facets.putArray("enum").add("a").add("b");
            facets.put("default", "a");
        }
    }

    private void body(ObjectNode operation, ArrayNode parameters) {
        if (version.isSwagger()) {
            swaggerBody(operation, parameters);
            return;
        }
        if (random.nextInt(4) == 0) {
            operation.putObject("requestBody").put("$ref", "#/components/requestBodies/Shared");
            return;
        }
        ObjectNode body = operation.putObject("requestBody").put("description", "what to do");
        body.put("required", true);
        ObjectNode content = body.putObject("content");
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            content.putObject(pick(MEDIA)).set("schema", schema());
        }
    }

    private void swaggerBody(ObjectNode operation, ArrayNode parameters) {
        if (random.nextInt(3) == 0) {
            operation.putArray("consumes").add("application/x-www-form-urlencoded");
            parameter(parameters.addObject(), "field", "formData");
            return;
        }
        operation.putArray("consumes").add(pick(MEDIA));
        parameters
                .addObject()
                .put("name", "body")
                .put("in", "body")
                .put("required", true)
                .set("schema", schema());
    }

    private ObjectNode response(ObjectNode operation, boolean withBody) {
        ObjectNode response = JsonNodeFactory.instance.objectNode().put("description", "an answer");
        if (withBody && version.isSwagger()) {
            if (random.nextBoolean()) {
                operation.putArray("produces").add(pick(MEDIA));
            }
            response.set("schema", schema());
        } else if (withBody) {
            response.putObject("content").putObject(pick(MEDIA)).set("schema", schema());
        }
        ObjectNode header = response.putObject("headers").putObject("x-rate");
        (version.isSwagger() ? header : header.putObject("schema")).put("type", "integer");
        return response;
    }

    private ObjectNode schema() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        String pet = version.isSwagger() ? "#/definitions/Pet" : "#/components/schemas/Pet";
        switch (random.nextInt(3)) {
            case 0 -> schema.put("$ref", pet);
            case 1 -> schema.put("type", "array").putObject("items").put("$ref", pet);
            default -> {
                schema.put("type", "object");
                schema.putObject("properties")
                        .putObject("x" + random.nextInt(9))
                        .put("type", pick(TYPES));
                schema.putArray("required").add("x");
            }
        }
        return schema;
    }

    private void components() {
        ObjectNode owner = version.isSwagger() ? root : root.putObject("components");
        ObjectNode schemas = owner.putObject(version.isSwagger() ? "definitions" : "schemas");
        ObjectNode pet = schemas.putObject("Pet").put("type", "object").put("description", "may own another");
        pet.putObject("properties")
                .putObject("friend")
                .put("$ref", version.isSwagger() ? "#/definitions/Pet" : "#/components/schemas/Pet");
        for (int i = random.nextInt(3); i > 0; i--) {
            schemas.putObject("Other" + i).put("type", pick(TYPES).toLowerCase(Locale.ROOT));
        }
        parameter(owner.putObject("parameters").putObject("Trace"), "X-Trace", "header");
        if (!version.isSwagger()) {
            owner.putObject("requestBodies")
                    .putObject("Shared")
                    .putObject("content")
                    .putObject("application/json")
                    .set("schema", schema());
            owner.putObject("responses")
                    .putObject("Gone")
                    .put("description", "gone")
                    .putObject("content")
                    .putObject("application/json")
                    .set("schema", schema());
        }
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
