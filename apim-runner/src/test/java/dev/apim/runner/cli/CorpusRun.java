package dev.apim.runner.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A document of others in force, and the calls that are made.
 *
 * @param node what the table says of it
 */
record CorpusRun(JsonNode node) {
    private static final String SEEN = "X-Seen";
    private static final Pattern PARAMETER = Pattern.compile("\\{\\*?([^}]+)}");
    private static final Pattern LOGGER = Pattern.compile("logger-id\\s*=\\s*[\"']([^\"'@{]+)[\"']");

    String document() {
        return node.path("document").asText();
    }

    List<CorpusCall> calls() {
        List<CorpusCall> calls = new ArrayList<>();
        node.path("calls").forEach(call -> calls.add(new CorpusCall(call)));
        return calls;
    }

    /** Where a run puts what it needs. */
    interface Target {
        /** A resource, by its path, as the members of its {@code properties}. */
        void put(String path, String properties);

        /** The policy of a scope: {@code ""} for the service. */
        void policy(String scope, String document);

        /** A policy fragment. */
        void fragment(String id, String document);

        /** A named value that is no secret. */
        void namedValue(String name, String value);
    }

    /** Puts one API whose policy is the document, or includes it, and what the document refers to. */
    void putInto(Target target, String text) {
        api(target);
        members("values")
                .forEach(value ->
                        target.namedValue(value.getKey(), value.getValue().asText()));
        members("fragments")
                .forEach(each -> target.fragment(each.getKey(), each.getValue().asText()));
        members("backends")
                .forEach(backend -> target.put(
                        "/backends/" + backend.getKey(),
                        "{\"protocol\":\"http\",\"url\":\"" + backend.getValue().asText() + "\"}"));
        LOGGER.matcher(text)
                .results()
                .map(name -> name.group(1))
                .distinct()
                .forEach(logger -> target.put(
                        "/loggers/" + logger, "{\"loggerType\":\"azureEventHub\",\"credentials\":{\"name\":\"hub\"}}"));
        if (node.path("subscriber").asBoolean()) {
            subscriber(target);
        }
        target.policy("", around());
        if (text.contains("<policies")) {
            target.policy("/apis/echo", text);
        } else {
            target.fragment("document", text);
            target.policy("/apis/echo", including());
        }
    }

    private Set<Map.Entry<String, JsonNode>> members(String name) {
        return node.path(name).properties();
    }

    String region() {
        return node.path("region").asText("local");
    }

    private void api(Target target) {
        target.put(
                "/apis/echo",
                "{\"displayName\":\"echo\",\"path\":\"echo\",\"serviceUrl\":\"http://backend.test/base\","
                        + "\"subscriptionRequired\":false,\"protocols\":[\"http\",\"https\"]}");
        List<String> operations = new ArrayList<>();
        node.path("operations").forEach(operation -> operations.add(operation.asText()));
        if (operations.isEmpty()) {
            operations.addAll(List.of("GET /{*rest}", "POST /{*rest}"));
        }
        for (int i = 0; i < operations.size(); i++) {
            String[] parts = operations.get(i).split(" ", 2);
            String parameters = PARAMETER
                    .matcher(parts[1])
                    .results()
                    .map(name -> "{\"name\":\"" + name.group(1) + "\",\"type\":\"string\",\"required\":true}")
                    .collect(Collectors.joining(","));
            target.put(
                    "/apis/echo/operations/op" + (i + 1),
                    "{\"displayName\":\"op" + (i + 1) + "\",\"method\":\"" + parts[0] + "\",\"urlTemplate\":\""
                            + parts[1] + "\",\"templateParameters\":[" + parameters + "]}");
        }
    }

    /** Ada, who has a key for the product Starter. */
    private static void subscriber(Target target) {
        target.put("/users/ada", "{\"email\":\"ada@example.test\",\"firstName\":\"Ada\",\"lastName\":\"L\"}");
        target.put("/products/starter", "{\"displayName\":\"Starter\",\"state\":\"published\"}");
        target.put("/products/starter/apis/echo", "{}");
        target.put(
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
