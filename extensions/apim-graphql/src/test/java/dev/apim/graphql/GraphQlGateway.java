package dev.apim.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apim.core.json.Json;
import dev.apim.testkit.TestCall;
import dev.apim.testkit.TestGateway;

/** A gateway with one GraphQL API at {@code /shop}, as a test puts it together. */
public final class GraphQlGateway {
    public final TestGateway gateway = TestGateway.create();

    /** One whose operations are executed by the gateway. */
    public static GraphQlGateway synthetic(String schema) {
        return new GraphQlGateway("", schema);
    }

    /** One in front of a GraphQL server at {@code http://server.test/graphql}. */
    public static GraphQlGateway passThrough(String schema) {
        return new GraphQlGateway("http://server.test/graphql", schema);
    }

    private GraphQlGateway(String serviceUrl, String schema) {
        ObjectNode api = JsonNodeFactory.instance.objectNode();
        api.put("displayName", "Shop")
                .put("path", "shop")
                .put("type", "graphql")
                .put("subscriptionRequired", false);
        if (!serviceUrl.isEmpty()) {
            api.put("serviceUrl", serviceUrl);
        }
        gateway.put("/apis/shop", Json.write(api));
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("contentType", "application/vnd.ms-azure-apim.graphql.schema");
        document.putObject("document").put("value", schema);
        gateway.put("/apis/shop/schemas/graphql", Json.write(document));
    }

    /** Puts a resolver for {@code Type/field}. */
    public GraphQlGateway resolver(String path, String document) {
        String id = path.replace('/', '-');
        gateway.put("/apis/shop/resolvers/" + id, "{\"displayName\":\"" + id + "\",\"path\":\"" + path + "\"}");
        gateway.policy("/apis/shop/resolvers/" + id, document);
        return this;
    }

    /** Puts a resolver that GETs a URL, written as a literal or an expression. */
    public GraphQlGateway httpResolver(String path, String url) {
        return resolver(
                path,
                "<http-data-source><http-request><set-method>GET</set-method><set-url>" + url
                        + "</set-url></http-request></http-data-source>");
    }

    /** Puts statements in the API's inbound section. */
    public GraphQlGateway inbound(String statements) {
        gateway.policy(
                "/apis/shop",
                "<policies><inbound><base/>" + statements
                        + "</inbound><backend><base/></backend><outbound><base/></outbound>" + "</policies>");
        return this;
    }

    public GraphQlGateway start() {
        gateway.start();
        return this;
    }

    public TestCall ask(String query) {
        return ask(query, "{}");
    }

    public TestCall ask(String query, String variables) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("query", query);
        body.set("variables", Json.parse(variables));
        return gateway.post("/shop", Json.write(body), "Content-Type", "application/json");
    }

    public static JsonNode json(TestCall call) {
        return Json.parse(call.text());
    }
}
