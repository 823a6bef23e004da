package dev.apim.runner.golden;

import dev.apim.core.GatewaySettings;
import dev.apim.policy.Scope;
import dev.apim.policy.Section;
import dev.apim.testkit.TestGateway;
import java.util.Map;

/** Where an element stands: a section of a document of a scope, in a service that has one document of each that matters. */
record Place(Section section, Scope scope) {
    /** The line of a document on which the element begins. */
    static final int LINE = 3;

    private static final String WORKSPACE = "/workspaces/w";

    /** A gateway, not started, whose only document holds the element. */
    TestGateway gateway(Case expected, String element, boolean strict) {
        TestGateway gateway = TestGateway.create()
                .settings(GatewaySettings.builder().strict(strict).build());
        String root = scope == Scope.WORKSPACE ? WORKSPACE : "";
        if (scope == Scope.WORKSPACE) {
            gateway.put(WORKSPACE, "{\"displayName\":\"w\"}");
        } else {
            gateway.put("/products/starter", "{\"displayName\":\"starter\",\"state\":\"published\"}")
                    .put("/products/starter/apis/echo", "{}")
                    .put(
                            "/subscriptions/acme",
                            "{\"displayName\":\"acme\",\"scope\":\"/products/starter\",\"state\":\"active\","
                                    + "\"primaryKey\":\"key-1\"}");
        }
        api(gateway, root, expected);
        expected.map("resources").forEach((path, json) -> gateway.put(root + path, json));
        expected.map("fragments")
                .forEach((id, text) -> gateway.put(
                        root + "/policyFragments/" + id,
                        "{\"format\":\"rawxml\",\"value\":" + TestGateway.quoted(text) + "}"));
        return gateway.policy(path(expected), document(expected, element, strict || expected.has("bare")));
    }

    private static void api(TestGateway gateway, String root, Case expected) {
        gateway.put(
                root + "/apis/echo",
                "{\"displayName\":\"echo\",\"path\":\"echo\",\"serviceUrl\":\"http://backend.test/base\","
                        + "\"subscriptionRequired\":false,\"protocols\":[\"http\"]}");
        for (String method : new String[] {"GET", "POST"}) {
            gateway.put(
                    root + "/apis/echo/operations/" + method.toLowerCase(java.util.Locale.ROOT),
                    "{\"displayName\":\"" + method + "\",\"method\":\"" + method + "\",\"urlTemplate\":\"/{id}\","
                            + "\"templateParameters\":[{\"name\":\"id\",\"type\":\"string\",\"required\":true}]"
                            + expected.text("operation", "") + "}");
        }
    }

    private String path(Case expected) {
        return switch (scope) {
            case GLOBAL -> "";
            case WORKSPACE -> WORKSPACE;
            case PRODUCT -> "/products/starter";
            case API -> "/apis/echo";
            case OPERATION ->
                "/apis/echo/operations/"
                        + expected.text("answers", expected.text("method", "GET"))
                                .toLowerCase(java.util.Locale.ROOT);
        };
    }

    private String document(Case expected, String element, boolean bare) {
        StringBuilder text = new StringBuilder("<policies expressions=\"el\">");
        text.append('<').append(section.element()).append(">\n");
        text.append(bare ? "" : opening(expected, section))
                .append("\n")
                .append(element)
                .append("\n");
        text.append(bare ? "" : closing(expected, section)).append("</" + section.element() + ">\n");
        for (Section other : Section.values()) {
            if (other != section) {
                text.append("<" + other.element() + ">");
                text.append(bare ? otherwise(other) : opening(expected, other) + closing(expected, other));
                text.append("</" + other.element() + ">\n");
            }
        }
        return text.append("</policies>").toString();
    }

    /** What a section holds that is of no interest. */
    private String otherwise(Section section) {
        return section == Section.BACKEND ? last() : "<base/>";
    }

    private String last() {
        return scope == Scope.GLOBAL ? "<forward-request/>" : "<base/>";
    }

    private static String opening(Case expected, Section section) {
        return (section == Section.BACKEND ? "" : "<base/>")
                + expected.map("before").getOrDefault(section.element(), "");
    }

    /** What follows: what the case wants, and what shows the variables it asks for. */
    private String closing(Case expected, Section in) {
        StringBuilder text = new StringBuilder(expected.map("after").getOrDefault(in.element(), ""));
        for (Map.Entry<String, String> effect : expected.map("effect").entrySet()) {
            if (effect.getKey().startsWith("var.")) {
                String name = effect.getKey().substring(4);
                text.append("<trace source=\"see-" + name + "\"><message>${context.Variables.GetValueOrDefault('")
                        .append(name)
                        .append("','absent')}</message></trace>");
            }
        }
        boolean forwards = in == Section.BACKEND && !(section == in && expected.has("replaces-base"));
        return text + (forwards ? last() : "");
    }
}
