package dev.apim.runner.corpus;

import dev.apim.core.GatewaySettings;
import dev.apim.core.pipeline.Origin;
import dev.apim.core.pipeline.RequestTrace;
import dev.apim.model.Deployment;
import dev.apim.testkit.TestGateway;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A document in a gateway: where it belongs, with what it refers to around it.
 *
 * @param document path in the corpus
 * @param text with its placeholders filled
 * @param description what is around it
 */
record Place(String document, String text, Description description) {
    private static final String OF_THE_SERVICE = "[^/]*/[^_]*__policy.xml";
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD");
    private static final Pattern NAMED_VALUE = Pattern.compile("\\{\\{(?!body\\.)([A-Za-z0-9._-]+)}}");
    private static final Pattern FRAGMENT = Pattern.compile("fragment-id=\"([^\"@]+)\"");
    private static final Pattern BACKEND = Pattern.compile("backend-id=\"([^\"@{]+)\"");
    private static final Pattern CERTIFICATE = Pattern.compile("certificate-id=\"([^\"@{]+)\"");
    private static final Pattern LOGGER = Pattern.compile("logger-id=\"([^\"@{]+)\"");

    static Place of(String document, String text) {
        Description description = Description.of(document);
        String filled = text;
        for (Map.Entry<String, String> placeholder :
                description.texts("placeholders").entrySet()) {
            filled = filled.replace(placeholder.getKey(), placeholder.getValue());
        }
        return new Place(document, filled, description);
    }

    boolean isFragment() {
        return !text.contains("<policies");
    }

    /** A gateway that holds it, not started. */
    TestGateway gateway(String region) {
        Deployment here = new Deployment("s", "contoso", region, "managed", "instance", true);
        TestGateway gateway = TestGateway.create()
                .settings(GatewaySettings.builder()
                        .deployment(here)
                        .trustedProxies(description.list("trusted-proxies"))
                        .build());
        api(gateway);
        surroundings(gateway);
        gateway.api("ahead", "ahead", "GET /");
        gateway.policy("/apis/ahead", sections("inbound", description.text("ahead", "")));
        gateway.policy("", around());
        if (isFragment()) {
            gateway.fragment("document", text);
            gateway.policy(
                    "/apis/echo",
                    sections(description.text("section", "inbound"), "<include-fragment fragment-id=\"document\"/>"));
        } else {
            for (String scope : scopes()) {
                gateway.policy(scope, text);
            }
        }
        return gateway;
    }

    private void api(TestGateway gateway) {
        String template = description.text("template", "/{*rest}");
        gateway.api(
                "echo",
                "echo",
                METHODS.stream().map(method -> method + " " + template).toArray(String[]::new));
        gateway.put("/users/ada", "{\"email\":\"ada@example.test\",\"firstName\":\"Ada\",\"lastName\":\"L\"}");
        gateway.put(
                "/products/starter",
                "{\"displayName\":\"" + description.text("product", "Starter") + "\",\"state\":\"published\"}");
        gateway.put("/products/starter/apis/echo", "{}");
        gateway.put(
                "/subscriptions/ada",
                "{\"displayName\":\"ada\",\"scope\":\"/products/starter\",\"state\":\"active\","
                        + "\"ownerId\":\"/users/ada\",\"primaryKey\":\"adas-key\",\"secondaryKey\":\"other\"}");
    }

    private void surroundings(TestGateway gateway) {
        Map<String, String> values = description.texts("values");
        names(NAMED_VALUE).forEach((name, same) -> gateway.namedValue(name, values.getOrDefault(name, "1"), false));
        names(BACKEND).forEach((name, same) -> backend(gateway, name));
        description
                .texts("backends")
                .forEach((name, url) ->
                        gateway.put("/backends/" + name, "{\"url\":\"" + url + "\",\"protocol\":\"http\"}"));
        names(CERTIFICATE).forEach((name, same) -> certificate(gateway, name));
        certificate(gateway, "of-the-gateway");
        names(LOGGER)
                .forEach((name, same) -> gateway.put(
                        "/loggers/" + name,
                        "{\"loggerType\":\"azureEventHub\",\"credentials\":{\"name\":\"h\","
                                + "\"connectionString\":\"Endpoint=sb://h.test/\"}}"));
        Map<String, String> fragments = description.texts("fragments");
        names(FRAGMENT)
                .forEach((name, same) -> gateway.fragment(
                        name,
                        fragments.getOrDefault(name, "<fragment><set-variable name=\"a\" value=\"b\"/></fragment>")));
        description.texts("resources").forEach(gateway::put);
    }

    private static void backend(TestGateway gateway, String name) {
        gateway.put(
                "/backends/" + name,
                "{\"url\":\"https://" + name.toLowerCase(java.util.Locale.ROOT)
                        + ".backend.test\",\"protocol\":\"http\"}");
    }

    private static void certificate(TestGateway gateway, String name) {
        gateway.put(
                "/certificates/" + name,
                "{\"data\":\"" + Tokens.CERTIFICATE + "\",\"password\":\"" + Tokens.PASSWORD + "\"}");
    }

    private Map<String, String> names(Pattern pattern) {
        Map<String, String> names = new TreeMap<>();
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            names.put(found.group(1), found.group(1));
        }
        return names;
    }

    /** The policy of every API: what the description puts ahead of the document, and behind it. */
    private String around() {
        return "<policies><inbound>" + failing("X-Fails") + description.text("before", "")
                + "</inbound><backend><forward-request/></backend><outbound>" + failing("X-Fails-Late")
                + description.text("after", "") + "</outbound><on-error/></policies>";
    }

    /** What fails where a request has the field. */
    private static String failing(String field) {
        return "<choose><when condition='@(context.Request.Headers.ContainsKey(\"" + field + "\"))'>"
                + "<check-header name=\"X-Never\" failed-check-httpcode='@(context.Request.Headers.GetValueOrDefault(\""
                + field
                + "\") == \"503\" ? 503 : 400)' failed-check-error-message=\"asked for\" ignore-case=\"true\"/></when></choose>";
    }

    private static String sections(String section, String statement) {
        StringBuilder all = new StringBuilder("<policies>");
        for (String one : List.of("inbound", "backend", "outbound", "on-error")) {
            boolean here = one.equals(section);
            all.append('<').append(one).append('>');
            all.append(here && one.equals("backend") ? "" : "<base/>").append(here ? statement : "");
            all.append("</").append(one).append('>');
        }
        return all.append("</policies>").toString();
    }

    /** Where its path in the corpus says it belongs; to every API where that says nothing. */
    private List<String> scopes() {
        String named = description.text("scope", "");
        if (!named.isEmpty()) {
            return List.of(named.equals("global") ? "" : named);
        }
        if (document.contains("__operations__")) {
            return METHODS.stream()
                    .map(method -> "/apis/echo/operations/op" + (METHODS.indexOf(method) + 1))
                    .toList();
        }
        if (document.contains("__products__")) {
            return List.of("/products/starter");
        }
        return List.of(document.matches(OF_THE_SERVICE) ? "" : "/apis/echo");
    }

    /** The statement of the document that a step ran; empty for one of what is around it. */
    Optional<Statement> reached(RequestTrace.Step step) {
        Origin origin = step.origin();
        String source = origin.position().source();
        if (isFragment()) {
            return source.contains("/policyFragments/document")
                    ? Optional.of(new Statement(Statement.FRAGMENT, statement(origin.path())))
                    : Optional.empty();
        }
        return scopes().stream().anyMatch(scope -> source.equals(scope + "/policies/policy"))
                ? Optional.of(new Statement(origin.section().element(), statement(origin.path())))
                : Optional.empty();
    }

    /** A condition is a step of its own; the statement is the {@code choose}. */
    private static String statement(String path) {
        return path.replaceFirst("/when\\[\\d+]$", "");
    }
}
