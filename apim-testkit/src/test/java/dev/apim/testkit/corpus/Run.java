package dev.apim.testkit.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.core.GatewaySettings;
import dev.apim.model.Deployment;
import dev.apim.testkit.TestGateway;
import java.util.ArrayList;
import java.util.List;

/**
 * A document of others in force, and the calls that are made.
 *
 * @param node what the table says of it
 */
record Run(JsonNode node) {
    private static final String SEEN = "X-Seen";

    String document() {
        return node.path("document").asText();
    }

    List<RunCall> calls() {
        List<RunCall> calls = new ArrayList<>();
        node.path("calls").forEach(call -> calls.add(new RunCall(call)));
        return calls;
    }

    /** A gateway whose one API has the document for its policy, or a policy that includes it. */
    TestGateway gateway(String text) {
        TestGateway gateway = TestGateway.create().settings(settings()).api("echo", "echo", operations());
        node.path("values")
                .properties()
                .forEach(value ->
                        gateway.namedValue(value.getKey(), value.getValue().asText(), false));
        node.path("fragments")
                .properties()
                .forEach(fragment ->
                        gateway.fragment(fragment.getKey(), fragment.getValue().asText()));
        node.path("backends")
                .properties()
                .forEach(backend -> gateway.put(
                        "/backends/" + backend.getKey(),
                        "{\"protocol\":\"http\",\"url\":\"" + backend.getValue().asText() + "\"}"));
        if (node.path("subscriber").asBoolean()) {
            subscriber(gateway);
        }
        gateway.policy("", around());
        if (text.contains("<policies")) {
            gateway.policy("/apis/echo", text);
        } else {
            gateway.fragment("document", text).policy("/apis/echo", including());
        }
        return gateway.start();
    }

    private GatewaySettings settings() {
        Deployment here =
                new Deployment("s", "contoso", node.path("region").asText("local"), "managed", "instance", true);
        return GatewaySettings.builder().deployment(here).build();
    }

    private String[] operations() {
        List<String> operations = new ArrayList<>();
        node.path("operations").forEach(operation -> operations.add(operation.asText()));
        return operations.isEmpty()
                ? new String[] {"GET /{*rest}", "POST /{*rest}"}
                : operations.toArray(String[]::new);
    }

    /** Ada, who has a key for the product Starter. */
    private static void subscriber(TestGateway gateway) {
        gateway.put("/users/ada", "{\"email\":\"ada@example.test\",\"firstName\":\"Ada\",\"lastName\":\"L\"}")
                .put("/products/starter", "{\"displayName\":\"Starter\",\"state\":\"published\"}")
                .put("/products/starter/apis/echo", "{}")
                .put(
                        "/subscriptions/ada",
                        "{\"displayName\":\"ada\",\"scope\":\"/products/starter\",\"state\":\"active\","
                                + "\"ownerId\":\"/users/ada\",\"primaryKey\":\"adas-key\",\"secondaryKey\":\"other\"}");
    }

    /** The policy of every API: what must be there before, and what the document computed shown as a field. */
    private String around() {
        String seen = node.path("seen").asText();
        String show = seen.isEmpty()
                ? ""
                : "<set-header name=\"" + SEEN + "\" exists-action=\"override\"><value>" + seen
                        + "</value></set-header>";
        return "<policies><inbound>" + node.path("before").asText() + "</inbound>"
                + "<backend><forward-request/></backend><outbound>" + show + "</outbound><on-error/></policies>";
    }

    private String including() {
        String include = "<include-fragment fragment-id=\"document\"/>";
        String section = node.path("section").asText("inbound");
        StringBuilder host = new StringBuilder("<policies>");
        for (String one : new String[] {"inbound", "backend", "outbound", "on-error"}) {
            boolean here = one.equals(section);
            String base = here && one.equals("backend") ? "" : "<base/>";
            host.append('<').append(one).append('>').append(base);
            host.append(here ? include : "").append("</").append(one).append('>');
        }
        return host.append("</policies>").toString();
    }

    @Override
    public String toString() {
        return document();
    }
}
