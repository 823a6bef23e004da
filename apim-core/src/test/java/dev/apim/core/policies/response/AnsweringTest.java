package dev.apim.core.policies.response;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.backend.BackendException;
import dev.apim.core.json.Json;
import dev.apim.core.policies.PolicyBench;
import dev.apim.core.policies.StreamBody;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpResponse;
import dev.apim.http.ResponseMessage;
import dev.apim.model.OperationResponse;
import dev.apim.model.Representation;
import dev.apim.model.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnsweringTest {
    private static final String SCHEMA = """
            {"components":{"schemas":{
              "Pet":{"type":"object","properties":{
                "id":{"type":"integer","minimum":3},"name":{"type":"string","example":"Rex"},
                "born":{"type":"string","format":"date"},"tags":{"type":"array","items":{"type":"string"}},
                "kind":{"enum":["dog","cat"]},"owner":{"$ref":"#/components/schemas/Owner"},"ok":{"type":"boolean"},
                "weight":{"type":["number","null"]}}},
              "Owner":{"allOf":[{"properties":{"name":{"default":"Ann"}}},{"properties":{"pet":{"$ref":"#/components/schemas/Pet"}}}]}
            }}}""";

    private final PolicyBench bench = new PolicyBench();

    @Test
    void withoutAnythingItIsAnEmpty200() {
        HttpResponse response = bench.inbound("<return-response/>");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers().isEmpty()).isTrue();
        assertThat(response.body().length()).isZero();
        assertThat(bench.backend.requests()).isEmpty();
    }

    @Test
    void statusHeadersAndBodyMakeTheResponse() {
        HttpResponse response =
                bench.inbound("<return-response><set-status code='403' reason='No'/><set-header name='X'>"
                        + "<value>1</value></set-header><set-header name='X' exists-action='append'><value>2</value></set-header>"
                        + "<set-body>text</set-body></return-response>");

        assertThat(response.status() + response.reason()).isEqualTo("403No");
        assertThat(response.headers()).isEqualTo(Headers.of("X", "1,2"));
        assertThat(PolicyBench.text(response.body())).isEqualTo("text");
    }

    @Test
    void inOutboundTheBackendsResponseIsGone() {
        StreamBody old = StreamBody.of("old");
        bench.backend.answers(200, old, "X-Backend", "1");

        HttpResponse response =
                bench.outbound("<return-response/><set-header name='Never'><value>1</value></set-header>");

        assertThat(response.headers().isEmpty()).isTrue();
        assertThat(old.isCancelled()).isTrue();
    }

    @Test
    void aVariablesResponseIsCopiedAndThenChanged() {
        ResponseMessage kept = new ResponseMessage(202, "Fine", Headers.of("X", "1"), Body.of("kept"));
        bench.let("@(kept)", e -> kept);

        HttpResponse response = bench.inbound("<set-variable name='r' value='@(kept)'/><return-response"
                + " response-variable-name='r'><set-header name='X'><value>2</value></set-header></return-response>");

        assertThat(response.status()).isEqualTo(202);
        assertThat(response.headers().get("X")).isEqualTo("2");
        assertThat(PolicyBench.text(response.body())).isEqualTo("kept");
        assertThat(kept.headers().get("X")).isEqualTo("1");
    }

    @Test
    void aVariableThatNothingFilledCountsAsNone() {
        HttpResponse bare = bench.inbound("<return-response response-variable-name='r'/>");
        HttpResponse edited = bench.inbound("<return-response response-variable-name='r'>"
                + "<set-status code='403' reason='No'/><set-body>mine</set-body></return-response>");

        assertThat(bare.status()).isEqualTo(200);
        assertThat(PolicyBench.text(bare.body())).isEmpty();
        assertThat(edited.status()).isEqualTo(403);
        assertThat(PolicyBench.text(edited.body())).isEqualTo("mine");
    }

    @Test
    void aRequestThatFailedAndMayLeavesNoResponseToStartFrom() {
        bench.backend.fails(BackendException.Kind.CONNECTION);

        HttpResponse response = bench.inbound("<send-request mode='new' response-variable-name='r' ignore-error='true'>"
                + "<set-url>http://down.test/</set-url><set-method>GET</set-method></send-request>"
                + "<return-response response-variable-name='r'><set-status code='503'/></return-response>");

        assertThat(response.status()).isEqualTo(503);
    }

    @Test
    void aVariableWithSomethingElseFailsTheRequest() {
        HttpResponse response =
                bench.inbound("<set-variable name='r' value='text'/><return-response response-variable-name='r'/>");

        assertThat(response.status()).isEqualTo(500);
        assertThat(bench.lastError().message()).contains("'r' holds no response");
    }

    @Test
    void aPartThatCannotBeMadeFailsTheRequest() {
        bench.let("@(v)", e -> "a\r\nb");

        HttpResponse response = bench.inbound(
                "<return-response><set-header name='X'><value>@(v)</value></set-header></return-response>");

        assertThat(response.status()).isEqualTo(500);
        assertThat(bench.lastError().source()).isEqualTo("return-response");
    }

    private static Representation representation(String type, @Nullable String typeName, String... examples) {
        Map<String, String> named = new LinkedHashMap<>();
        for (String example : examples) {
            named.put("e" + named.size(), example);
        }
        return new Representation(type, typeName == null ? null : "s", typeName, List.of(), named);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 200, application/json, one",
        "index='1', 200, application/json, two",
        "index='2', 200, application/json, ''",
        "content-type='text/xml', 200, text/xml, <x/>",
        "content-type='TEXT/xml; charset=utf-8', 200, 'TEXT/xml; charset=utf-8', <x/>",
        "content-type='text/csv', 200, text/csv, ''",
        "status-code='404', 404, text/plain, gone",
        "status-code='500', 500, , ''",
    })
    void anExampleIsChosenByStatusTypeAndIndex(String attributes, int status, String type, String text) {
        bench.responses = List.of(
                new OperationResponse(
                        200,
                        "",
                        List.of(
                                representation("application/json", null, "one", "two"),
                                representation("text/xml", null, "<x/>")),
                        List.of()),
                new OperationResponse(404, "", List.of(representation("text/plain", null, "gone")), List.of()));

        HttpResponse response = bench.inbound("<mock-response " + attributes + "/>");

        assertThat(response.status()).isEqualTo(status);
        assertThat(response.headers().get("Content-Type")).isEqualTo(type);
        assertThat(PolicyBench.text(response.body())).isEqualTo(text);
        assertThat(bench.backend.requests()).isEmpty();
    }

    @Test
    void withoutAnExampleASampleIsMadeFromTheSchema() {
        bench.gateway.schemas.put("s", new Schema("s", "application/vnd.oai.openapi.components+json", SCHEMA));
        bench.responses =
                List.of(new OperationResponse(200, "", List.of(representation("application/json", "Pet")), List.of()));

        JsonNode pet =
                Json.parse(PolicyBench.text(bench.inbound("<mock-response/>").body()));

        assertThat(pet.path("id").asInt()).isEqualTo(3);
        assertThat(pet.path("name").asText()).isEqualTo("Rex");
        assertThat(pet.path("born").asText()).isEqualTo("2024-01-01");
        assertThat(pet.path("tags").path(0).asText()).isEqualTo("string");
        assertThat(pet.path("kind").asText()).isEqualTo("dog");
        assertThat(pet.path("owner").path("name").asText()).isEqualTo("Ann");
        assertThat(pet.path("ok").asBoolean()).isTrue();
        assertThat(pet.path("weight").isNumber()).isTrue();
        assertThat(pet.path("owner").path("pet").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Ghost, application/json", "Pet, text/xml"})
    void whereNothingDescribesItTheBodyIsEmpty(String typeName, String contentType) {
        bench.gateway.schemas.put("s", new Schema("s", "", SCHEMA));
        bench.responses =
                List.of(new OperationResponse(200, "", List.of(representation(contentType, typeName)), List.of()));

        assertThat(bench.inbound("<mock-response/>").body().length()).isZero();
    }
}
