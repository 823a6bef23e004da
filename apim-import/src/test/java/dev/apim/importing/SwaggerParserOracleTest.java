package dev.apim.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apim.core.json.Json;
import dev.apim.resource.SpecificationReader.Member;
import dev.apim.resource.SpecificationReader.Specification;
import io.swagger.parser.OpenAPIParser;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** An independent parser reads the same operations out of the same text. */
final class SwaggerParserOracleTest {
    private static final int EACH = 80;

    @ParameterizedTest
    @EnumSource
    void generatedDescriptionsAreReadAlike(SpecGenerator.Version version) {
        IntStream.range(0, EACH).forEach(seed -> {
            ObjectNode description = SpecGenerator.generate(seed, version);
            String text = seed % 2 == 0 ? description.toString() : SpecGenerator.yaml(description);
            agree(version + " seed " + seed, text);
        });
    }

    static Stream<String> handwritten() {
        return HandwrittenSpecs.all().stream();
    }

    @ParameterizedTest
    @MethodSource("handwritten")
    void handwrittenDescriptionsAreReadAlike(String text) {
        agree(text, text);
    }

    @Test
    void theOracleSeesADifference() {
        String one = HandwrittenSpecs.all().get(0);
        assertThat(ours(ReadText.of("a", one, false).specification()))
                .isNotEqualTo(theirs(parsed(one.replaceFirst("required: true", "required: false"))));
    }

    private static void agree(String name, String text) {
        Specification specification = ReadText.of("spec", text, false).specification();
        OpenAPI theirs = parsed(text);
        assertThat(ours(specification)).as(name + "\n" + text).containsExactlyElementsOf(theirs(theirs));
        Set<String> schemas = new TreeSet<>();
        specification
                .schemas()
                .forEach(s -> schemas(Json.parse(s.properties())).fieldNames().forEachRemaining(schemas::add));
        if (theirs.getComponents() != null && theirs.getComponents().getSchemas() != null) {
            assertThat(schemas)
                    .as(name)
                    .containsAll(theirs.getComponents().getSchemas().keySet());
        }
        assertThat(specification.displayName()).isEqualTo(theirs.getInfo().getTitle());
    }

    private static JsonNode schemas(JsonNode properties) {
        JsonNode components = properties.at("/document/components/schemas");
        return components.isMissingNode() ? properties.at("/document/definitions") : components;
    }

    private static OpenAPI parsed(String text) {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        SwaggerParseResult result = new OpenAPIParser().readContents(text, null, options);
        assertThat(result.getOpenAPI())
                .as(() -> result.getMessages() + "\n" + text)
                .isNotNull();
        return result.getOpenAPI();
    }

    private static Set<String> ours(Specification specification) {
        Set<String> operations = new TreeSet<>();
        for (Member member : specification.operations()) {
            JsonNode operation = Json.parse(member.properties());
            Set<String> facts = new TreeSet<>();
            parameters(operation.path("templateParameters"), "path", facts);
            parameters(operation.at("/request/queryParameters"), "query", facts);
            parameters(operation.at("/request/headers"), "header", facts);
            bodies(operation.at("/request/representations"), "request", facts);
            for (JsonNode response : operation.path("responses")) {
                String code = response.path("statusCode").asText();
                facts.add("response " + code);
                bodies(response.path("representations"), code, facts);
                response.path("headers")
                        .forEach(
                                h -> facts.add(code + " sends " + h.path("name").asText()));
            }
            String key = operation.path("method").asText() + " "
                    + operation.path("urlTemplate").asText();
            operations.add(key);
            facts.forEach(fact -> operations.add(key + ": " + fact));
        }
        return operations;
    }

    private static void parameters(JsonNode list, String in, Set<String> facts) {
        list.forEach(p -> facts.add(
                in + " " + p.path("name").asText() + " " + p.path("required").asBoolean() + " "
                        + p.path("type").asText() + " " + p.path("values").size()));
    }

    private static void bodies(JsonNode list, String of, Set<String> facts) {
        for (JsonNode body : list) {
            String name = body.path("typeName").asText();
            String type = name.startsWith("Pet") && !name.startsWith("Pets") ? name : "";
            facts.add(of + " as " + body.path("contentType").asText() + " " + type);
        }
    }

    private static Set<String> theirs(OpenAPI api) {
        Set<String> operations = new TreeSet<>();
        api.getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    Set<String> facts = new TreeSet<>();
                    parameters(api, item, operation).forEach(p -> facts.add(fact(p)));
                    facts(api, operation, facts);
                    boolean without = Set.of("GET", "HEAD", "OPTIONS").contains(method.name());
                    if (operation.getRequestBody() != null && !without) {
                        bodies(resolved(api, operation.getRequestBody()).getContent(), "request", facts);
                    }
                    operations.add(method.name() + " " + path);
                    facts.forEach(fact -> operations.add(method.name() + " " + path + ": " + fact));
                }));
        return operations;
    }

    private static void facts(OpenAPI api, Operation operation, Set<String> facts) {
        operation.getResponses().forEach((code, written) -> {
            ApiResponse response = resolved(api, written);
            if (code.matches("\\d+")) {
                facts.add("response " + code);
                bodies(response.getContent(), code, facts);
                Stream.ofNullable(response.getHeaders())
                        .forEach(headers -> headers.keySet().forEach(h -> facts.add(code + " sends " + h)));
            }
        });
    }

    /** For 3.1 the parser leaves the parameters of a path where they are. */
    private static List<Parameter> parameters(OpenAPI api, PathItem item, Operation operation) {
        Map<String, Parameter> inForce = new TreeMap<>();
        Stream.of(item.getParameters(), operation.getParameters())
                .flatMap(Stream::ofNullable)
                .flatMap(List::stream)
                .map(p -> resolved(api, p))
                .filter(p -> !p.getIn().equals("cookie"))
                .forEach(p -> inForce.put(p.getIn() + " " + p.getName(), p));
        return List.copyOf(inForce.values());
    }

    private static String fact(Parameter p) {
        int values =
                p.getSchema().getEnum() == null ? 0 : p.getSchema().getEnum().size();
        boolean required = Boolean.TRUE.equals(p.getRequired());
        return p.getIn() + " " + p.getName() + " " + required + " " + type(p.getSchema()) + " " + values;
    }

    private static Parameter resolved(OpenAPI api, Parameter parameter) {
        return parameter.get$ref() == null
                ? parameter
                : Objects.requireNonNull(api.getComponents()
                        .getParameters()
                        .get(parameter.get$ref().replaceFirst(".*/", "")));
    }

    private static ApiResponse resolved(OpenAPI api, ApiResponse response) {
        return response.get$ref() == null
                ? response
                : Objects.requireNonNull(api.getComponents()
                        .getResponses()
                        .get(response.get$ref().replaceFirst(".*/", "")));
    }

    private static RequestBody resolved(OpenAPI api, RequestBody body) {
        return body.get$ref() == null
                ? body
                : Objects.requireNonNull(api.getComponents()
                        .getRequestBodies()
                        .get(body.get$ref().replaceFirst(".*/", "")));
    }

    private static String type(io.swagger.v3.oas.models.media.Schema<?> schema) {
        return schema.getType() != null
                ? schema.getType()
                : schema.getTypes().iterator().next();
    }

    private static void bodies(Content content, String of, Set<String> facts) {
        if (content != null) {
            content.forEach((media, body) -> facts.add(of + " as " + media + " " + typeName(body.getSchema())));
        }
    }

    private static String typeName(io.swagger.v3.oas.models.media.Schema<?> schema) {
        if (schema == null) {
            return "";
        }
        if (schema.get$ref() != null) {
            return schema.get$ref().replaceFirst(".*/", "");
        }
        boolean list = schema.getItems() != null && schema.getItems().get$ref() != null;
        return list ? schema.getItems().get$ref().replaceFirst(".*/", "") + "Array" : "";
    }
}
