package dev.apim.validation;

import dev.apim.http.Body;
import dev.apim.testkit.TestCall;
import dev.apim.testkit.TestGateway;

/** An API of orders whose operations are described in every way that validation looks at. */
final class Orders {
    static final String SCHEMA = """
            {"components":{"schemas":{
              "Order":{"type":"object","required":["id"],"properties":{
                "id":{"type":"integer"},
                "note":{"type":"string","nullable":true,"maxLength":5},
                "code":{"type":"string","pattern":",*,*,*,*,*,*,*x"},
                "lines":{"type":"array","items":{"$ref":"#/components/schemas/Line"}}}},
              "Line":{"type":"object","additionalProperties":false,"properties":{"sku":{"type":"string"}}},
              "Size":{"type":"string","enum":["small","large"]}}}}""";

    private static final String OPERATION = """
            {"displayName":"put","method":"POST","urlTemplate":"/{id}?view={view}",
             "templateParameters":[{"name":"id","type":"integer","required":true},{"name":"view","type":"string"}],
             "request":{
               "queryParameters":[
                 {"name":"size","type":"string","schemaId":"main","typeName":"Size"},
                 {"name":"top","type":"integer"},
                 {"name":"tag","type":"array"}],
               "headers":[{"name":"X-Mode","type":"boolean","required":true}],
               "representations":[
                 {"contentType":"application/json","schemaId":"main","typeName":"Order"},
                 {"contentType":"application/gone+json","schemaId":"main","typeName":"Gone"},
                 {"contentType":"application/lost+json","schemaId":"lost","typeName":"Order"},
                 {"contentType":"application/plain+json"}]},
             "responses":[{"statusCode":200,
               "headers":[{"name":"X-Left","type":"integer"}],
               "representations":[{"contentType":"application/json","schemaId":"main","typeName":"Order"}]}]}""";

    private Orders() {}

    /** A gateway whose only policy stands in one section of the API. */
    static TestGateway gateway(String section, String policies) {
        String own = "<" + section + "><base/>" + policies + "</" + section + ">";
        return TestGateway.create()
                .api("orders", "orders")
                .put("/apis/orders/schemas/main", schema(SCHEMA))
                .put("/apis/orders/operations/put", OPERATION)
                .policy("/apis/orders", "<policies>" + own + "</policies>");
    }

    static String schema(String document) {
        return "{\"contentType\":\"application/vnd.oai.openapi.components+json\",\"document\":" + document + "}";
    }

    /** What the backend answers. */
    static TestGateway answering(TestGateway gateway, int status, String type, String body) {
        gateway.backends().answer("backend.test", status, type, body);
        return gateway;
    }

    /** Sends a body that the rest of the request gives no reason to refuse. */
    static TestCall send(TestGateway gateway, String type, String body) {
        return gateway.send("POST", "/orders/7?view=all", Body.of(body), "Content-Type", type, "X-Mode", "true");
    }

    static TestCall send(TestGateway gateway, String body) {
        return send(gateway, "application/json", body);
    }

    /** The body of a failure. */
    static String failure(int status, String message) {
        return "{ \"statusCode\": " + status + ", \"message\": \""
                + message.replace("\\", "\\\\").replace("\"", "\\\"") + "\" }";
    }
}
